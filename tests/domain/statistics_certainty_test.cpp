#include "domain/statistics/certainty.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/domain/statistics_samples.hpp"

namespace {

using namespace statistics_tests;
using statistics::Certainty;

Certainty certainty_of(const Rows& rows, std::optional<double> lambda) {
  const auto table = table_of(rows);
  return Certainty::of(table, statistics::severity(table, lambda).value()).value();
}

/// The values below were computed by inverting X'X + Lambda whole, in exact rationals.
Rows example() {
  return {{9, 4, none}, {8, 5, 2}, {6, none, 1}, {none, 6, 5}};
}

TEST(Certainty, WithAGivenPenaltyIsThatOfTheWholeMatrix) {
  const auto certainty = certainty_of(example(), 1);
  EXPECT_NEAR(certainty.standard_error(0), std::sqrt(703.0 / 1260), 1e-12);
  EXPECT_NEAR(certainty.standard_error(1), std::sqrt(19.0 / 45), 1e-12);
  EXPECT_NEAR(certainty.ahead(0, 1), 0.8052821298707986, 1e-12);
  EXPECT_NEAR(certainty.ahead(0, 3), 0.1199161890953514, 1e-12);
  EXPECT_NEAR(certainty.ahead(1, 3), 0.013924172535775717, 1e-12);
  EXPECT_NEAR(certainty.above(2, 3.5), 0.35104261058507397, 1e-12);
  EXPECT_NEAR(certainty.above(1, 3.5), 0.9895129755192977, 1e-12);
  const std::vector<double> ranks = {2.076956525216464, 2.7997667941417164, 3.9894084261900327,
                                     1.1338682544517864};
  for (std::size_t i = 0; i < ranks.size(); ++i)
    EXPECT_NEAR(certainty.expected_ranks()[i], ranks[i], 1e-12);
}

TEST(Certainty, WithAnEstimatedPenaltyKnowsThatTheJurorsWereDrawn) {
  const auto certainty = certainty_of(example(), std::nullopt);
  EXPECT_NEAR(certainty.standard_error(0), std::sqrt(171091.0 / 56160), 1e-12);
  EXPECT_NEAR(certainty.standard_error(1), std::sqrt(2.9), 1e-12);
  EXPECT_NEAR(certainty.ahead(0, 1), 0.6722951417725462, 1e-12);
  EXPECT_NEAR(certainty.above(3, 3.5), 0.9790558686338149, 1e-12);
}

TEST(Certainty, OfACompleteTableIsThatOfTwoMeans) {
  // Everybody was rated by the same: the difference of two means varies by 2 s2 / 4.
  const auto rows = shrout_fleiss_1979();
  const auto table = table_of(rows);
  const double error = statistics::variances(table).value().error;
  for (const auto lambda : {std::optional<double>(), std::optional<double>(0)}) {
    const auto fitted = statistics::severity(table, lambda).value();
    const auto certainty = Certainty::of(table, fitted).value();
    const double apart = *fitted.theta[0] - *fitted.theta[2];
    EXPECT_NEAR(certainty.ahead(0, 2), std::erfc(-apart / std::sqrt(error)) / 2, 1e-12);
  }
  const double alone = std::sqrt(error / 4);
  EXPECT_NEAR(certainty_of(rows, 0).standard_error(0), alone, 1e-12);
}

TEST(Certainty, OfRawMeansIsThatOfTheErrorAlone) {
  const Rows rows = {{1, 3}, {3, 1}, {5, 6}, {6, 5}};
  const double error = statistics::variances(table_of(rows)).value().error;
  const auto certainty = certainty_of(rows, std::nullopt);
  EXPECT_NEAR(certainty.standard_error(0), std::sqrt(error / 2), 1e-12);
  EXPECT_EQ(certainty.ahead(0, 1), 0.5) << "the same mean";
}

TEST(Certainty, WithoutErrorIsCertain) {
  const auto sure = certainty_of({{5, 4}, {4, 3}, {2, 1}, {4, 3}}, std::nullopt);
  EXPECT_EQ(sure.expected_ranks(), (std::vector<double>{1, 2.5, 4, 2.5}));
  EXPECT_EQ(sure.standard_error(0), 0);
  EXPECT_EQ(sure.above(0, 4.4), 1);
  EXPECT_EQ(sure.above(0, 4.6), 0);
}

TEST(Certainty, CannotBeEstimatedFromTooFewScores) {
  const auto table = table_of({{5, 4, none}, {none, 3, 2}});
  const auto fitted = statistics::severity(table, 1).value();
  EXPECT_EQ(Certainty::of(table, fitted).error().code, "not-estimable");
}

TEST(Certainty, PassesOverSubjectsWithoutScores) {
  auto rows = example();
  rows.insert(rows.begin(), {none, none, none});
  const auto certainty = certainty_of(rows, 1);
  EXPECT_EQ(certainty.expected_ranks()[0], 0);
  EXPECT_NEAR(certainty.expected_ranks()[1], 2.076956525216464, 1e-12);
  EXPECT_DEATH((void)certainty.above(0, 1), "certainty is of a subject with ratings");
}

RC_GTEST_PROP(Certainty, SharesOutTheRanks, ()) {
  const auto rows = any_rows();
  const auto table = table_of(rows);
  const auto fitted = statistics::severity(table, std::nullopt);
  RC_PRE(fitted.has_value());
  const auto certainty = Certainty::of(table, *fitted).value();
  double sum = 0;
  double rated = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!fitted->theta[i]) continue;
    rated += 1;
    sum += certainty.expected_ranks()[i];
    for (std::size_t k = 0; k < i; ++k) {
      if (!fitted->theta[k]) continue;
      const double ahead = certainty.ahead(k, i);
      RC_ASSERT(0 <= ahead && ahead <= 1);
      RC_ASSERT(near(ahead + certainty.ahead(i, k), 1));
    }
  }
  RC_ASSERT(near(sum, rated * (rated + 1) / 2));
}

}  // namespace
