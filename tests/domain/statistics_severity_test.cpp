#include "domain/statistics/severity.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/domain/statistics_samples.hpp"

namespace {

using namespace statistics_tests;
using statistics::groups_of;
using statistics::severity;
using statistics::variances;

using Values = std::vector<std::optional<double>>;

void expect_near(const Values& values, const Values& expected) {
  ASSERT_EQ(values.size(), expected.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    ASSERT_EQ(values[i].has_value(), expected[i].has_value()) << i;
    if (values[i]) {
      EXPECT_NEAR(*values[i], *expected[i], 1e-12) << i;
    }
  }
}

/// Rows A to D, columns J1 to J3; J1 gives 5 4 4, J2 4 3 3, J3 2 2 2.
Rows worked_example() {
  return {{5, 4, none}, {4, 3, 2}, {4, none, 2}, {none, 3, 2}};
}

/// With some error in it.
Rows noisy_example() {
  return {{9, 4, none}, {8, 5, 2}, {6, none, 1}, {none, 6, 5}};
}

TEST(Severity, OfTheWorkedExampleIsExact) {
  const auto fitted = severity(table_of(worked_example()), 1).value();
  EXPECT_EQ(fitted.lambda, 1);
  expect_near(fitted.b, {5.0 / 7, 0, -5.0 / 7});
  expect_near(fitted.theta, {29.0 / 7, 3, 3, 20.0 / 7});
}

TEST(Severity, WithoutErrorIsNotDrawnTowardsNothing) {
  const auto table = table_of(worked_example());
  EXPECT_EQ(variances(table).value().error, 0);
  EXPECT_NEAR(variances(table).value().severity, 1, 1e-12);
  const auto fitted = severity(table, std::nullopt).value();
  EXPECT_EQ(fitted.lambda, 0);
  expect_near(fitted.b, {1, 0, -1});
  expect_near(fitted.theta, {4, 3, 3, 3});
}

TEST(Severity, EstimatesThePenaltyFromTheFitWithoutIt) {
  // By exact elimination in rationals: s2 = 19/30, s2_b = 121/15.
  const auto table = table_of(noisy_example());
  EXPECT_NEAR(variances(table).value().error, 19.0 / 30, 1e-12);
  EXPECT_NEAR(variances(table).value().severity, 121.0 / 15, 1e-12);
  const auto fitted = severity(table, std::nullopt).value();
  EXPECT_NEAR(fitted.lambda, 19.0 / 242, 1e-12);
  expect_near(fitted.b, {121.0 / 39, -121.0 / 156, -121.0 / 52});
  expect_near(fitted.theta, {555.0 / 104, 5, 971.0 / 312, 275.0 / 39});
}

TEST(Severity, ThatCannotBeToldFromErrorLeavesTheRawMeans) {
  const Rows rows = {{1, 3}, {3, 1}, {5, 6}, {6, 5}};
  EXPECT_EQ(variances(table_of(rows)).value().severity, 0);
  const auto fitted = severity(table_of(rows), std::nullopt).value();
  EXPECT_TRUE(std::isinf(fitted.lambda));
  expect_near(fitted.b, {0, 0});
  expect_near(fitted.theta, {2, 2, 5.5, 5.5});
}

TEST(Severity, ThatIsAsMuchAsErrorAloneLeavesTheRawMeansWhateverTheRounding) {
  // In rationals the four b scatter by exactly what the error makes them scatter by.
  const Rows rows = {{4, 2, 3, 5}, {4, 3, 4, 3}};
  EXPECT_EQ(variances(table_of(rows)).value().severity, 0);
  EXPECT_TRUE(std::isinf(severity(table_of(rows), std::nullopt).value().lambda));
}

TEST(Severity, OfJurorsWhoAgreeIsNone) {
  const auto fitted = severity(table_of({{0.1, 0.1, 0.1}, {0.3, 0.3, 0.3}}), std::nullopt).value();
  EXPECT_TRUE(std::isinf(fitted.lambda));
  expect_near(fitted.b, {0, 0, 0});
}

TEST(Severity, ComparesOnlyWhatIsConnected) {
  const Rows apart = {
      {5, 4, none, none}, {3, 2, none, none}, {none, none, 1, 2}, {none, none, 3, 3}};
  EXPECT_EQ(groups_of(table_of(apart)), 2U);
  EXPECT_EQ(severity(table_of(apart), 1).error().code, "not-connected");
  EXPECT_EQ(severity(table_of(apart), std::nullopt).error().code, "not-connected");
  EXPECT_EQ(variances(table_of(apart)).error().code, "not-connected");
  auto bridged = apart;
  bridged[0][2] = 3;
  EXPECT_EQ(groups_of(table_of(bridged)), 1U);
  EXPECT_TRUE(severity(table_of(bridged), 1));
}

TEST(Severity, OfNothingIsNothing) {
  EXPECT_EQ(groups_of(table_of({{none, none}})), 0U);
  EXPECT_EQ(severity(table_of({{none, none}}), 1).error().code, "no-scores");
  EXPECT_EQ(severity(table_of({}), std::nullopt).error().code, "no-scores");
}

TEST(Severity, PassesOverRowsAndColumnsWithoutScores) {
  Rows rows = worked_example();
  rows.insert(rows.begin() + 1, {none, none, none});
  for (auto& row : rows) row.insert(row.begin(), none);
  const auto fitted = severity(table_of(rows), 1).value();
  expect_near(fitted.b, {none, 5.0 / 7, 0, -5.0 / 7});
  expect_near(fitted.theta, {29.0 / 7, none, 3, 3, 20.0 / 7});
  EXPECT_NEAR(variances(table_of(rows)).value().severity, 1, 1e-12);
}

TEST(Severity, NeedsMoreScoresThanUnknowns) {
  const Rows few = {{5, 4, none}, {none, 3, 2}};  // N - I - J + 1 = 4 - 2 - 3 + 1
  EXPECT_EQ(variances(table_of(few)).error().code, "not-estimable");
  EXPECT_EQ(severity(table_of(few), std::nullopt).error().code, "not-estimable");
  EXPECT_TRUE(severity(table_of(few), 1)) << "with a penalty that is given there is a fit";
  EXPECT_EQ(severity(table_of({{5}, {4}}), std::nullopt).error().code, "not-estimable");
}

/// The two lines that make the least sum: theta_i = mean_j (y_ij - b_j), and
/// b_j = sum_i (y_ij - theta_i) / (n_j + lambda).
RC_GTEST_PROP(Severity, SolvesItsOwnEquations, ()) {
  const auto rows = any_rows();
  const auto table = table_of(rows);
  RC_PRE(groups_of(table) == 1);
  const double lambda = drawn(0, 40) / 8.0;
  const auto fitted = severity(table, lambda).value();
  std::vector<double> numerator(table.raters());
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    double theta = 0;
    for (const auto& [j, y] : table.of(i)) {
      theta += (y - *fitted.b[j]) / static_cast<double>(table.of(i).size());
      numerator[j] += y - *fitted.theta[i];
    }
    if (fitted.theta[i]) RC_ASSERT(near(theta, *fitted.theta[i]));
  }
  double sum = 0;
  for (std::size_t j = 0; j < table.raters(); ++j) {
    if (!fitted.b[j]) continue;
    RC_ASSERT(
        near(numerator[j] / (static_cast<double>(table.rated_by(j)) + lambda), *fitted.b[j], 1e-6));
    sum += *fitted.b[j];
  }
  RC_ASSERT(near(sum, 0));
}

