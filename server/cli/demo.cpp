#include <fmt/format.h>

#include <chrono>

#include "domain/core/text.hpp"
#include "projections/results.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/demonstration/full_demonstration.hpp"
#include "server/site/portuguese.hpp"

namespace server::cli {
namespace {

struct Line {
  std::string category;
  std::optional<std::int64_t> rank;
  std::string entity;
  std::string points;
  std::vector<std::string> awards;
  FIELDS(category, rank, entity, points, awards)
};

struct Report {
  std::string edition;
  std::vector<Line> results;
  std::uint64_t head = 0;
  std::int64_t milliseconds = 0;
  FIELDS(edition, results, head, milliseconds)
};

Line line_of(const projections::NamedResult& named) {
  const auto& result = named.result;
  Line line{std::string(site::name_of(result.category)),
            result.rank,
            named.entity.name,
            result.points ? result.points->shown : "-",
            {}};
  for (const auto& decision : result.awards)
    if (decision.granted) line.awards.push_back(decision.title);
  return line;
}

/// The first of each category; all are in the JSON.
void print(const Report& report) {
  constexpr std::int64_t last_rank = 10;
  fmt::print("{}: scores and awards are invented.\n\n", report.edition);
  fmt::print("{:<20} {:>5}  {:<44} {:>7}  {}\n", "Categoria", "Lugar", "Autarquia", "Pontos",
             "Distinções");
  for (const auto& line : report.results)
    if (!line.rank || *line.rank <= last_rank)
      fmt::print("{:<20} {:>5}  {:<44} {:>7}  {}\n", line.category,
                 line.rank ? std::to_string(*line.rank) + ".º" : "-", line.entity,
                 core::with_comma(line.points), site::listed(line.awards));
  fmt::print("\nHead of the log: position {}. Took {:.1f} s.\n", report.head,
             static_cast<double>(report.milliseconds) / 1000);
}

void print_accounts(const std::vector<DemonstrationAccount>& accounts) {
  fmt::print("\nDemonstration accounts, all with the password {}:\n", demonstration_password);
  for (const auto& account : accounts)
    fmt::print("  {:<22} {}\n", account.account.text(), account.full_name);
}

}  // namespace

int demo(const DemoOptions& options) {
  const auto begun = std::chrono::steady_clock::now();
  ScriptedClock clock;
  auto app = Application::open(options.data, clock);
  if (!app) return complain(app.error(), unavailable);
  {
    Progress progress("loading the demonstration");
    const auto show = [&](auto part, auto whole) { progress.show(part, whole); };
    auto loaded = options.size == "full" ? load_full_demonstration(**app, clock, {}, show)
                                         : load_demonstration(**app, clock, show);
    if (!loaded) return complain(loaded.error(), failed);
  }
  const auto result = projections::published_result((*app)->views(), core::EditionId("2021"));
  core::ensure(result.has_value(), "the demonstration ends with a published result");
  Report report{result->title, {}, (*app)->store().head(), 0};
  for (const auto& named : result->dossiers) report.results.push_back(line_of(named));
  report.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::steady_clock::now() - begun)
                            .count();
  if (options.json) {
    fmt::print("{}\n", json::write(report));
    return done;
  }
  print(report);
  const auto accounts = demonstration_accounts();
  if (!accounts) return complain(accounts.error(), failed);
  print_accounts(*accounts);
  return done;
}

}  // namespace server::cli
