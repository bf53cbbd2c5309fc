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

core::Result<void> check_scoring_closed(const Calendar& calendar, const core::Instant& now) {
  if (phase_at(calendar, now) > Phase::Scoring) return {};
  const auto end = calendar.scoring_deadline.text();
  return core::fail(core::error_of(core::ErrorKind::Conflict, "scoring-open",
                                   "O júri ainda pode mudar pontuações, até " + end + ".",
                                   "The jury may still change marks, until " + end + "."));
}

core::Instant earliest_hearing_end(const Calendar& calendar, const core::Instant& now) {
  return core::Instant(now.time() + std::chrono::days(calendar.hearing_days.value_or(0)));
}

}  // namespace regulation
