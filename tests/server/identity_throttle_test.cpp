#include <gtest/gtest.h>

#include "server/identity/throttle.hpp"

namespace {

using identity::Throttle;
using identity::ThrottleRules;
using namespace std::chrono_literals;

core::Instant at(std::chrono::seconds after) {
  return core::Instant(core::Instant::parse("2021-06-30T22:00:00Z")->time() + after);
}

/// Three attempts for an account and six for an address, in ten minutes.
ThrottleRules few() {
  return {.attempts_per_account = 3, .attempts_per_remote = 6, .window = 10min, .remembered = 100};
}

bool admits(Throttle& throttle, const std::string& account, const std::string& remote = "10.0.0.1",
            std::chrono::seconds after = 0s) {
  return throttle.admit(account, remote, at(after)).has_value();
}

}  // namespace

TEST(Throttle, AdmitsSoManyAttemptsForAnAccountWhereverTheyComeFrom) {
  Throttle throttle(few());
  EXPECT_TRUE(admits(throttle, "ana", "10.0.0.1"));
  EXPECT_TRUE(admits(throttle, "ana", "10.0.0.2"));
  EXPECT_TRUE(admits(throttle, "ana", "10.0.0.3"));
  EXPECT_FALSE(admits(throttle, "ana", "10.0.0.4"));
  EXPECT_TRUE(admits(throttle, "rui", "10.0.0.4")) << "another account is not touched";
}

TEST(Throttle, AdmitsSoManyAttemptsFromAnAddressWhateverTheAccount) {
  Throttle throttle(few());
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(admits(throttle, "account" + std::to_string(i)));
  EXPECT_FALSE(admits(throttle, "one-more"));
  EXPECT_TRUE(admits(throttle, "one-more", "10.0.0.2"));
}

TEST(Throttle, TakesAnIpv6SubscriberForOneAddress) {
  Throttle throttle(few());
  for (int i = 0; i < 6; ++i)
    EXPECT_TRUE(
        admits(throttle, "account" + std::to_string(i), "2001:db8:1:1::" + std::to_string(i)));
  EXPECT_FALSE(admits(throttle, "one-more", "2001:db8:1:1:ffff::"));
  EXPECT_TRUE(admits(throttle, "one-more", "2001:db8:1:2::1"));
}

TEST(Throttle, SaysWhyAndHowLongToWait) {
  Throttle throttle(few());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(admits(throttle, "ana"));
  const auto refused = throttle.admit("ana", "10.0.0.1", at(0s));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, core::ErrorKind::TooMany);
  EXPECT_EQ(refused.error().code, "too-many-attempts");
  EXPECT_EQ(refused.error().pt, "Demasiadas tentativas. Tente de novo dentro de 4 min.");
  EXPECT_EQ(refused.error().en, "Too many attempts. Try again in 4 min.");
  EXPECT_EQ(refused.error().retry_after, 200s);
}

TEST(Throttle, AdmitsAgainAfterAShareOfTheWindow) {
  Throttle throttle(few());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(admits(throttle, "ana"));
  EXPECT_FALSE(admits(throttle, "ana", "10.0.0.1", 199s));
  EXPECT_TRUE(admits(throttle, "ana", "10.0.0.1", 200s));
  EXPECT_FALSE(admits(throttle, "ana", "10.0.0.1", 201s)) << "one share, one attempt";
}

TEST(Throttle, IsNotProlongedByRefusedAttempts) {
  Throttle throttle(few());
  for (int i = 0; i < 50; ++i) (void)admits(throttle, "ana");
  EXPECT_TRUE(admits(throttle, "ana", "10.0.0.1", 200s));
}

TEST(Throttle, StartsAnAccountAfreshAfterTheRightPassword) {
  Throttle throttle(few());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(admits(throttle, "ana"));
  throttle.succeeded("ana");
  EXPECT_TRUE(admits(throttle, "ana"));
}

TEST(Throttle, DoesNotForgiveTheAddressOfOneWhoKnowsAPassword) {
  Throttle throttle(few());
  for (int i = 0; i < 6; ++i) {
    ASSERT_TRUE(admits(throttle, "own"));
    throttle.succeeded("own");
  }
  EXPECT_FALSE(admits(throttle, "victim"));
}

TEST(Throttle, RemembersNoMoreThanItsBound) {
  Throttle throttle(few());
  for (int i = 0; i < 500; ++i)
    (void)admits(throttle, "account" + std::to_string(i), "10.0.1." + std::to_string(i));
  EXPECT_LE(throttle.size(), 100U);
}

TEST(Throttle, IsNotFloodedIntoForgettingWhoIsRefused) {
  Throttle throttle(few());
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(admits(throttle, "ana"));
  for (int i = 0; i < 500; ++i)
    (void)admits(throttle, "account" + std::to_string(i), "10.0.1." + std::to_string(i));
  EXPECT_FALSE(admits(throttle, "ana", "10.0.0.2"));
}
