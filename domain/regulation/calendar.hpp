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
  /// Working days that entities have at least, once a list is published: to be heard on a
  /// provisional one, and to complain against a final one.
  std::optional<std::int64_t> hearing_days = {};
  std::optional<std::int64_t> complaint_days = {};
  FIELDS(opens, submission_deadline, scoring_deadline, results, hearing_deadline,
         complaints_deadline, hearing_days, complaint_days)
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
                                                      const core::Instant& now,
                                                      const core::WallClock& lisbon);

/// When the working days end that a list published at `from` has to leave (`core::end_of_term`),
/// where `deadline` comes before; nothing where it leaves them, or none are promised.
[[nodiscard]] std::optional<core::Instant> end_of_term_cut_short(
    const std::optional<std::int64_t>& days, const core::Instant& from,
    const core::Instant& deadline, const core::WallClock& lisbon);

/// The last second in which it may be contested that a dossier was turned down then: the scoring
/// deadline, and that of the days to be heard where they end later.
[[nodiscard]] core::Instant contest_deadline(const Calendar& calendar,
                                             const core::Instant& turned_down,
                                             const core::WallClock& lisbon);

/// Errors: "hearing-days", "complaint-days", unless they are from 1 to 90 or not said.
[[nodiscard]] core::Result<void> check_hearing_days(const Calendar& calendar);
[[nodiscard]] core::Result<void> check_complaint_days(const Calendar& calendar);

/// Whether lists that are published as soon as they may be leave the days promised, where their
/// number is right. Errors: "hearing-too-short", "complaints-too-short".
[[nodiscard]] core::Result<void> check_hearing_length(const Calendar& calendar,
                                                      const core::WallClock& lisbon);
[[nodiscard]] core::Result<void> check_complaints_length(const Calendar& calendar,
                                                         const core::WallClock& lisbon);

}  // namespace regulation
