#include "domain/regulation/calendar.hpp"

#include "domain/core/words.hpp"
#include "domain/core/working_days.hpp"

namespace regulation {
namespace {

bool is_term(const std::optional<std::int64_t>& days) {
  constexpr std::int64_t longest = 90;
  return !days || (1 <= *days && *days <= longest);
}

}  // namespace

Phase phase_at(const Calendar& calendar, const core::Instant& now) {
  if (now < calendar.opens) return Phase::Announced;
  if (core::in_time(now, calendar.submission_deadline)) return Phase::Applications;
  if (core::in_time(now, calendar.scoring_deadline)) return Phase::Scoring;
  if (now < calendar.results) return Phase::Deliberation;
  if (core::in_time(now, calendar.hearing_deadline)) return Phase::Hearing;
  if (core::in_time(now, calendar.complaints_deadline)) return Phase::Complaints;
  return Phase::Over;
}

core::Result<void> check_scoring_closed(const Calendar& calendar, const core::Instant& now,
                                        const core::WallClock& lisbon) {
  if (phase_at(calendar, now) > Phase::Scoring) return {};
  const auto [pt, en] = core::in_words(calendar.scoring_deadline, lisbon);
  return core::fail(core::error_of(core::ErrorKind::Conflict, "scoring-open",
                                   "O júri ainda pode mudar pontuações, até " + pt + ".",
                                   "The jury may still change marks, until " + en + "."));
}

core::Instant end_of_term(const std::optional<std::int64_t>& days, const core::Instant& now,
                          const core::WallClock& lisbon) {
  namespace chrono = std::chrono;
  if (!days) return now;
  const auto published = chrono::floor<chrono::days>(lisbon.shown(now));
  const auto last = core::end_of_term(chrono::sys_days(published.time_since_epoch()), *days);
  const chrono::local_days next((last + chrono::days(1)).time_since_epoch());
  return core::Instant(lisbon.moment(next).time() - chrono::milliseconds(1));
}

core::Result<void> check_hearing_days(const Calendar& calendar) {
  if (is_term(calendar.hearing_days)) return {};
  return core::fail(core::invalid("hearing-days", "calendar.hearing_days",
                                  "A audiência dos interessados dura de 1 a 90 dias úteis.",
                                  "A hearing takes from 1 to 90 working days."));
}

core::Result<void> check_complaint_days(const Calendar& calendar) {
  if (is_term(calendar.complaint_days)) return {};
  return core::fail(core::invalid("complaint-days", "calendar.complaint_days",
                                  "O prazo para reclamar é de 1 a 90 dias úteis.",
                                  "Complaints are taken for 1 to 90 working days."));
}

core::Result<void> check_hearing_length(const Calendar& calendar, const core::WallClock& lisbon) {
  if (!calendar.hearing_days || !is_term(calendar.hearing_days)) return {};
  const auto end = end_of_term(calendar.hearing_days, calendar.results, lisbon);
  if (core::in_time(end, calendar.hearing_deadline)) return {};
  const auto days = std::to_string(*calendar.hearing_days);
  const auto [pt, en] = core::in_words(end, lisbon);
  return core::fail(core::invalid(
      "hearing-too-short", "calendar.hearing_deadline",
      "Os " + days + " dias úteis da audiência, depois dos resultados, acabam em " + pt + ".",
      "The hearing's " + days + " working days, after the results, end on " + en + "."));
}

core::Result<void> check_complaints_length(const Calendar& calendar,
                                           const core::WallClock& lisbon) {
  if (!calendar.complaint_days || !is_term(calendar.complaint_days)) return {};
  const core::Instant final_list(calendar.hearing_deadline.time() + std::chrono::seconds(1));
  const auto end = end_of_term(calendar.complaint_days, final_list, lisbon);
  if (core::in_time(end, calendar.complaints_deadline)) return {};
  const auto days = std::to_string(*calendar.complaint_days);
  const auto [pt, en] = core::in_words(end, lisbon);
  return core::fail(core::invalid(
      "complaints-too-short", "calendar.complaints_deadline",
      "Os " + days + " dias úteis para reclamar, depois da audiência, acabam em " + pt + ".",
      "The " + days + " working days for complaints, after the hearing, end on " + en + "."));
}

}  // namespace regulation
