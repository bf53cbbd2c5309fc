#include <map>
#include <set>
#include <utility>

#include "domain/jury/bridges.hpp"
#include "projections/jury_desk.hpp"

namespace projections {
namespace {

using facts::Assignment;

using Withdrawn = std::map<core::DossierId, std::string>;

Withdrawn withdrawn_in(const eventstore::RowView& view, const std::string& under) {
  Withdrawn withdrawn;
  for (auto& row : rows_under<WithdrawnRow>(view, under))
    withdrawn.emplace(row.dossier, std::move(row.reason));
  return withdrawn;
}

/// Pairs that might be assigned beside those that are: the juror sits, was asked, has no conflict,
/// and is not forbidden.
std::vector<Assignment> possible_pairs(const PanelView& panel, const Withdrawn& withdrawn) {
  std::set<Assignment> excluded;
  for (const auto& one : panel.assignments) excluded.insert({one.dossier, one.juror});
  for (const auto& one : panel.rules)
    if (one.rule == jury::PairRule::Forbidden) excluded.insert({one.dossier, one.juror});
  std::set<core::AccountId> gone;
  for (const auto& one : panel.jurors)
    if (one.left) gone.insert(one.juror);
  std::vector<Assignment> possible;
  for (const auto& one : panel.conflicts)
    if ((one.state == ConflictState::None || one.state == ConflictState::Waived) &&
        !gone.contains(one.juror) && !withdrawn.contains(one.dossier) &&
        !excluded.contains({one.dossier, one.juror}))
      possible.push_back({one.dossier, one.juror});
  return possible;
}

jury::Times times_of(const PanelView& panel) {
  jury::Times times;
  for (const auto& juror : panel.jurors)
    if (juror.most_dossiers) times[juror.juror].most = *juror.most_dossiers;
  for (const auto& one : panel.assignments) ++times[one.juror].load;
  return times;
}

void propose_bridges(PanelView& panel, const std::vector<Assignment>& possible) {
  std::vector<Assignment> assigned;
  for (const auto& one : panel.assignments) assigned.push_back({one.dossier, one.juror});
  const auto found = jury::bridges(assigned, possible, times_of(panel));
  panel.groups = found.groups;
  for (const auto& [dossier, juror] : found.proposals) panel.bridges.push_back({dossier, juror});
}

std::vector<ShortOfJurors> short_of_jurors(const PanelView& panel,
                                           const std::vector<WantedRow>& wanted,
                                           const Withdrawn& withdrawn) {
  std::map<core::DossierId, std::int64_t> has;
  for (const auto& one : panel.assignments) ++has[one.dossier];
  std::vector<ShortOfJurors> missing;
  for (const auto& [dossier, jurors] : wanted)
    if (has[dossier] < jurors && !withdrawn.contains(dossier))
      missing.push_back({dossier, has[dossier], jurors});
  return missing;
}

/// Why a pair is no longer one: what was last said of it, or why the dossier or the juror left.
std::map<Assignment, std::string> reasons_of(const PanelView& panel, const Withdrawn& withdrawn) {
  std::map<core::AccountId, std::string> departures;
  for (const auto& one : panel.jurors)
    if (one.left) departures[one.juror] = one.left->reason;
  std::map<Assignment, std::string> reasons;
  for (const auto& one : panel.conflicts) {
    auto& reason = reasons[{one.dossier, one.juror}];
    if (one.state == ConflictState::Imposed)
      reason = one.reason.value_or("");
    else if (one.state == ConflictState::Waived)
      reason = one.waiver_reason.value_or("");
    else if (one.state == ConflictState::Declared)
      reason = one.note.value_or("");
    else if (withdrawn.contains(one.dossier))
      reason = withdrawn.at(one.dossier);
    else if (departures.contains(one.juror))
      reason = departures.at(one.juror);
  }
  return reasons;
}

std::vector<SetAside> set_aside(const PanelView& panel, const std::vector<EvaluationRow>& given,
                                const Withdrawn& withdrawn) {
  std::set<Assignment> stands;
  for (const auto& one : panel.assignments) stands.insert({one.dossier, one.juror});
  auto reasons = reasons_of(panel, withdrawn);
  std::vector<SetAside> found;
  for (const auto& one : given)
    if (!stands.contains({one.dossier, one.juror}))
      found.push_back(
          {one.dossier, one.juror, progress_of(one), reasons[{one.dossier, one.juror}]});
  return found;
}

}  // namespace

PanelView panel_of(const eventstore::RowView& view, const core::EditionId& edition) {
  const auto under = [&](std::string_view kind) { return row_key({kind, edition.text(), ""}); };
  PanelView panel;
  panel.edition = edition;
  panel.jurors = rows_under<JurorRow>(view, under("juror"));
  panel.conflicts = conflicts_of(view, edition);
  panel.rules = rows_under<RuleRow>(view, under("rule"));
  const auto withdrawn = withdrawn_in(view, under("withdrawn"));
  for (const auto& [dossier, juror] : rows_under<jury::Pairing>(view, under("assignment")))
    if (!withdrawn.contains(dossier))
      panel.assignments.push_back(
          {dossier, juror, progress_of(evaluation_of(view, dossier, juror))});
  panel.short_of_jurors =
      short_of_jurors(panel, rows_under<WantedRow>(view, under("wanted")), withdrawn);
  const auto possible = possible_pairs(panel, withdrawn);
  panel.set_aside = set_aside(panel, evaluations_in(view, edition), withdrawn);
  propose_bridges(panel, possible);
  return panel;
}

}  // namespace projections
