#include "projections/minutes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "projections/editions.hpp"
#include "projections/whole_dossier.hpp"

namespace projections {
namespace {

using Names = std::map<core::AccountId, std::string>;

Names names_of(const PanelRecord& panel) {
  Names names;
  for (const auto& seat : panel.seats) names[seat.juror] = seat.juror_name;
  return names;
}

std::vector<Impediment> impediments(const Views& views, const core::EditionId& edition,
                                    Names& names) {
  const auto entities = views.view("entities");
  std::vector<Impediment> found;
  for (const auto& one : conflicts_of(*views.view("jury_desk"), edition))
    if (one.state != ConflictState::Asked && one.state != ConflictState::None)
      found.push_back({one.juror, names[one.juror], one.dossier,
                       named_entity(*entities, core::entity_of(one.dossier)), one.state,
                       one.since});
  return found;
}

/// Who sat when scoring closed, and so voted or might have: a juror who came later did neither.
std::set<core::AccountId> electorate(const PanelRecord& panel,
                                     const regulation::Calendar& calendar) {
  std::set<core::AccountId> jurors;
  for (const auto& seat : panel.seats)
    if (core::in_time(seat.from, calendar.scoring_deadline)) jurors.insert(seat.juror);
  return jurors;
}

/// Of one that is in no list nobody is absent: it was not closed.
Deliberation deliberation(const DeliberationRow& row, const std::set<core::AccountId>& electorate,
                          Names& names) {
  Deliberation found{row.version, row.computed_at, row.position, {}, {}, {}, {}, row.lists};
  const bool is_listed = !row.lists.empty();
  const std::set<core::AccountId> seated(row.seated.begin(), row.seated.end());
  for (const auto& vote : row.votes)
    (!is_listed || seated.contains(vote.juror) ? found.votes : found.left)
        .push_back({vote, names[vote.juror]});
  for (const auto& juror : row.seated)
    if (electorate.contains(juror) &&
        std::ranges::find(row.votes, juror, &VoteRow::juror) == row.votes.end())
      found.absent.push_back(names[juror]);
  return found;
}

/// All that were published, and those that were voted on and gave way to another. The one that is
/// being voted on is told to nobody.
bool is_told(const DeliberationRow& row, const PanelRecord& panel) {
  return !row.lists.empty() ||
         (!row.votes.empty() && row.version != panel.deliberations.back().version);
}

std::vector<NotAdmitted> not_admitted(const std::vector<ListedDossier>& board) {
  std::vector<NotAdmitted> found;
  for (const auto& [entity, dossier] : board)
    if (dossier.state == DossierState::NotEligible)
      found.push_back({entity, dossier.category, dossier.screening->reason.value_or("")});
  return found;
}

std::vector<Withdrawn> withdrawn(const std::vector<ListedDossier>& board) {
  std::vector<Withdrawn> found;
  for (const auto& [entity, dossier] : board)
    if (dossier.state == DossierState::Withdrawn)
      found.push_back({entity, dossier.category, dossier.withdrawal->at});
  return found;
}

std::vector<HeardEntity> heard(const Views& views, const core::EditionId& edition) {
  const auto entities = views.view("entities");
  std::vector<HeardEntity> found;
  for (auto& one : complaints_of(*views.view("complaints"), edition))
    found.push_back({named_entity(*entities, core::entity_of(one.dossier)), one.dossier, one.stage,
                     one.filed_at, one.verdict, one.decided_at, std::move(one.reasons)});
  std::ranges::stable_sort(found, {}, &HeardEntity::filed_at);
  return found;
}

/// Those alone that were made before the result was computed: of later ones nobody is told yet.
/// None of an evaluation that does not count.
std::vector<ChangeAfterSealing> changed(const Views& views, const EditionResult& result) {
  const auto entities = views.view("entities");
  const auto desk = views.view("jury_desk");
  std::vector<ChangeAfterSealing> found;
  for (const auto& one : evaluations_in(*desk, result.edition))
    for (const auto& revision : one.revisions)
      if (revision.at <= result.computed_at && judges(*desk, one.dossier, one.juror))
        found.push_back({named_entity(*entities, core::entity_of(one.dossier)), one.dossier,
                         revision.at, revision.reason});
  std::ranges::sort(found, {}, [](const ChangeAfterSealing& change) {
    return std::tie(change.dossier, change.at, change.reason);
  });
  return found;
}

}  // namespace

std::optional<Minutes> minutes_of(const Views& views, const core::EditionId& edition) {
  auto result = published_result(views, edition);
  if (!result) return std::nullopt;
  auto panel = panel_record(*views.view("deliberations"), edition);
  auto names = names_of(panel);
  const auto opened = find_edition(*views.view("editions"), edition);
  core::ensure(opened.has_value(), "a result has an edition");
  const auto jurors = electorate(panel, opened->calendar);
  const auto board = dossier_board(views, edition);
  auto changes = changed(views, *result);
  Minutes minutes{std::move(panel.seats),
                  impediments(views, edition, names),
                  {},
                  *std::move(result),
                  not_admitted(board),
                  withdrawn(board),
                  heard(views, edition),
                  std::move(changes)};
  for (const auto& row : panel.deliberations)
    if (is_told(row, panel)) minutes.deliberations.push_back(deliberation(row, jurors, names));
  return minutes;
}

}  // namespace projections
