#include <algorithm>
#include <array>

#include "domain/awards/scoring.hpp"
#include "domain/core/text.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/score_table.hpp"
#include "server/cli/stats_report.hpp"

namespace server::cli {
namespace {

using regulation::PanelRule;

PanelRule rule_named(const std::string& name) {
  constexpr std::array<std::string_view, 3> names = {"mean", "trimmed", "median"};
  const auto* const found = std::ranges::find(names, name);
  core::ensure(found != names.end(), "the command line knows the rules");
  return static_cast<PanelRule>(found - names.begin());
}

core::Result<std::string> score_of(const std::vector<std::string>& cells, PanelRule rule,
                                   std::int64_t decimals) {
  std::vector<awards::Points> given;
  for (const auto& cell : cells)
    if (auto points = awards::decimal(cell)) given.push_back(*std::move(points));
  if (given.empty()) return core::fail(without_scores());
  return awards::shown(awards::panel_value(rule, given), decimals);
}

using Scores = std::vector<core::Result<std::string>>;

std::string json_of(const ScoreTable& table, const std::string& rule, const Scores& scores) {
  StatsJson json;
  json.text("rule", rule);
  json.begin("scores");
  for (std::size_t i = 0; i < scores.size(); ++i) json.text(table.subjects[i], scores[i]);
  json.end();
  return json.finish();
}

void print(const ScoreTable& table, const Scores& scores) {
  for (std::size_t i = 0; i < scores.size(); ++i)
    fmt::print("{:<30} {:>12}\n", table.subjects[i],
               scores[i] ? core::with_comma(*scores[i]) : scores[i].error().pt);
}

}  // namespace

int stats_panel(const StatsOptions& options) {
  const auto table = read_score_table(options.file);
  if (!table) return refuse(table.error());
  const auto rule = rule_named(options.rule);
  Scores scores;
  for (const auto& cells : table->cells) scores.push_back(score_of(cells, rule, options.decimals));
  if (options.json)
    fmt::print("{}\n", json_of(*table, options.rule, scores));
  else
    print(*table, scores);
  return done;
}

}  // namespace server::cli
