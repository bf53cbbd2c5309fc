#include "domain/regulation/calendar.hpp"

namespace regulation {

Phase phase_at(const Calendar& calendar, const core::Instant& now) {
  if (now < calendar.opens) return Phase::Announced;
  if (core::in_time(now, calendar.submission_deadline)) return Phase::Applications;
  if (core::in_time(now, calendar.scoring_deadline)) return Phase::Scoring;
  if (now < calendar.results) return Phase::Deliberation;
  if (core::in_time(now, calendar.hearing_deadline)) return Phase::Hearing;
  if (core::in_time(now, calendar.complaints_deadline)) return Phase::Complaints;
  return Phase::Over;
}

core::Instant earliest_hearing_end(const Calendar& calendar, const core::Instant& now) {
  return core::Instant(now.time() + std::chrono::days(calendar.hearing_days.value_or(0)));
}

}  // namespace regulation
