#include "domain/core/working_days.hpp"

#include <gtest/gtest.h>

#include "domain/core/words.hpp"
#include "tests/support/lisbon_clock.hpp"

/// The calendar by which terms are counted, and how moments are told.
namespace {

using namespace std::chrono;

constexpr sys_days day(int year, unsigned month, unsigned day) {
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

/// The earliest and the latest day there is, and years around now.
TEST(WorkingDays, KnowEaster) {
  for (const auto& sunday : {day(1818, 3, 22), day(2008, 3, 23), day(2011, 4, 24), day(2024, 3, 31),
                             day(2025, 4, 20), day(2026, 4, 5), day(2027, 3, 28), day(2038, 4, 25)})
    EXPECT_EQ(core::easter(year_month_day(sunday).year()), sunday);
}

TEST(WorkingDays, AreNeitherWeekendsNorNationalHolidays) {
  EXPECT_FALSE(core::is_working_day(day(2027, 3, 26))) << "Good Friday";
  EXPECT_FALSE(core::is_working_day(day(2027, 5, 27))) << "Corpus Christi";
  EXPECT_FALSE(core::is_working_day(day(2027, 6, 10))) << "Portugal's day, a Thursday";
  EXPECT_FALSE(core::is_working_day(day(2027, 6, 12))) << "a Saturday";
  EXPECT_FALSE(core::is_working_day(day(2027, 6, 13))) << "a Sunday";
  EXPECT_TRUE(core::is_working_day(day(2027, 6, 11))) << "a Friday between them";
  EXPECT_TRUE(core::is_working_day(day(2027, 2, 9))) << "Carnival is no holiday by law";
}

TEST(WorkingDays, OfATermBeginOnTheDayAfter) {
  EXPECT_EQ(core::end_of_term(day(2027, 6, 1), 1), day(2027, 6, 2));
  EXPECT_EQ(core::end_of_term(day(2027, 6, 4), 1), day(2027, 6, 7));
  EXPECT_EQ(core::end_of_term(day(2027, 6, 1), 10), day(2027, 6, 16));
  EXPECT_EQ(core::end_of_term(day(2027, 12, 23), 2), day(2027, 12, 27)) << "over Christmas";
}

TEST(Words, TellAMomentAsClocksInLisbonShowIt) {
  const auto told = [](const char* instant) {
    return core::in_words(core::Instant::parse(instant).value(), testing_support::lisbon());
  };
  EXPECT_EQ(told("2021-06-30T22:59:59.999Z").pt,
            "30 de junho de 2021, às 23:59:59 (hora de Lisboa)");
  EXPECT_EQ(told("2021-06-30T22:59:59.999Z").en, "30 June 2021, 23:59:59 (Lisbon time)");
  EXPECT_EQ(told("2021-06-30T23:00:00Z").pt, "1 de julho de 2021, às 00:00 (hora de Lisboa)");
  EXPECT_EQ(told("2021-12-31T09:05:00Z").en, "31 December 2021, 09:05 (Lisbon time)");
}

}  // namespace
