#pragma once

#include "projections/complaints.hpp"
#include "projections/deliberations.hpp"
#include "projections/jury_desk.hpp"

namespace projections {

/// A juror who took no part in judging a dossier, or might after all. Why, which may be a matter of
/// family or health, is between the juror and the secretariat.
struct Impediment {
  core::AccountId juror;
  std::string juror_name;
  core::DossierId dossier;
  NamedEntity entity;
  ConflictState state = ConflictState::Declared;  ///< or imposed, or waived
  core::Instant since;
  FIELDS(juror, juror_name, dossier, entity, state, since)
};

struct NamedVote : VoteRow {
  std::string juror_name;
  FIELDS_AND_THOSE_OF(VoteRow, juror_name)
};

/// The panel's decision on one result that was published, or that it voted on before another took
/// its place.
struct Deliberation {
  std::int64_t version = 0;  ///< of the edition's result
  core::Instant computed_at;
  std::uint64_t position = 0;    ///< of its computation in the log
  std::string sha256;            ///< of `result-computed` in compact JSON
  std::vector<NamedVote> votes;  ///< of those who sat
  std::vector<NamedVote> left;   ///< of those who left before it was published: they do not count
  std::vector<std::string> absent;  ///< names of those who sat and did not vote
  std::vector<ListRow> lists;       ///< none: it was not published
  FIELDS(version, computed_at, position, sha256, votes, left, absent, lists)
};

/// What an entity said and what came of it; its words stay between it and the secretariat.
struct HeardEntity {
  NamedEntity entity;
  core::DossierId dossier;
  awards::ComplaintStage stage = awards::ComplaintStage::Hearing;
  core::Instant filed_at;
  std::optional<awards::ComplaintVerdict> verdict;
  std::optional<core::Instant> decided_at;
  std::optional<std::string> reasons;
  FIELDS(entity, dossier, stage, filed_at, verdict, decided_at, reasons)
};

struct NotAdmitted {
  NamedEntity entity;
  regulation::Category category = regulation::Category::Municipio;
  std::string reason;
  FIELDS(entity, category, reason)
};

/// Why is between the entity and the secretariat.
struct Withdrawn {
  NamedEntity entity;
  regulation::Category category = regulation::Category::Municipio;
  core::Instant at;
  FIELDS(entity, category, at)
};

/// A change to a sealed evaluation that the result counts with. Whose it was, and from which mark
/// to which, is not told.
struct ChangeAfterSealing {
  NamedEntity entity;
  core::DossierId dossier;
  core::Instant at;
  std::string reason;
  FIELDS(entity, dossier, at, reason)
};

/// The minutes (ata) of an edition's panel, as Código do Procedimento Administrativo, arts. 34 and
/// 35, asks: who sat and voted, what was decided and why, and who dissented. Who gave which mark is
/// not known here.
struct Minutes {
  std::vector<SeatRow> seats;
  std::vector<Impediment> impediments;  ///< by juror and dossier
  std::vector<Deliberation> deliberations;
  EditionResult result;  ///< the one published last
  std::vector<NotAdmitted> not_admitted;
  std::vector<Withdrawn> withdrawn;
  std::vector<HeardEntity> heard;
  std::vector<ChangeAfterSealing> changed;  ///< by dossier, the first one first
  FIELDS(seats, impediments, deliberations, result, not_admitted, withdrawn, heard, changed)
};

/// Nothing before a list is published. The digests are left to whoever reads the log.
[[nodiscard]] std::optional<Minutes> minutes_of(const Views& views, const core::EditionId& edition);

}  // namespace projections
