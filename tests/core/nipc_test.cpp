#include <gtest/gtest.h>

#include <random>
#include <string>

#include "domain/core/text.hpp"

namespace {

using core::is_nipc;

TEST(Nipc, TakesKnownOnes) {
  EXPECT_TRUE(is_nipc("500745749"));
  EXPECT_TRUE(is_nipc("501442600"));  // modulo leaves 1, so the check digit is 0
  EXPECT_TRUE(is_nipc("599999993"));
}

TEST(Nipc, RefusesPeopleAndOtherShapes) {
  EXPECT_FALSE(is_nipc(""));
  EXPECT_FALSE(is_nipc("50074574"));
  EXPECT_FALSE(is_nipc("5007457490"));
  EXPECT_FALSE(is_nipc("50074574a"));
  EXPECT_FALSE(is_nipc("500 745 749"));
  EXPECT_FALSE(is_nipc("123456789"));  // right check digit, but a person's
  EXPECT_FALSE(is_nipc("000000000"));
}

/// Weighs nine digits with 9 to 1; a right check digit makes the sum a multiple of 11, except
/// where 0 stands for 10.
bool weighs_right(const std::string& digits) {
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (9 - i) * (digits[static_cast<std::size_t>(i)] - '0');
  return sum % 11 == 0 || (digits[8] == '0' && (sum + 10) % 11 == 0);
}

TEST(Nipc, HasExactlyOneCheckDigitForEightDigits) {
  std::mt19937 random(20210301);
  for (int round = 0; round < 2000; ++round) {
    std::string digits = "5";
    for (int i = 0; i < 7; ++i) digits += static_cast<char>('0' + random() % 10);
    int valid = 0;
    for (char check = '0'; check <= '9'; ++check) {
      EXPECT_EQ(is_nipc(digits + check), weighs_right(digits + check)) << digits << check;
      valid += is_nipc(digits + check) ? 1 : 0;
    }
    EXPECT_EQ(valid, 1) << digits;
  }
}

TEST(Nipc, ShowsEveryDigitWronglyTyped) {
  const std::string right = "599999993";
  for (std::size_t place = 1; place < 8; ++place)
    for (char digit = '0'; digit <= '8'; ++digit) {
      auto wrong = right;
      wrong[place] = digit;
      EXPECT_FALSE(is_nipc(wrong)) << wrong;
    }
}

}  // namespace
