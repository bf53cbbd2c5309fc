#pragma once

#include "domain/core/aggregate.hpp"
#include "domain/practices/practice_events.hpp"

namespace practices {

/// The dossier has to be eligible, the entity's own, and offer the record as a good practice.
/// Errors: "practice-id", "practice-exists", "unknown-dossier", "practice-entity",
/// "not-eligible", "record-not-offered", and those of `check` on the sheet.
struct ProposePractice : Proposal {
  static constexpr std::string_view name = "practice.propose";

  [[nodiscard]] std::string target() const { return practice.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"dossier", dossier.text()}};
  }
};

/// A practice that was returned, or a published one that has changed; it is reviewed anew, and what
/// is published stays so until then.
/// Errors: "unknown-practice", "under-review", and those of `check` on the sheet.
struct RevisePractice : Revision {
  static constexpr std::string_view name = "practice.revise";

  [[nodiscard]] std::string target() const { return practice.text(); }
};

/// The second step follows an approval at the first, by somebody else.
/// Errors: "unknown-practice", "review-order", "same-reviewer", "text-length", "text-unreadable".
struct ReviewPractice {
  static constexpr std::string_view name = "practice.review";
  core::PracticeId practice;
  ReviewStep step = ReviewStep::First;
  Verdict verdict = Verdict::Approve;
  std::string note;  ///< to 1000 characters; says why where the practice is returned
  FIELDS(practice, step, verdict, note)

  [[nodiscard]] std::string target() const { return practice.text(); }
};

/// After both approvals. Errors: "unknown-practice", "not-approved".
struct PublishPractice {
  static constexpr std::string_view name = "practice.publish";
  core::PracticeId practice;
  FIELDS(practice)

  [[nodiscard]] std::string target() const { return practice.text(); }
};

/// Errors: "unknown-practice", "not-published", "confirmed-in-future", "confirmation-order" (no
/// later than the last one).
struct ConfirmPractice {
  static constexpr std::string_view name = "practice.confirm";
  core::PracticeId practice;
  core::Date on;
  FIELDS(practice, on)

  [[nodiscard]] std::string target() const { return practice.text(); }
};

}  // namespace practices
