#pragma once

#include "domain/core/dates.hpp"

namespace testing_support {

/// Stands in for Lisbon's clocks, by the rule that has held since 1996: an hour ahead from the last
/// Sunday of March to the last of October, 01:00 UTC.
inline std::chrono::hours ahead(const core::Instant& instant) {
  using namespace std::chrono;
  const auto year = year_month_day(floor<days>(instant.time())).year();
  const auto begins = sys_days(year / March / Sunday[last]) + hours(1);
  const auto ends = sys_days(year / October / Sunday[last]) + hours(1);
  return hours(begins <= instant.time() && instant.time() < ends ? 1 : 0);
}
inline core::WallClock::Time shown_in_lisbon(const core::Instant& instant) {
  return core::WallClock::Time(instant.time().time_since_epoch() + ahead(instant));
}
inline core::Instant moment_in_lisbon(core::WallClock::Time time) {
  const core::Instant in_winter(core::Instant::Time(time.time_since_epoch()));
  return core::Instant(in_winter.time() - ahead(in_winter));
}
inline core::WallClock lisbon() {
  return {shown_in_lisbon, moment_in_lisbon};
}

}  // namespace testing_support
