#include <algorithm>
#include <array>

#include "domain/statistics/alpha.hpp"
#include "domain/statistics/icc.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/score_table.hpp"
#include "server/cli/stats_report.hpp"

namespace server::cli {
namespace {

using statistics::Level;

Level level_named(const std::string& name) {
  const auto all = choice_names(Level());
  const auto found = std::ranges::find(all, name);
  core::ensure(found != all.end(), "the command line knows the levels");
  return static_cast<Level>(found - all.begin());
}

std::string_view in_portuguese(Level level) {
  constexpr std::array<std::string_view, 4> names = {"nominal", "ordinal", "intervalar",
                                                     "de razão"};
  return names[static_cast<std::size_t>(level)];
}

std::string json_of(const ScoreTable& table, Level level, const core::Result<double>& alpha,
                    const std::array<statistics::Icc, 6>& icc) {
  StatsJson json;
  json.text("level", std::string(choice_names(level)[static_cast<std::size_t>(level)]));
  json.count("subjects", table.subjects.size());
  json.count("raters", table.raters.size());
  json.number("alpha", alpha);
  json.begin("icc");
  for (const auto& [form, value] : icc) json.number(std::string(form), value);
  json.end();
  return json.finish();
}

void print(const ScoreTable& table, Level level, const core::Result<double>& alpha,
           const std::array<statistics::Icc, 6>& icc) {
  fmt::print("Concordância de {} jurados em {} linhas, nível {}\n\n", table.raters.size(),
             table.subjects.size(), in_portuguese(level));
  fmt::print("{:<22}{}\n", "Alfa de Krippendorff", shown(alpha));
  for (const auto& [form, value] : icc)
    fmt::print("{:<22}{}\n", fmt::format("ICC({})", form), shown(value));
}

}  // namespace

int stats_agreement(const StatsOptions& options) {
  const auto table = read_score_table(options.file);
  if (!table) return refuse(table.error());
  const auto level = level_named(options.level);
  const auto ratings = table->ratings();
  const auto alpha = statistics::alpha(ratings, level);
  const auto icc = statistics::icc(ratings);
  if (options.json)
    fmt::print("{}\n", json_of(*table, level, alpha, icc));
  else
    print(*table, level, alpha, icc);
  return done;
}

}  // namespace server::cli
