#pragma once

#include <cstdint>
#include <string>

#include "domain/core/ids.hpp"
#include "domain/practices/sheet.hpp"

namespace practices {

/// A practice's first version and where it comes from: a record that its entity offered in a
/// dossier.
struct Proposal : Sheet {
  core::PracticeId practice;
  core::DossierId dossier;
  core::RecordId record_id;
  core::EntityCode entity;
  FIELDS_AND_THOSE_OF(Sheet, practice, dossier, record_id, entity)
};

/// A practice's next version, whole.
struct Revision : Sheet {
  core::PracticeId practice;
  FIELDS_AND_THOSE_OF(Sheet, practice)
};

/// The contact of a practice, the same in all its versions.
[[nodiscard]] inline core::PersonId contact_of(const core::PracticeId& practice) {
  return core::PersonId("Contact-" + practice.text());
}

struct PracticeProposed : Proposal {
  static constexpr std::string_view name = "practice-proposed";

  [[nodiscard]] core::PersonId person() const { return contact_of(practice); }
};

struct PracticeRevised : Revision {
  static constexpr std::string_view name = "practice-revised";

  [[nodiscard]] core::PersonId person() const { return contact_of(practice); }
};

enum class ReviewStep { First, Second };
CHOICES(ReviewStep, "first", "second")

enum class Verdict { Approve, Return };
CHOICES(Verdict, "approve", "return")

/// Of the latest version.
struct PracticeReviewed {
  static constexpr std::string_view name = "practice-reviewed";
  core::PracticeId practice;
  ReviewStep step = ReviewStep::First;
  Verdict verdict = Verdict::Approve;
  std::string note;
  core::AccountId reviewer;
  FIELDS(practice, step, verdict, note, reviewer)
};

/// From now on the public reads this version; earlier ones stay readable.
struct PracticePublished {
  static constexpr std::string_view name = "practice-published";
  core::PracticeId practice;
  std::int64_t revision = 1;  ///< 1 as proposed, one more each time it was revised
  FIELDS(practice, revision)
};

/// Somebody made sure that the practice is still as it says.
struct PracticeConfirmed {
  static constexpr std::string_view name = "practice-confirmed";
  core::PracticeId practice;
  core::Date on;
  FIELDS(practice, on)
};

}  // namespace practices
