#pragma once

#include <algorithm>

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/regulation/regulation.hpp"

namespace editions {

/// Opening freezes the regulation. A demonstration's scores and awards are invented, and every
/// page and document of it says so.
struct EditionOpened {
  static constexpr std::string_view name = "edition-opened";
  static constexpr int version = 6;
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)
};

/// What the edition was bound to at its opening: nobody can say later that the rules were others.
struct RegulationFrozen {
  static constexpr std::string_view name = "regulation-frozen";
  core::EditionId edition;
  std::string regulation_sha256;               ///< of the regulation as it is written
  std::optional<std::string> draw_commitment;  ///< SHA-256 of the draw's seed
  FIELDS(edition, regulation_sha256, draw_commitment)
};

/// A regulation in the making; it may have faults still. The next one replaces it.
struct EditionDrafted {
  static constexpr std::string_view name = "edition-drafted";
  static constexpr int version = 5;
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)
};

/// Dossiers are taken until later than the regulation said, and everybody may read why.
struct DeadlineExtended {
  static constexpr std::string_view name = "deadline-extended";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  core::Instant before;               ///< the deadline until then
  core::Instant submission_deadline;  ///< and from then on
  std::string reason;
  FIELDS(edition, at, by, before, submission_deadline, reason)

  void put_off(regulation::Calendar& calendar) const {
    calendar.submission_deadline = submission_deadline;
  }
};

/// Jurors judge until later than the regulation said; results come no sooner.
struct ScoringExtended {
  static constexpr std::string_view name = "scoring-extended";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  core::Instant before;            ///< the end of scoring until then
  core::Instant scoring_deadline;  ///< and from then on
  std::string reason;
  FIELDS(edition, at, by, before, scoring_deadline, reason)

  void put_off(regulation::Calendar& calendar) const {
    calendar.scoring_deadline = scoring_deadline;
    calendar.results = std::max(calendar.results, scoring_deadline);
  }
};

/// Entities are heard until later than the regulation said; the time for complaints comes as much
/// later.
struct HearingExtended {
  static constexpr std::string_view name = "hearing-extended";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  core::Instant before;               ///< the end of the hearing until then
  core::Instant hearing_deadline;     ///< and from then on
  core::Instant complaints_deadline;  ///< from then on
  std::string reason;
  FIELDS(edition, at, by, before, hearing_deadline, complaints_deadline, reason)

  void put_off(regulation::Calendar& calendar) const {
    calendar.hearing_deadline = hearing_deadline;
    calendar.complaints_deadline = complaints_deadline;
  }
};

/// Complaints against the final list are taken until later than was said.
struct ComplaintsExtended {
  static constexpr std::string_view name = "complaints-extended";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  core::Instant before;               ///< the end of complaints until then
  core::Instant complaints_deadline;  ///< and from then on
  std::string reason;
  FIELDS(edition, at, by, before, complaints_deadline, reason)

  void put_off(regulation::Calendar& calendar) const {
    calendar.complaints_deadline = complaints_deadline;
  }
};

}  // namespace editions
