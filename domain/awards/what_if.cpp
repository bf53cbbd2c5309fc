#include "domain/awards/what_if.hpp"

#include <algorithm>
#include <set>

#include "domain/awards/compute.hpp"
#include "domain/core/assert.hpp"
#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::fail;
using core::Result;
using regulation::Regulation;

regulation::Criterion* find_criterion(Regulation& rules, const core::CriterionId& id) {
  for (auto& section : rules.sections)
    for (auto& criterion : section.criteria)
      if (criterion.id == id) return &criterion;
  return nullptr;
}

Result<void> weigh(Regulation& rules, const std::vector<SupposedWeight>& weights) {
  constexpr std::int64_t most = 20000;
  std::set<core::CriterionId> seen;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto field = core::item("weights", i);
    const auto& [id, weight] = weights[i];
    auto* criterion = find_criterion(rules, id);
    if (!criterion)
      return fail(core::invalid("unknown-criterion", field + ".criterion",
                                "Este critério não existe.", "There is no such criterion."));
    if (!seen.insert(id).second)
      return fail(core::invalid("criterion-repeated", field + ".criterion",
                                "Este critério já foi indicado.",
                                "This criterion has been named already."));
    if (weight < 1 || weight > most)
      return fail(core::invalid("weight", field + ".weight", "Um peso vai de 1 a 20000.",
                                "A weight goes from 1 to 20000."));
    criterion->weight = weight;
  }
  return {};
}

Result<Regulation> supposed_rules(Regulation rules, const Supposition& supposed) {
  constexpr std::int64_t most = 30;
  if (auto weighed = weigh(rules, supposed.weights); !weighed) return fail(weighed.error());
  rules.panel_rule = supposed.panel_rule.value_or(rules.panel_rule);
  rules.minimum_jurors = supposed.minimum_jurors.value_or(rules.minimum_jurors);
  if (rules.minimum_jurors < 1 || rules.minimum_jurors > most)
    return fail(core::invalid("minimum-jurors", "minimum_jurors", "O mínimo vai de 1 a 30 jurados.",
                              "The minimum goes from 1 to 30 jurors."));
  return rules;
}

Result<void> check_jurors(const facts::Panel& panel, const std::vector<core::AccountId>& without) {
  for (std::size_t i = 0; i < without.size(); ++i)
    if (std::ranges::find(panel.jurors, without[i]) == panel.jurors.end() &&
        std::ranges::find(panel.assignments, without[i], &facts::Assignment::juror) ==
            panel.assignments.end())
      return fail(core::invalid("unknown-juror", core::item("without", i),
                                "Este jurado não faz parte do júri.",
                                "This juror does not sit on the panel."));
  return {};
}

void take_away(facts::Panel& panel, const std::vector<core::AccountId>& without) {
  std::erase_if(panel.assignments, [&](const auto& one) {
    return std::ranges::find(without, one.juror) != without.end();
  });
}

}  // namespace

Result<ResultComputed> what_if(const core::Context& context,
                               const std::optional<std::string>& draw_seed,
                               const Supposition& supposed) {
  const auto* edition = context.facts.find<facts::Edition>();
  core::ensure(edition != nullptr, "a result has an edition");
  const auto rules = supposed_rules(edition->regulation, supposed);
  if (!rules) return fail(rules.error());
  if (const auto* panel = context.facts.find<facts::Panel>())
    if (auto checked = check_jurors(*panel, supposed.without); !checked)
      return fail(checked.error());
  auto other = context;
  other.facts.change<facts::Edition>([&](auto& told) { told.regulation = *rules; });
  other.facts.change<facts::Panel>([&](auto& panel) { take_away(panel, supposed.without); });
  other.facts.change<facts::Evaluation>([&](auto& given) {
    if (supposed.before_deliberation && given.sealed) given.marks = given.as_sealed;
  });
  return compute(other, draw_seed);
}

}  // namespace awards
