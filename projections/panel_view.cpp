#include <map>

#include "domain/jury/bridges.hpp"
#include "projections/jury_desk.hpp"

namespace projections {
namespace {

using facts::Assignment;

/// Pairs that might be assigned beside those that are: no conflict, asked, and not forbidden.
std::vector<Assignment> possible_pairs(const PanelView& panel) {
  std::map<Assignment, bool> excluded;
  for (const auto& one : panel.assignments) excluded[{one.dossier, one.juror}] = true;
  for (const auto& one : panel.rules)
    if (one.rule == jury::PairRule::Forbidden) excluded[{one.dossier, one.juror}] = true;
  std::vector<Assignment> possible;
  for (const auto& one : panel.conflicts)
    if ((one.state == ConflictState::None || one.state == ConflictState::Waived) &&
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

void propose_bridges(PanelView& panel) {
  std::vector<Assignment> assigned;
  for (const auto& one : panel.assignments) assigned.push_back({one.dossier, one.juror});
  const auto found = jury::bridges(assigned, possible_pairs(panel), times_of(panel));
  panel.groups = found.groups;
  for (const auto& [dossier, juror] : found.proposals) panel.bridges.push_back({dossier, juror});
}

std::vector<ShortOfJurors> short_of_jurors(const PanelView& panel,
                                           const std::vector<WantedRow>& wanted) {
  std::map<core::DossierId, std::int64_t> has;
  for (const auto& one : panel.assignments) ++has[one.dossier];
  std::vector<ShortOfJurors> missing;
  for (const auto& [dossier, jurors] : wanted)
    if (has[dossier] < jurors) missing.push_back({dossier, has[dossier], jurors});
  return missing;
}

}  // namespace

PanelView panel_of(const eventstore::RowView& view, const core::EditionId& edition) {
  const auto under = [&](std::string_view kind) { return row_key({kind, edition.text(), ""}); };
  PanelView panel;
  panel.edition = edition;
  panel.jurors = rows_under<JurorRow>(view, under("juror"));
  panel.conflicts = rows_under<ConflictRow>(view, under("conflict"));
  panel.rules = rows_under<RuleRow>(view, under("rule"));
  for (const auto& [dossier, juror] : rows_under<jury::Pairing>(view, under("assignment")))
    panel.assignments.push_back({dossier, juror, progress_of(evaluation_of(view, dossier, juror))});
  panel.short_of_jurors = short_of_jurors(panel, rows_under<WantedRow>(view, under("wanted")));
  propose_bridges(panel);
  return panel;
}

}  // namespace projections
