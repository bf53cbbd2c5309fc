#include "domain/regulation/calendar.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/support/regulations.hpp"

/// What is open when.
namespace {

using regulation::Calendar;
using regulation::Phase;
using regulation::phase_at;

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

/// Deadlines at midnight in Lisbon, the hearing's on the day on which the clock goes back.
Calendar calendar() {
  return {instant("2026-03-01T00:00:00Z"), instant("2026-06-30T22:59:59Z"),
          instant("2026-09-15T22:59:59Z"), instant("2026-10-01T08:00:00Z"),
          instant("2026-10-25T23:59:59Z"), instant("2026-11-15T23:59:59.999Z")};
}

TEST(Calendar, OpensAndClosesByTheClock) {
  using enum Phase;
  const std::pair<const char*, Phase> moments[] = {
      {"2026-02-28T23:59:59.999Z", Announced},    {"2026-03-01T00:00:00Z", Applications},
      {"2026-06-30T22:59:59.999Z", Applications}, {"2026-06-30T23:00:00Z", Scoring},
      {"2026-09-15T22:59:59.999Z", Scoring},      {"2026-09-15T23:00:00Z", Deliberation},
      {"2026-10-01T07:59:59.999Z", Deliberation}, {"2026-10-01T08:00:00Z", Hearing},
      {"2026-10-25T23:59:59.999Z", Hearing},      {"2026-10-26T00:00:00Z", Complaints},
      {"2026-11-15T23:59:59.999Z", Complaints},   {"2026-11-16T00:00:00Z", Over}};
  for (const auto& [moment, phase] : moments)
    EXPECT_EQ(phase_at(calendar(), instant(moment)), phase) << moment;
}

TEST(Calendar, MayPublishAsScoringEnds) {
  auto close = calendar();
  close.results = close.scoring_deadline;
  EXPECT_EQ(phase_at(close, instant("2026-09-15T22:59:59Z")), Phase::Scoring);
  EXPECT_EQ(phase_at(close, instant("2026-09-15T23:00:00Z")), Phase::Hearing);
}

RC_GTEST_PROP(CalendarLaw, NoPhaseComesBack, ()) {
  using std::chrono::milliseconds;
  const auto start = instant("2026-01-01T00:00:00Z").time();
  const auto year = std::chrono::duration_cast<milliseconds>(std::chrono::days(365)).count();
  const auto one = *rc::gen::inRange<std::int64_t>(0, year);
  const auto other = *rc::gen::inRange<std::int64_t>(0, year);
  const auto at = [&](std::int64_t offset) {
    return phase_at(calendar(), core::Instant(start + milliseconds(offset)));
  };
  RC_ASSERT(at(std::min(one, other)) <= at(std::max(one, other)));
}

}  // namespace
