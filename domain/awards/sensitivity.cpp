#include "domain/awards/sensitivity.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/awards/compute.hpp"
#include "domain/core/assert.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::Result;

/// Whether each award was granted to each dossier that was ranked.
std::map<std::pair<core::DossierId, core::AwardId>, bool> grants(const ResultComputed& result) {
  std::map<std::pair<core::DossierId, core::AwardId>, bool> grants;
  for (const auto& dossier : result.dossiers)
    for (const auto& award : dossier.awards) grants[{dossier.dossier, award.id}] = award.granted;
  return grants;
}

/// The context without the dossiers that are not ranked: nothing makes them ranked here.
core::Context of_the_ranked(const core::Context& context, const ResultComputed& result) {
  std::set<core::DossierId> unranked;
  for (const auto& dossier : result.dossiers)
    if (!dossier.rank) unranked.insert(dossier.dossier);
  auto ranked = context;
  ranked.facts.change<facts::Panel>([&](auto& panel) {
    std::erase_if(panel.dossiers, [&](const auto& id) { return unranked.contains(id); });
  });
  return ranked;
}

/// The dossiers that would have no rank, in words; nothing where all have one.
std::optional<Reason> left_out(const ResultComputed& result) {
  std::string names;
  for (const auto& dossier : result.dossiers)
    if (!dossier.rank) names += (names.empty() ? "" : ", ") + dossier.dossier.text();
  if (names.empty()) return std::nullopt;
  return Reason{
      "Não se pode estimar: ficariam sem avaliação as candidaturas " + names + ".",
      "Cannot be estimated: these dossiers would have no evaluation left: " + names + "."};
}

class Comparison {
 public:
  Comparison(const core::Context& context, std::optional<std::string> seed, ResultComputed result)
      : context_(of_the_ranked(context, result)),
        seed_(std::move(seed)),
        result_(std::move(result)),
        granted_(grants(result_)) {}

  [[nodiscard]] Effect effect_of(const Supposition& supposed) const;
  [[nodiscard]] const regulation::Regulation& rules() const {
    return context_.facts.find<facts::Edition>()->regulation;
  }
  [[nodiscard]] const core::Facts& facts() const { return context_.facts; }

 private:
  core::Context context_;
  std::optional<std::string> seed_;
  ResultComputed result_;
  std::map<std::pair<core::DossierId, core::AwardId>, bool> granted_;
};

Effect Comparison::effect_of(const Supposition& supposed) const {
  Effect effect;
  const auto other = what_if(context_, seed_, supposed);
  if (!other) {
    effect.not_estimable = Reason{other.error().pt, other.error().en};
    return effect;
  }
  effect.not_estimable = left_out(*other);
  if (effect.not_estimable) return effect;
  for (const auto& dossier : other->dossiers)
    for (const auto& award : dossier.awards)
      if (award.granted != granted_.at({dossier.dossier, award.id}))
        effect.changes.push_back({dossier.dossier, award.id, award.title, award.granted});
  std::ranges::stable_sort(effect.changes, {}, &AwardChange::dossier);
  return effect;
}

std::vector<WithoutJuror> without_each_juror(const Comparison& comparison) {
  const auto* panel = comparison.facts().find<facts::Panel>();
  const auto assigned = [&](const facts::Evaluation& one) {
    return std::ranges::find(panel->assignments, facts::Assignment{one.dossier, one.juror}) !=
           panel->assignments.end();
  };
  std::set<core::AccountId> jurors;
  for (const auto* one : comparison.facts().all<facts::Evaluation>())
    if (one->sealed && assigned(*one)) jurors.insert(one->juror);
  std::vector<WithoutJuror> effects;
  for (const auto& juror : jurors) {
    Supposition supposed;
    supposed.without = {juror};
    supposed.minimum_jurors = std::max<std::int64_t>(comparison.rules().minimum_jurors - 1, 1);
    effects.push_back({juror, comparison.effect_of(supposed)});
  }
  return effects;
}

/// Tenths, so that a tenth of a weight is a whole number.
Supposition with_weight(const regulation::Regulation& rules, const core::CriterionId& changed,
                        std::int64_t percent) {
  Supposition supposed;
  for (const auto& section : rules.sections)
    for (const auto& [id, title, guidance, weight, may_not_apply] : section.criteria)
      supposed.weights.push_back({id, weight * (id == changed ? 10 + percent / 10 : 10)});
  return supposed;
}

std::vector<WithWeight> with_each_weight(const Comparison& comparison) {
  std::vector<WithWeight> effects;
  for (const auto& section : comparison.rules().sections)
    for (const auto& criterion : section.criteria)
      for (const std::int64_t percent : {10, -10})
        effects.push_back(
            {criterion.id, criterion.title, percent,
             comparison.effect_of(with_weight(comparison.rules(), criterion.id, percent))});
  return effects;
}

Effect before_deliberation(const Comparison& comparison) {
  Effect nothing_changed;
  nothing_changed.not_estimable =
      Reason{"Não se pode estimar: nenhuma avaliação mudou depois de selada.",
             "Cannot be estimated: no evaluation was changed after it was sealed."};
  const auto evaluations = comparison.facts().all<facts::Evaluation>();
  if (std::ranges::none_of(
          evaluations, [](const auto* one) { return one->sealed && one->marks != one->as_sealed; }))
    return nothing_changed;
  Supposition supposed;
  supposed.before_deliberation = true;
  return comparison.effect_of(supposed);
}

}  // namespace

Result<Sensitivity> sensitivity(const core::Context& context,
                                const std::optional<std::string>& draw_seed) {
  auto result = compute(context, draw_seed);
  if (!result) return core::fail(std::move(result.error()));
  const Comparison comparison(context, draw_seed, *std::move(result));
  if (std::ranges::empty(comparison.facts().find<facts::Panel>()->dossiers))
    return core::fail(core::error_of(core::ErrorKind::Conflict, "nothing-ranked",
                                     "Nenhuma candidatura tem classificação.",
                                     "No dossier has a rank."));
  return Sensitivity{without_each_juror(comparison), with_each_weight(comparison),
                     before_deliberation(comparison)};
}

}  // namespace awards
