#include "server/advice/advice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "domain/awards/compute.hpp"
#include "domain/facts.hpp"
#include "domain/statistics/alpha.hpp"
#include "domain/statistics/certainty.hpp"
#include "domain/statistics/icc.hpp"
#include "server/advice/given_points.hpp"

namespace server::advice {
namespace {

using Names = std::map<core::AccountId, std::string>;

core::Reason reason_of(const core::Error& error) {
  return {error.pt, error.en};
}

std::string decimal(double value, int places) {
  auto text = fmt::format("{:.{}f}", value, places);
  return text.find_first_not_of("-0.") == std::string::npos ? fmt::format("{:.{}f}", 0.0, places)
                                                            : text;
}

Severity severity_of(const GivenPoints& given, const core::Result<statistics::Severity>& fitted,
                     const Names& names) {
  Severity severity;
  if (!fitted) {
    severity.not_estimable = reason_of(fitted.error());
    return severity;
  }
  if (!std::isfinite(fitted->lambda))
    severity.not_estimable =
        core::Reason{"A severidade não se distingue do erro; theta é a média simples.",
                     "Severity cannot be told from error; theta is the plain mean."};
  for (std::size_t j = 0; j < given.jurors.size() && !severity.not_estimable; ++j)
    severity.jurors.push_back({names.at(given.jurors[j]), decimal(fitted->b[j].value_or(0), 2)});
  std::ranges::sort(severity.jurors, {}, &JurorSeverity::juror);
  for (std::size_t i = 0; i < given.dossiers.size(); ++i)
    severity.dossiers.push_back({given.dossiers[i]->dossier, decimal(fitted->theta[i].value(), 2)});
  return severity;
}

/// One more than what may be expected to be better, of the same category.
double expected_rank(const GivenPoints& given, const statistics::Certainty& certainty,
                     std::size_t dossier) {
  double rank = 1;
  for (std::size_t k = 0; k < given.dossiers.size(); ++k)
    if (k != dossier && given.dossiers[k]->category == given.dossiers[dossier]->category)
      rank += certainty.ahead(k, dossier);
  return rank;
}

std::vector<AwardChance> chances_of(const regulation::Regulation& rules,
                                    const awards::DossierResult& dossier, auto above) {
  std::vector<AwardChance> chances;
  for (const auto& rule : rules.awards) {
    if (std::ranges::find(rule.categories, dossier.category) == rule.categories.end()) continue;
    for (const auto& condition : rule.conditions) {
      const auto* points = std::get_if<regulation::TotalPoints>(&condition);
      const auto threshold = points == nullptr ? std::nullopt
                             : points->from    ? points->from
                                               : points->above;
      if (threshold)
        chances.push_back(
            {rule.id, rule.title, *threshold, decimal(above(static_cast<double>(*threshold)), 2)});
    }
  }
  return chances;
}

Certainty certainty_of(const GivenPoints& given, const core::Result<statistics::Severity>& fitted,
                       const regulation::Regulation& rules) {
  Certainty certainty;
  const auto estimated = fitted ? statistics::Certainty::of(given.table, *fitted)
                                : core::Result<statistics::Certainty>(core::fail(fitted.error()));
  if (!estimated) {
    certainty.not_estimable = reason_of(estimated.error());
    return certainty;
  }
  for (std::size_t i = 0; i < given.dossiers.size(); ++i)
    certainty.dossiers.push_back(
        {given.dossiers[i]->dossier, decimal(estimated->standard_error(i), 2),
         decimal(expected_rank(given, *estimated, i), 1),
         chances_of(rules, *given.dossiers[i],
                    [&](double threshold) { return estimated->above(i, threshold); })});
  return certainty;
}

Coefficient coefficient(std::string form, const core::Result<double>& value) {
  if (!value) return {std::move(form), {}, reason_of(value.error())};
  return {std::move(form), decimal(*value, 3), {}};
}

std::vector<Coefficient> agreement_of(const GivenPoints& given) {
  std::vector<Coefficient> found = {
      coefficient("alpha", statistics::alpha(given.table, statistics::Level::Interval))};
  for (const auto& [form, value] : statistics::icc(given.table))
    found.push_back(coefficient(fmt::format("icc({})", form), value));
  return found;
}

}  // namespace

core::Result<Advice> advice_of(const core::Context& context,
                               const std::optional<std::string>& draw_seed, Labels labels) {
  auto sensitivity = awards::sensitivity(context, draw_seed);
  if (!sensitivity) return core::fail(std::move(sensitivity.error()));
  const auto result = awards::compute(context, draw_seed);
  if (!result) return core::fail(result.error());
  const auto given = given_points(context, *result);
  const auto names = names_of(given, labels);
  const auto fitted = statistics::severity(given.table, std::nullopt);
  Advice advice{{},
                std::move(sensitivity->weights),
                std::move(sensitivity->before_deliberation),
                severity_of(given, fitted, names),
                certainty_of(given, fitted, context.facts.find<facts::Edition>()->regulation),
                agreement_of(given)};
  for (auto& [juror, effect] : sensitivity->without_juror)
    if (const auto name = names.find(juror); name != names.end())
      advice.without_juror.push_back({name->second, std::move(effect)});
  std::ranges::sort(advice.without_juror, {}, &JurorEffect::juror);
  return advice;
}

void leave_out(const std::set<core::DossierId>& dossiers, Advice& advice) {
  const auto is_left_out = [&](const auto& one) { return dossiers.contains(one.dossier); };
  std::erase_if(advice.severity.dossiers, is_left_out);
  std::erase_if(advice.certainty.dossiers, is_left_out);
  std::erase_if(advice.before_deliberation.changes, is_left_out);
  for (auto& one : advice.weights) std::erase_if(one.effect.changes, is_left_out);
  for (auto& one : advice.without_juror) std::erase_if(one.effect.changes, is_left_out);
}

}  // namespace server::advice