/// Nothing is asked where lambda is estimated as good as 0 or infinite, which rounding decides.
RC_GTEST_PROP(Severity, DoesNotDependOnTheOrderOfRatersOrSubjects, ()) {
  const auto rows = any_rows();
  const auto order = any_order(rows);
  const auto one = severity(table_of(rows), std::nullopt);
  const auto other = severity(table_of(reordered(rows, order)), std::nullopt);
  RC_ASSERT(one.has_value() == other.has_value());
  RC_PRE(one.has_value() && one->lambda > 1e-6 && one->lambda < 1e6);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (other->theta[i]) RC_ASSERT(near(*other->theta[i], *one->theta[order.subjects[i]], 1e-6));
  for (std::size_t j = 0; j < rows.front().size(); ++j)
    if (other->b[j]) RC_ASSERT(near(*other->b[j], *one->b[order.raters[j]], 1e-6));
}

RC_GTEST_PROP(Severity, IsUntouchedByWhatIsAddedToEveryScore, ()) {
  const auto rows = any_rows();
  const auto one = severity(table_of(rows), std::nullopt);
  const auto other =
      severity(table_of(transformed(rows, [](double x) { return x + 7; })), std::nullopt);
  RC_ASSERT(one.has_value() == other.has_value());
  RC_PRE(one.has_value() && one->lambda > 1e-6 && one->lambda < 1e6);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (one->theta[i]) RC_ASSERT(near(*one->theta[i] + 7, *other->theta[i], 1e-6));
  for (std::size_t j = 0; j < rows.front().size(); ++j)
    if (one->b[j]) RC_ASSERT(near(*one->b[j], *other->b[j], 1e-6));
}

/// 30 subjects, 4 of 12 raters each, severities of variance 4 and errors of variance 1.
Rows simulated(std::mt19937& random) {
  std::normal_distribution<double> normal;
  Rows rows(30, Values(12));
  Values b(12);
  for (auto& one : b) one = 2 * normal(random);
  std::vector<std::size_t> raters(12);
  for (std::size_t j = 0; j < raters.size(); ++j) raters[j] = j;
  for (auto& row : rows) {
    const double theta = 3 * normal(random);
    std::ranges::shuffle(raters, random);
    for (std::size_t n = 0; n < 4; ++n) row[raters[n]] = theta + *b[raters[n]] + normal(random);
  }
  return rows;
}

TEST(Severity, EstimatesItsVariancesWithoutBias) {
  std::mt19937 random(2021);
  constexpr int tables = 400;
  double error = 0;
  double among_raters = 0;
  for (int i = 0; i < tables; ++i) {
    const auto estimated = variances(table_of(simulated(random))).value();
    error += estimated.error / tables;
    among_raters += estimated.severity / tables;
  }
  EXPECT_NEAR(error, 1, 0.03);
  EXPECT_NEAR(among_raters, 4, 0.3);  // of 400 means of about 1.9, three standard errors
}

}  // namespace
