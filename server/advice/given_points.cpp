#include "server/advice/given_points.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "domain/awards/scoring.hpp"
#include "domain/facts.hpp"

namespace server::advice {
namespace {

struct Given {
  std::size_t dossier = 0;
  core::AccountId juror;
  double points = 0;
};

std::vector<Given> all_given(const core::Facts& facts,
                             const std::map<core::DossierId, std::size_t>& places) {
  const auto* panel = facts.find<facts::Panel>();
  const std::set<facts::Assignment> assigned(panel->assignments.begin(), panel->assignments.end());
  auto rules = facts.find<facts::Edition>()->regulation;
  rules.minimum_jurors = 1;
  if (rules.rounding) rules.rounding->panel.reset();  // a juror's own
  std::vector<Given> all;
  for (const auto* one : facts.all<facts::Evaluation>()) {
    const auto place = places.find(one->dossier);
    if (!one->sealed || place == places.end() || !assigned.contains({one->dossier, one->juror}))
      continue;
    if (const auto score = awards::score(rules, {one->marks}))
      all.push_back({place->second, one->juror, score->points.convert_to<double>()});
  }
  return all;
}

}  // namespace

GivenPoints given_points(const core::Context& context, const awards::ResultComputed& result) {
  std::vector<const awards::DossierResult*> dossiers;
  std::map<core::DossierId, std::size_t> places;
  for (const auto& one : result.dossiers) {
    if (!one.rank) continue;
    places.emplace(one.dossier, dossiers.size());
    dossiers.push_back(&one);
  }
  const auto given = all_given(context.facts, places);
  std::set<core::AccountId> unique;
  for (const auto& one : given) unique.insert(one.juror);
  const std::vector<core::AccountId> jurors(unique.begin(), unique.end());
  statistics::Table table(dossiers.size(), jurors.size());
  for (const auto& [dossier, juror, points] : given)
    table.rate(dossier,
               static_cast<std::size_t>(std::ranges::lower_bound(jurors, juror) - jurors.begin()),
               points);
  return {std::move(dossiers), jurors, std::move(table)};
}

std::map<core::AccountId, std::string> names_of(const GivenPoints& given, Labels labels) {
  std::map<core::AccountId, std::string> names;
  if (labels == Labels::Accounts) {
    for (const auto& juror : given.jurors) names.emplace(juror, juror.text());
    return names;
  }
  std::vector<std::pair<std::vector<double>, core::AccountId>> by_points;
  for (const auto& juror : given.jurors) by_points.push_back({{}, juror});
  for (std::size_t i = 0; i < given.table.subjects(); ++i)
    for (const auto& [rater, value] : given.table.of(i)) by_points[rater].first.push_back(value);
  for (auto& one : by_points) std::ranges::sort(one.first);
  std::ranges::sort(by_points);
  const auto digits = std::to_string(by_points.size()).size();
  for (std::size_t n = 0; n < by_points.size(); ++n)
    names.emplace(by_points[n].second, fmt::format("Jurado {:0{}}", n + 1, digits));
  return names;
}

}  // namespace server::advice
