#include "projections/deliberations.hpp"

#include <algorithm>
#include <set>

#include "domain/jury/panel_events.hpp"
#include "projections/jury_desk.hpp"

namespace projections {
namespace {

using core::Recorded;

std::string key_of(const core::EditionId& edition) {
  return row_key({edition.text()});
}

/// Changes the edition's row, or begins it.
template <class Change>
void change(const core::EditionId& edition, Rows& rows, Change change) {
  auto row = rows.find<PanelRecord>(key_of(edition)).value_or(PanelRecord());
  change(row);
  rows.put_record(key_of(edition), row);
}

void leave(const jury::JurorLeft& e, const Recorded& recorded, Rows& rows) {
  change(e.edition, rows, [&](PanelRecord& panel) {
    for (auto& seat : panel.seats)
      if (seat.juror == e.juror && !seat.until) seat.until = recorded.recorded_at;
  });
}

void vote(const awards::ResultVoted& e, const Recorded&, Rows& rows) {
  change(e.edition, rows, [&](PanelRecord& panel) {
    core::ensure(!panel.deliberations.empty(), "a result is computed before it is voted on");
    auto& votes = panel.deliberations.back().votes;
    const auto place = std::ranges::lower_bound(votes, e.by, {}, &VoteRow::juror);
    VoteRow row{e.by, e.at, e.choice, e.statement};
    if (place != votes.end() && place->juror == e.by)
      *place = std::move(row);
    else
      votes.insert(place, std::move(row));
  });
}

void publish(const core::EditionId& edition, ResultState state, const Recorded& recorded,
             Rows& rows) {
  change(edition, rows, [&](PanelRecord& panel) {
    core::ensure(!panel.deliberations.empty(), "a result is computed before it is published");
    auto& last = panel.deliberations.back();
    if (last.lists.empty()) last.seated = seated(panel, Seats::Now);
    last.lists.push_back({state, recorded.recorded_at, recorded.position});
  });
}

}  // namespace

ReadModel deliberations_model() {
  ReadModel model({"deliberations", 1});
  model.on<jury::JurorAppointed>(
      [](const jury::JurorAppointed& e, const Recorded& recorded, Rows& rows) {
        change(e.edition, rows, [&](PanelRecord& panel) {
          panel.seats.push_back({e.juror, e.juror_name, recorded.recorded_at, {}});
        });
      });
  model.on<jury::JurorLeft>(leave);
  model.on<awards::ResultComputed>(
      [](const awards::ResultComputed& e, const Recorded& recorded, Rows& rows) {
        change(e.edition, rows, [&](PanelRecord& panel) {
          panel.deliberations.push_back({std::ssize(panel.deliberations) + 1,
                                         recorded.recorded_at,
                                         recorded.position,
                                         {},
                                         {},
                                         {}});
        });
      });
  model.on<awards::ResultVoted>(vote);
  model.on<awards::ResultPublished>(
      [](const awards::ResultPublished& e, const Recorded& recorded, Rows& rows) {
        publish(e.edition, ResultState::Provisional, recorded, rows);
      });
  model.on<awards::ResultFinalised>(
      [](const awards::ResultFinalised& e, const Recorded& recorded, Rows& rows) {
        publish(e.edition, ResultState::Final, recorded, rows);
      });
  return model;
}

PanelRecord panel_record(const eventstore::RowView& view, const core::EditionId& edition) {
  return find_row<PanelRecord>(view, key_of(edition)).value_or(PanelRecord());
}

std::vector<core::AccountId> seated(const PanelRecord& panel, Seats seats) {
  std::set<core::AccountId> jurors;
  for (const auto& seat : panel.seats)
    if (seats == Seats::Ever || !seat.until) jurors.insert(seat.juror);
  return {jurors.begin(), jurors.end()};
}

bool has_final_list(const PanelRecord& panel) {
  return std::ranges::any_of(panel.deliberations, [](const DeliberationRow& row) {
    return std::ranges::find(row.lists, ResultState::Final, &ListRow::state) != row.lists.end();
  });
}

std::optional<Ballot> ballot_of(const Views& views, const core::EditionId& edition,
                                const core::AccountId& juror) {
  auto result = draft_result(views, edition);
  const auto panel = panel_record(*views.view("deliberations"), edition);
  if (!result || panel.deliberations.empty()) return std::nullopt;
  const auto& last = panel.deliberations.back();
  const auto impeded = impeded_in(*views.view("jury_desk"), edition, juror);
  std::erase_if(result->dossiers,
                [&](const NamedResult& named) { return impeded.contains(named.result.dossier); });
  Ballot ballot{last.version, last.lists.empty(), *std::move(result), {}};
  const auto own = std::ranges::find(last.votes, juror, &VoteRow::juror);
  if (own != last.votes.end()) ballot.vote = *own;
  return ballot;
}

}  // namespace projections
