#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/awards/vote_events.hpp"
#include "projections/results.hpp"

namespace projections {

/// What did an edition's panel vote on, who sat on it, and what came of it?
[[nodiscard]] ReadModel deliberations_model();

/// From an appointment to the departure, where there was one; who is appointed again has another.
struct SeatRow {
  core::AccountId juror;
  std::string juror_name;
  core::Instant from;
  std::optional<core::Instant> until;
  FIELDS(juror, juror_name, from, until)
};

struct VoteRow {
  core::AccountId juror;
  core::Instant at;
  awards::VoteChoice choice = awards::VoteChoice::InFavour;
  std::optional<std::string> statement;
  FIELDS(juror, at, choice, statement)
};

struct ListRow {
  ResultState state = ResultState::Provisional;  ///< or final
  core::Instant at;
  std::uint64_t position = 0;  ///< in the log
  FIELDS(state, at, position)
};

/// One result, from its computation to the lists that it was published in.
struct DeliberationRow {
  std::int64_t version = 0;  ///< of the edition's result: 1 is the first that was computed
  core::Instant computed_at;
  std::uint64_t position = 0;           ///< of the computation in the log
  std::vector<core::AccountId> seated;  ///< on the panel when it was published first
  std::vector<VoteRow> votes;           ///< by juror, the last of each
  std::vector<ListRow> lists;           ///< none: it is not published
  FIELDS(version, computed_at, position, seated, votes, lists)
};

struct PanelRecord {
  std::vector<SeatRow> seats;  ///< by their beginning
  std::vector<DeliberationRow> deliberations;
  FIELDS(seats, deliberations)
};

/// Empty where nothing happened yet. For those who may know how each juror voted: nobody before
/// publication, so that a vote follows from no other.
[[nodiscard]] PanelRecord panel_record(const eventstore::RowView& view,
                                       const core::EditionId& edition);

enum class Seats { Now, Ever };
/// Who sits on the panel, or ever sat.
[[nodiscard]] std::vector<core::AccountId> seated(const PanelRecord& panel, Seats seats);

/// Whether one of its results stands, or stood, in a final list.
[[nodiscard]] bool has_final_list(const PanelRecord& panel);

/// What a juror votes on, but for the dossiers in which they have a conflict, and their own vote;
/// of the others', nothing.
struct Ballot {
  std::int64_t version = 0;  ///< of the result
  bool open = false;         ///< it may be voted on: it is not published
  EditionResult result;
  std::optional<VoteRow> vote;  ///< of who asks
  FIELDS(version, open, result, vote)
};

/// Nothing before the first computation.
[[nodiscard]] std::optional<Ballot> ballot_of(const Views& views, const core::EditionId& edition,
                                              const core::AccountId& juror);

}  // namespace projections
