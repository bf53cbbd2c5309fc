#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/core/reason.hpp"
#include "domain/jury/completeness.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/jury/panel_events.hpp"
#include "projections/entities.hpp"
#include "projections/views.hpp"

namespace projections {

/// What has each juror to answer and to judge, and how far is it? Rows that a juror may read are of
/// that juror alone: no name, number or state of another is in them.
[[nodiscard]] ReadModel jury_desk_model();

struct DepartureRow {
  core::Instant at;
  std::string reason;
  FIELDS(at, reason)
};

struct JurorRow {
  core::AccountId juror;
  std::string juror_name;
  std::optional<core::EntityCode> affiliation;
  std::optional<std::int64_t> most_dossiers = {};
  std::vector<regulation::Theme> areas = {};
  std::vector<jury::Tie> ties = {};
  std::optional<DepartureRow> left = {};  ///< where the juror no longer sits on the panel
  FIELDS(juror, juror_name, affiliation, most_dossiers, areas, ties, left)
};

enum class ConflictState { Asked, None, Declared, Imposed, Waived };
CHOICES(ConflictState, "asked", "none", "declared", "imposed", "waived")

/// Whether it keeps the juror from the dossier.
[[nodiscard]] constexpr bool is_conflict(ConflictState state) {
  return state == ConflictState::Declared || state == ConflictState::Imposed;
}

/// One juror and one dossier: what was answered and decided, the last word each.
struct ConflictRow {
  core::DossierId dossier;
  core::AccountId juror;
  ConflictState state = ConflictState::Asked;
  core::Instant since;                     ///< when it came to this state
  std::optional<jury::ConflictKind> kind;  ///< of a declared conflict
  std::optional<std::string> note;         ///< the juror's
  std::optional<jury::ImposedBy> imposed_by;
  std::optional<std::string> reason;               ///< of what was imposed
  std::optional<std::string> waiver_reason;        ///< of its waiver
  std::optional<core::AccountId> decided_by = {};  ///< who imposed or waived it last
  FIELDS(dossier, juror, state, since, kind, note, imposed_by, reason, waiver_reason, decided_by)
};

struct ChangedMark {
  std::optional<jury::Mark> before;
  jury::Mark now;
  FIELDS(before, now)
};

/// A change after sealing.
struct RevisionRow {
  core::Instant at;
  std::string reason;
  std::vector<ChangedMark> changes;
  FIELDS(at, reason, changes)
};

/// One juror's marks on one dossier, for that juror's eyes until results are made of them.
struct EvaluationRow {
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<jury::Mark> marks;  ///< the last one on each criterion
  bool sealed = false;
  std::uint64_t version = 0;                ///< of the evaluation's stream; 0: nothing marked yet
  std::vector<RevisionRow> revisions = {};  ///< the first one first
  std::vector<core::CriterionId> released = {};  ///< whose comments the entity may read
  FIELDS(dossier, juror, marks, sealed, version, revisions, released)
};

enum class Progress { NotStarted, InProgress, Sealed };
CHOICES(Progress, "not-started", "in-progress", "sealed")

[[nodiscard]] Progress progress_of(const EvaluationRow& evaluation);

/// An assignment that stands: a conflict, however late, ends it.
struct Assigned {
  core::DossierId dossier;
  core::AccountId juror;
  Progress progress = Progress::NotStarted;
  FIELDS(dossier, juror, progress)
};

/// A pair that the secretariat has fixed or forbidden.
struct RuleRow {
  core::DossierId dossier;
  core::AccountId juror;
  jury::PairRule rule = jury::PairRule::Free;
  std::string reason;
  FIELDS(dossier, juror, rule, reason)
};

/// How many jurors a dossier was to have when it was last given some.
struct WantedRow {
  core::DossierId dossier;
  std::int64_t jurors = 0;
  FIELDS(dossier, jurors)
};

/// A dossier that its entity took back: nobody judges it, or is asked to, from then on.
struct WithdrawnRow {
  core::DossierId dossier;
  std::string reason;
  FIELDS(dossier, reason)
};

/// A dossier that has lost jurors, or never had enough.
struct ShortOfJurors {
  core::DossierId dossier;
  std::int64_t jurors = 0;  ///< that it has
  std::int64_t wanted = 0;
  FIELDS(dossier, jurors, wanted)
};

/// What a juror gave that does not count: a conflict was found later, the juror left before it was
/// sealed, or the dossier was withdrawn.
struct SetAside {
  core::DossierId dossier;
  core::AccountId juror;
  Progress progress = Progress::InProgress;
  std::string reason;
  FIELDS(dossier, juror, progress, reason)
};

/// An edition's jury for the secretariat; no marks.
struct PanelView {
  core::EditionId edition;
  std::vector<JurorRow> jurors;
  std::vector<ConflictRow> conflicts;  ///< by juror and dossier
  std::vector<Assigned> assignments;   ///< by juror and dossier
  std::vector<RuleRow> rules;          ///< by juror and dossier
  std::vector<ShortOfJurors> short_of_jurors;
  std::vector<SetAside> set_aside;     ///< by juror and dossier
  std::int64_t groups = 0;             ///< of jurors and dossiers that nothing connects; 1 is good
  std::vector<jury::Pairing> bridges;  ///< proposals: to assign these too would connect them
  FIELDS(edition, jurors, conflicts, assignments, rules, short_of_jurors, set_aside, groups,
         bridges)
};

struct DeskConflict {
  NamedEntity entity;
  ConflictRow conflict;
  FIELDS(entity, conflict)
};

/// What an entity said of its result was upheld, or the dossier could not be ranked: until it is
/// computed anew, the dossier's jurors may judge it once more.
struct ReopenedRow {
  core::DossierId dossier;
  core::Instant since;
  std::string reasons;  ///< of the decision, or why it could not be ranked
  FIELDS(dossier, since, reasons)
};

struct DeskAssignment {
  NamedEntity entity;
  core::DossierId dossier;
  Progress progress = Progress::NotStarted;
  std::vector<jury::Mark> marks;
  jury::Completeness completeness;
  std::optional<ReopenedRow> reopened;
  FIELDS(entity, dossier, progress, marks, completeness, reopened)
};

/// What one juror has to do in one edition, by dossier.
struct Desk {
  core::EditionId edition;
  std::vector<DeskConflict> conflicts;
  std::vector<DeskAssignment> assignments;
  std::vector<std::string> panel;  ///< who sits on it; nobody where jurors are not to know
  FIELDS(edition, conflicts, assignments, panel)
};

/// An evaluation with what it lacks.
struct WholeEvaluation : EvaluationRow {
  jury::Completeness completeness;
  FIELDS_AND_THOSE_OF(EvaluationRow, completeness)
};

/// The proposals are worked out anew each time, from who might judge what as it stands.
[[nodiscard]] PanelView panel_of(const eventstore::RowView& view, const core::EditionId& edition);
[[nodiscard]] Desk desk_of(const Views& views, const core::EditionId& edition,
                           const core::AccountId& juror);

/// By juror and dossier.
[[nodiscard]] std::vector<ConflictRow> conflicts_of(const eventstore::RowView& view,
                                                    const core::EditionId& edition);
/// The dossiers that a conflict keeps the juror from.
[[nodiscard]] std::set<core::DossierId> impeded_in(const eventstore::RowView& view,
                                                   const core::EditionId& edition,
                                                   const core::AccountId& juror);
/// The jurors to whom the dossier is assigned now; none where it was withdrawn.
[[nodiscard]] std::vector<core::AccountId> jurors_of(const eventstore::RowView& view,
                                                     const core::DossierId& dossier);
/// Whether the juror is one of them.
[[nodiscard]] bool judges(const eventstore::RowView& view, const core::DossierId& dossier,
                          const core::AccountId& juror);
/// All that was marked, by juror and dossier; also what was set aside.
[[nodiscard]] std::vector<EvaluationRow> evaluations_in(const eventstore::RowView& view,
                                                        const core::EditionId& edition);
/// An empty evaluation where nothing was marked yet.
[[nodiscard]] EvaluationRow evaluation_of(const eventstore::RowView& view,
                                          const core::DossierId& dossier,
                                          const core::AccountId& juror);
/// Nothing where there is no such edition.
[[nodiscard]] std::optional<WholeEvaluation> whole_evaluation(const Views& views,
                                                              const core::DossierId& dossier,
                                                              const core::AccountId& juror);

}  // namespace projections
