#pragma once

#include <cstdint>
#include <optional>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/result.hpp"

namespace regulation {

struct Calendar {
  core::Instant opens;
  core::Instant submission_deadline;  ///< the last second in which a submission is taken
  core::Instant scoring_deadline;
  core::Instant results;              ///< not before this may the provisional list be published
  core::Instant hearing_deadline;     ///< entities are heard on it until then; then the final list
  core::Instant complaints_deadline;  ///< complaints against the final list are taken until then
  std::optional<std::int64_t> hearing_days = {};  ///< of 24 hours, that entities have at least
  FIELDS(opens, submission_deadline, scoring_deadline, results, hearing_deadline,
         complaints_deadline, hearing_days)
};

/// How far an edition has come by the clock, in order.
enum class Phase { Announced, Applications, Scoring, Deliberation, Hearing, Complaints, Over };
CHOICES(Phase, "announced", "applications", "scoring", "deliberation", "hearing", "complaints",
        "over")

/// The one place that says what is open when. A phase ends after the whole second that its deadline
/// names (`core::in_time`); applications begin at `opens` and the hearing at `results`, to the
/// millisecond.
[[nodiscard]] Phase phase_at(const Calendar& calendar, const core::Instant& now);

/// Whether marks can no longer change: before that nobody, on the panel or off it, sees what they
/// add up to. Error: "scoring-open".
[[nodiscard]] core::Result<void> check_scoring_closed(const Calendar& calendar,
                                                      const core::Instant& now);

/// When the hearing may end at the earliest, if the list is published `now`.
[[nodiscard]] core::Instant earliest_hearing_end(const Calendar& calendar,
                                                 const core::Instant& now);

}  // namespace regulation
