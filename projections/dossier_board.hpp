#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dossiers/dossier_events.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Which dossiers does an edition have, how far are they, and what stands in each?
[[nodiscard]] ReadModel dossier_board_model();

enum class DossierState { Draft, Submitted, Clarifying, Eligible, NotEligible, Withdrawn };
CHOICES(DossierState, "draft", "submitted", "clarifying", "eligible", "not-eligible", "withdrawn")

struct SectionCount {
  regulation::Section section = regulation::Section::I;
  std::int64_t records = 0;
  FIELDS(section, records)
};

/// Proof that a submission is in the log.
struct ReceiptRow {
  core::DossierId dossier;
  std::uint64_t position = 0;  ///< of the submission in the log
  core::Instant at;
  core::AccountId by;
  dossiers::Responsible responsible;
  FIELDS(dossier, position, at, by, responsible)
};

struct ScreeningRow {
  dossiers::Verdict verdict = dossiers::Verdict::Eligible;
  std::optional<std::string> reason;
  core::Instant at;
  FIELDS(verdict, reason, at)
};

/// The one round of questions before the verdict.
struct ClarificationRow {
  std::vector<regulation::Section> sections;  ///< that it opens
  std::string question;
  core::Instant asked_at;
  core::Instant until;
  std::optional<std::string> answer;
  std::optional<core::Instant> given_at;
  FIELDS(sections, question, asked_at, until, answer, given_at)
};

struct WithdrawalRow {
  std::string reason;
  core::Instant at;
  core::AccountId by;
  FIELDS(reason, at, by)
};

/// What the entity answers to the verdict that stands: its entity and the secretariat read it.
struct ContestRow {
  std::string text;
  core::Instant at;
  core::AccountId by;
  FIELDS(text, at, by)
};

/// A verdict that was thought over.
struct EarlierScreening {
  ScreeningRow screening;
  std::optional<ContestRow> contest;
  FIELDS(screening, contest)
};

/// A dossier without its records.
struct DossierRow {
  core::DossierId dossier;
  core::EditionId edition;
  core::EntityCode entity;
  regulation::Category category = regulation::Category::Municipio;
  DossierState state = DossierState::Draft;
  std::uint64_t version = 0;           ///< of its stream
  std::int64_t records = 0;            ///< in all sections
  std::vector<SectionCount> sections;  ///< those that have records, in order
  std::optional<ReceiptRow> receipt;
  std::optional<ClarificationRow> clarification;
  std::optional<ScreeningRow> screening;
  std::optional<ContestRow> contest;  ///< of the verdict that stands
  std::vector<EarlierScreening> earlier_screenings;
  std::optional<WithdrawalRow> withdrawal;
  FIELDS(dossier, edition, entity, category, state, version, records, sections, receipt,
         clarification, screening, contest, earlier_screenings, withdrawal)
};

/// One record of a dossier.
struct RecordRow {
  core::RecordId record_id;
  std::int64_t revision = 1;  ///< to be stated by who changes it
  regulation::Section section = regulation::Section::I;
  std::optional<dossiers::RecordOrigin> origin;  ///< where it was taken over
  dossiers::DossierRecord record;
  FIELDS(record_id, revision, section, origin, record)
};

/// What stands under a record's id; without content where it was removed.
struct StandingRecord {
  core::RecordId record_id;
  std::int64_t revision = 0;
  std::optional<dossiers::DossierRecord> record;
  FIELDS(record_id, revision, record)
};

/// By entity.
[[nodiscard]] std::vector<DossierRow> dossiers_of(const eventstore::RowView& view,
                                                  const core::EditionId& edition);
[[nodiscard]] std::optional<DossierRow> find_dossier(const eventstore::RowView& view,
                                                     const core::DossierId& dossier);
/// By section, then by id.
[[nodiscard]] std::vector<RecordRow> records_of(const eventstore::RowView& view,
                                                const core::DossierId& dossier);
/// Nothing where there never was such a record.
[[nodiscard]] std::optional<StandingRecord> standing_record(const eventstore::RowView& view,
                                                            const core::DossierId& dossier,
                                                            const core::RecordId& record);

}  // namespace projections
