#pragma once

#include "domain/dossiers/clarification.hpp"
#include "domain/dossiers/contest.hpp"
#include "domain/dossiers/record_commands.hpp"

namespace dossiers {

/// Errors: "dossier-exists", "dossier-withdrawn", "unknown-edition", "unknown-entity",
/// "category-not-in-edition", "not-admitted" (by the admission), "not-open-yet", "deadline-passed".
struct StartDossier {
  static constexpr std::string_view name = "dossier.start";
  core::EditionId edition;
  core::EntityCode entity;
  FIELDS(edition, entity)

  [[nodiscard]] std::string target() const { return core::dossier_of(edition, entity).text(); }
  /// With the results of the editions that this one follows.
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// The last second of the calendar's deadline is still in time; the admission is asked once more,
/// for an earlier edition may have ended since. Errors: "unknown-dossier", "already-submitted",
/// "deadline-passed", "not-admitted", "text-length" and "text-unreadable" on the person
/// responsible, "incomplete".
struct SubmitDossier {
  static constexpr std::string_view name = "dossier.submit";
  core::DossierId dossier;
  Responsible responsible;
  FIELDS(dossier, responsible)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  /// As `StartDossier` does.
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// A submitted dossier is withdrawn for good, until results may be published. Errors:
/// "unknown-dossier", "not-submitted", "dossier-withdrawn", "not-eligible", "withdrawal-too-late",
/// "text-length" and "text-unreadable" on the reason.
struct WithdrawDossier {
  static constexpr std::string_view name = "dossier.withdraw";
  core::DossierId dossier;
  std::string reason;
  FIELDS(dossier, reason)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

/// A dossier that was turned down may be screened again, as long as that may be contested; where
/// the entity has contested that, afterwards too. One whose clarification nobody gave first goes
/// back to what it was when that was asked for. Errors: "unknown-dossier", "dossier-withdrawn",
/// "not-submitted", "already-screened", "screening-too-early" (until the submission deadline),
/// "clarification-open", "reason-missing", "text-length" and "text-unreadable" on the reason.
struct ScreenDossier {
  static constexpr std::string_view name = "dossier.screen";
  core::DossierId dossier;
  Verdict verdict = Verdict::Eligible;
  std::optional<std::string> reason;  ///< what the entity will read
  FIELDS(dossier, verdict, reason)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

}  // namespace dossiers
