#include <algorithm>
#include <iterator>

#include "domain/core/text.hpp"
#include "domain/jury/panel.hpp"
#include "domain/jury/panel_checks.hpp"
#include "domain/jury/ties.hpp"

/// What is known of a juror, and the conflicts that follow from it.
namespace jury {

using core::Decision;
using core::fail;
using core::Result;

void Panel::apply(const JurorDescribed& event) {
  auto& juror = jurors_[event.juror];
  juror.most_dossiers = event.most_dossiers;
  juror.areas = {event.areas.begin(), event.areas.end()};
  juror.ties = event.ties;
}

/// Those of the juror's own autarquia and of ties that were known before conflicts were asked.
Result<std::vector<core::Event>> Panel::derived_conflicts(const AskConflicts& command,
                                                          const core::Facts& facts) const {
  const auto known = parties(facts);
  std::vector<core::Event> conflicts;
  for (std::size_t i = 0; i < command.dossiers.size(); ++i) {
    const auto party = known.find(command.dossiers[i]);
    if (party == known.end()) return fail(unknown_entity(core::item("dossiers", i)));
    for (const auto& [id, juror] : jurors_) {
      const Pair pair = {party->first, id};
      if (!juror.sits || answers_.contains(pair)) continue;
      if (auto conflict = conflict_between(pair, party->second, juror.affiliation, juror.ties))
        conflicts.emplace_back(*std::move(conflict));
    }
  }
  return conflicts;
}

/// Those of an autarquia or of ties that become known when the juror was asked already, and maybe
/// judges.
std::vector<core::Event> Panel::late_conflicts(const core::AccountId& juror,
                                               const std::optional<Affiliation>& affiliation,
                                               const std::vector<Tie>& ties,
                                               const core::Facts& facts) const {
  std::vector<core::Event> conflicts;
  for (const auto& [dossier, party] : parties(facts)) {
    const Pair pair = {dossier, juror};
    const auto answer = answer_of(pair);
    if (answer != Answer::Asked && answer != Answer::None) continue;
    if (auto conflict = conflict_between(pair, party, affiliation, ties))
      conflicts.emplace_back(*std::move(conflict));
  }
  return conflicts;
}

Decision Panel::decide(const DescribeJuror& command, const core::Context& context) const {
  constexpr std::int64_t most = 4000;
  if (auto open = check_open(command.edition, context.facts); !open) return fail(open.error());
  if (!sits(command.juror)) return fail(unknown_juror());
  if (command.most_dossiers && (*command.most_dossiers < 1 || *command.most_dossiers > most))
    return fail(core::invalid("most-dossiers", "most_dossiers",
                              "Um jurado avalia de 1 a 4000 candidaturas.",
                              "A juror judges from 1 to 4000 dossiers."));
  const std::set<regulation::Theme> areas(command.areas.begin(), command.areas.end());
  if (areas.size() != command.areas.size())
    return fail(core::invalid("area-repeated", "areas", "Indique cada área uma só vez.",
                              "Name each area once."));
  auto ties = known_ties(command.ties, context.facts);
  if (!ties) return fail(ties.error());
  auto conflicts = late_conflicts(command.juror, {}, *ties, context.facts);
  std::vector<core::Event> events = {JurorDescribed{
      command.edition, command.juror, command.most_dossiers, command.areas, *std::move(ties)}};
  std::ranges::move(conflicts, std::back_inserter(events));
  return events;
}

}  // namespace jury
