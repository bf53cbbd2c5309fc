#include <algorithm>
#include <utility>

#include "domain/core/assert.hpp"
#include "domain/jury/panel.hpp"
#include "domain/jury/panel_checks.hpp"

/// Who judges which dossier: the part of a panel that distributes them.
namespace jury {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;

Result<void> check_size(std::int64_t per_dossier, const regulation::Regulation& rules) {
  constexpr std::int64_t most = 30;
  if (rules.panel && per_dossier != rules.panel->jurors())
    return fail(core::invalid(
        "jurors-per-dossier", "per_dossier",
        "Pelo regulamento, cada candidatura tem " + std::to_string(rules.panel->jurors()) +
            " jurados.",
        "By the regulation a dossier has " + std::to_string(rules.panel->jurors()) + " jurors."));
  if (per_dossier < rules.minimum_jurors || per_dossier > most)
    return fail(core::invalid(
        "jurors-per-dossier", "per_dossier",
        "Cada candidatura tem de " + std::to_string(rules.minimum_jurors) + " a 30 jurados.",
        "A dossier has from " + std::to_string(rules.minimum_jurors) + " to 30 jurors."));
  return {};
}

core::Error impossible(const facts::Assignment& pair) {
  const auto names = pair.juror.text() + ", " + pair.dossier.text();
  return core::error_of(ErrorKind::Conflict, "fixed-pair",
                        "O par fixado " + names +
                            " não se pode cumprir: o jurado saiu do júri, tem um impedimento, "
                            "ainda não respondeu ou já não tem tempo.",
                        "The fixed pair " + names +
                            " cannot be kept: the juror has left, has a conflict, has not "
                            "answered yet, or has no time left.");
}

bool is_named(const AssignJurors& command, const core::DossierId& dossier) {
  return std::ranges::find(command.dossiers, dossier) != command.dossiers.end();
}

bool overlap(const std::set<regulation::Theme>& left, const std::set<regulation::Theme>& right) {
  return std::ranges::any_of(left, [&](const auto theme) { return right.contains(theme); });
}

}  // namespace

void Panel::apply(const JurorsAssigned& event) {
  for (const auto& [dossier, juror] : event.assignments) assignments_.insert({dossier, juror});
}

PairRule Panel::rule_of(const Pair& pair) const {
  const auto found = rules_.find(pair);
  return found == rules_.end() ? PairRule::Free : found->second;
}

Times Panel::times() const {
  Times times;
  for (const auto& [id, juror] : jurors_)
    if (juror.most_dossiers) times[id].most = *juror.most_dossiers;
  for (const auto& assignment : assignments_) ++times[assignment.juror].load;
  return times;
}

/// Those that are not assigned yet; `times` is what is left with them.
Result<std::vector<Panel::Pair>> Panel::fixed_pairs(const AssignJurors& command,
                                                    Times& times) const {
  std::vector<Pair> pairs;
  for (const auto& [pair, rule] : rules_) {
    if (rule != PairRule::Fixed || assignments_.contains(pair) || !is_named(command, pair.dossier))
      continue;
    if (!sits(pair.juror) || !may_judge(pair) || !times[pair.juror].left())
      return fail(impossible(pair));
    ++times[pair.juror].load;
    pairs.push_back(pair);
  }
  return pairs;
}

bool Panel::is_of(Part part, const Juror& juror) {
  switch (part) {
    case Part::Any:
      return true;
    case Part::Common:
      return juror.areas.empty();
    case Part::Expert:
      return !juror.areas.empty();
  }
  std::unreachable();
}

Need Panel::need_of(const facts::Dossier& dossier, Part part, std::int64_t jurors) const {
  Need need{dossier.id, jurors, {}};
  for (const auto& [id, juror] : jurors_) {
    if (!is_of(part, juror)) continue;
    const Pair pair = {dossier.id, id};
    const bool fits = overlap(juror.areas, dossier.themes);
    if (assignments_.contains(pair) || rule_of(pair) == PairRule::Fixed)
      --need.jurors;
    else if (juror.sits && may_judge(pair) && rule_of(pair) == PairRule::Free &&
             (fits || part != Part::Expert))
      need.candidates.push_back({id, fits});
  }
  return need;
}

std::vector<Need> Panel::needs_of(const facts::Dossier& dossier, std::int64_t per_dossier,
                                  const regulation::Regulation& rules) const {
  std::vector<Need> needs;
  if (rules.panel)
    needs = {need_of(dossier, Part::Common, rules.panel->common),
             need_of(dossier, Part::Expert, rules.panel->experts)};
  else
    needs = {need_of(dossier, Part::Any, per_dossier)};
  std::erase_if(needs, [](const Need& need) { return need.jurors <= 0; });
  return needs;
}

Result<std::vector<Panel::Pair>> Panel::distribute(const AssignJurors& command,
                                                   const core::Facts& facts,
                                                   std::string_view seed) const {
  auto left = times();
  auto fixed = fixed_pairs(command, left);
  if (!fixed) return fixed;
  const auto& rules = facts.find<facts::Edition>()->regulation;
  std::vector<Need> needs;
  for (const auto* dossier : facts.all<facts::Dossier>())
    if (is_named(command, dossier->id))
      std::ranges::move(needs_of(*dossier, command.per_dossier, rules), std::back_inserter(needs));
  if (needs.empty()) return fixed;
  auto chosen = assign(std::move(needs), left, seed);
  if (!chosen) return chosen;
  std::ranges::move(*fixed, std::back_inserter(*chosen));
  std::ranges::sort(*chosen);
  return chosen;
}

Decision Panel::decide(const AssignJurors& command, const core::Context& context) const {
  if (auto open = check_open(command.edition, context.facts); !open) return fail(open.error());
  if (auto checked = check_dossiers(command.edition, command.dossiers, context.facts); !checked)
    return fail(checked.error());
  const auto& rules = context.facts.find<facts::Edition>()->regulation;
  if (auto checked = check_size(command.per_dossier, rules); !checked) return fail(checked.error());
  auto seed =
      core::digest_of(context.facts.find<facts::Edition>()->frozen_regulation(), context.writing);
  const auto chosen = distribute(command, context.facts, seed);
  if (!chosen) return fail(chosen.error());
  if (chosen->empty())
    return fail(core::error_of(ErrorKind::Conflict, "nothing-to-assign",
                               "Estas candidaturas já têm todos os seus jurados.",
                               "These dossiers have all their jurors already."));
  JurorsAssigned event{command.edition, command.per_dossier, {}, std::move(seed)};
  for (const auto& [dossier, juror] : *chosen) event.assignments.push_back({dossier, juror});
  return std::vector<core::Event>{std::move(event)};
}

}  // namespace jury
