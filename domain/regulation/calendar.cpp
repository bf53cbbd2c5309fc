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

std::optional<core::Instant> end_of_term_cut_short(const std::optional<std::int64_t>& days,
                                                   const core::Instant& from,
                                                   const core::Instant& deadline,
                                                   const core::WallClock& lisbon) {
  namespace chrono = std::chrono;
  if (!days || !is_term(days)) return std::nullopt;
  const auto published = chrono::floor<chrono::days>(lisbon.shown(from));
  const auto last = core::end_of_term(chrono::sys_days(published.time_since_epoch()), *days);
  const chrono::local_days next((last + chrono::days(1)).time_since_epoch());
  const core::Instant end(lisbon.moment(next).time() - chrono::milliseconds(1));
  return core::in_time(end, deadline) ? std::nullopt : std::optional(end);
}

core::Instant contest_deadline(const Calendar& calendar, const core::Instant& turned_down,
                               const core::WallClock& lisbon) {
  return end_of_term_cut_short(calendar.hearing_days, turned_down, calendar.scoring_deadline,
                               lisbon)
      .value_or(calendar.scoring_deadline);
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
  const auto end = end_of_term_cut_short(calendar.hearing_days, calendar.results,
                                         calendar.hearing_deadline, lisbon);
  if (!end) return {};
  const auto days = std::to_string(*calendar.hearing_days);
  const auto [pt, en] = core::in_words(*end, lisbon);
  return core::fail(core::invalid(
      "hearing-too-short", "calendar.hearing_deadline",
      "Os " + days + " dias úteis da audiência, depois dos resultados, acabam em " + pt + ".",
      "The hearing's " + days + " working days, after the results, end on " + en + "."));
}

core::Result<void> check_complaints_length(const Calendar& calendar,
                                           const core::WallClock& lisbon) {
  const core::Instant final_list(calendar.hearing_deadline.time() + std::chrono::seconds(1));
  const auto end = end_of_term_cut_short(calendar.complaint_days, final_list,
                                         calendar.complaints_deadline, lisbon);
  if (!end) return {};
  const auto days = std::to_string(*calendar.complaint_days);
  const auto [pt, en] = core::in_words(*end, lisbon);
  return core::fail(core::invalid(
      "complaints-too-short", "calendar.complaints_deadline",
      "Os " + days + " dias úteis para reclamar, depois da audiência, acabam em " + pt + ".",
      "The " + days + " working days for complaints, after the hearing, end on " + en + "."));
}

}  // namespace regulation
