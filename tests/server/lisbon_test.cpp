#include "server/lisbon.hpp"

#include <gtest/gtest.h>

#include "tests/support/given_when_then.hpp"

namespace {

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

TEST(Lisbon, GoesAnHourAheadInSummer) {
  const auto clock = server::lisbon();
  for (const auto* text : {"2027-03-26T23:59:59Z", "2028-03-26T22:59:59Z", "2028-12-31T12:00:00Z",
                           "2028-07-01T12:00:00.500Z"}) {
    EXPECT_EQ(clock.shown(instant(text)), testing_support::shown_in_lisbon(instant(text))) << text;
    EXPECT_EQ(clock.moment(clock.shown(instant(text))), instant(text));
  }
}

TEST(Lisbon, HasAMomentForEveryTimeThatAClockMayShow) {
  const auto clock = server::lisbon();
  using namespace std::chrono;
  const local_days forward(2028y / March / 26);
  EXPECT_EQ(clock.moment(forward + minutes(90)), instant("2028-03-26T01:00:00Z"));
  const local_days back(2028y / October / 29);
  EXPECT_EQ(clock.moment(back + minutes(90)), instant("2028-10-29T00:30:00Z"));
}

}  // namespace
