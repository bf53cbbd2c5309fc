#include "domain/core/working_days.hpp"

#include <algorithm>
#include <array>

#include "domain/core/assert.hpp"

namespace core {
namespace {

using namespace std::chrono;

bool is_fixed_holiday(const month_day& day) {
  constexpr std::array holidays = {January / 1,  April / 25,   May / 1,      June / 10,
                                   August / 15,  October / 5,  November / 1, December / 1,
                                   December / 8, December / 25};
  return std::ranges::find(holidays, day) != holidays.end();
}

/// Good Friday and Corpus Christi; Easter is a Sunday as it is.
bool is_movable_holiday(sys_days day) {
  const auto sunday = easter(year_month_day(day).year());
  return day == sunday - days(2) || day == sunday + days(60);
}

}  // namespace

sys_days easter(year year) {
  const int y = static_cast<int>(year);
  const int century = y / 100;
  const int golden = y % 19;
  const int moon =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (y % 100 / 4) - moon - y % 4) % 7;
  const int correction = (golden + 11 * moon + 22 * weekday) / 451;
  const int march = moon + weekday - 7 * correction + 22;
  return sys_days(year / March / 1) + days(march - 1);
}

bool is_working_day(sys_days day) {
  const std::chrono::weekday weekday(day);
  const year_month_day date(day);
  return weekday != Saturday && weekday != Sunday && !is_fixed_holiday(date.month() / date.day()) &&
         !is_movable_holiday(day);
}

sys_days end_of_term(sys_days after, std::int64_t days_left) {
  ensure(days_left >= 1, "a term has a day");
  auto day = after;
  while (days_left > 0)
    if (is_working_day(++day)) --days_left;
  return day;
}

}  // namespace core
