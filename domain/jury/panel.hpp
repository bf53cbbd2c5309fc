#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/facts.hpp"
#include "domain/jury/assignment.hpp"
#include "domain/jury/panel_events.hpp"

namespace jury {

/// Errors: "unknown-edition", "juror-appointed", "unknown-entity", and those of
/// `core::check_length` on the name (200).
struct AppointJuror {
  static constexpr std::string_view name = "panel.appoint-juror";
  core::EditionId edition;
  core::AccountId juror;
  std::string juror_name;
  std::optional<core::EntityCode> affiliation;  ///< the autarquia that the juror belongs to
  FIELDS(edition, juror, juror_name, affiliation)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Asks every juror about every one of these dossiers, which are eligible. A juror of the
/// same municipality has a conflict from this moment.
/// Errors: "unknown-edition", "no-jurors", "dossiers-missing", "dossier-repeated",
/// "dossier-not-eligible", "unknown-entity", "nothing-to-ask".
struct AskConflicts {
  static constexpr std::string_view name = "panel.ask-conflicts";
  core::EditionId edition;
  std::vector<core::DossierId> dossiers;
  FIELDS(edition, dossiers)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// A juror answers for himself or herself. "None" may become a conflict at any time; a conflict
/// only the secretariat can waive.
/// Errors: "not-your-answer", "conflict-not-asked", "conflict-stands", "conflict-kind",
/// and those of `core::check_length` on the note (2000).
struct AnswerConflict {
  static constexpr std::string_view name = "panel.answer-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  bool has_conflict = false;
  std::optional<ConflictKind> kind;  ///< of a conflict, and only of a conflict
  std::string note;
  FIELDS(dossier, juror, has_conflict, kind, note)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
};

/// Errors: "conflict-not-asked", "conflict-stands", and those of `core::check_length` on the
/// reason (2000).
struct ImposeConflict {
  static constexpr std::string_view name = "panel.impose-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  std::string reason;
  FIELDS(dossier, juror, reason)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
};

/// Errors: "conflict-not-asked", "no-conflict", and those of `core::check_length` on the reason
/// (2000).
struct WaiveConflict {
  static constexpr std::string_view name = "panel.waive-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  std::string reason;
  FIELDS(dossier, juror, reason)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
};

/// Brings each of these dossiers to `per_dossier` jurors; assignments that stand are kept.
/// Errors: "unknown-edition", "dossiers-missing", "dossier-repeated", "dossier-not-eligible",
/// "jurors-per-dossier", "assignment-infeasible", "nothing-to-assign".
struct AssignJurors {
  static constexpr std::string_view name = "panel.assign";
  core::EditionId edition;
  std::vector<core::DossierId> dossiers;
  std::int64_t per_dossier = 0;
  FIELDS(edition, dossiers, per_dossier)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// An edition's jury: who sits on it, who may judge what, and who judges what. A conflict, however
/// late, ends the assignment that it touches.
class Panel {
 public:
  static constexpr std::string_view category = "panel";

  void apply(const JurorAppointed& event);
  void apply(const ConflictsAsked& event);
  void apply(const ConflictDenied& event);
  void apply(const ConflictDeclared& event);
  void apply(const ConflictImposed& event);
  void apply(const ConflictWaived& event);
  void apply(const JurorsAssigned& event);

  [[nodiscard]] core::Decision decide(const AppointJuror& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AskConflicts& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AnswerConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ImposeConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const WaiveConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AssignJurors& command, const core::Context&) const;

  void tell(core::Facts& facts) const;

 private:
  using Pair = facts::Assignment;
  enum class Answer { Asked, None, Declared, Imposed, Waived };

  [[nodiscard]] std::optional<Answer> answer_of(const Pair& pair) const;
  [[nodiscard]] bool has_conflict(const Pair& pair) const;
  [[nodiscard]] bool may_judge(const Pair& pair) const;
  [[nodiscard]] core::Result<void> check_decided(const Pair& pair, const std::string& reason) const;
  [[nodiscard]] std::vector<core::AccountId> jurors() const;
  [[nodiscard]] std::vector<Need> needs_of(const AssignJurors& command) const;
  [[nodiscard]] core::Result<std::vector<core::Event>> derived_conflicts(
      const AskConflicts& command, const core::Facts& facts) const;

  core::EditionId edition_;
  std::map<core::AccountId, std::optional<core::EntityCode>> jurors_;  ///< with their municipality
  std::set<core::DossierId> dossiers_;
  std::map<Pair, Answer> answers_;
  std::set<Pair> assignments_;
};

[[nodiscard]] const core::AggregateType& panel_type();

}  // namespace jury
