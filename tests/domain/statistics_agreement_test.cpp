#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "domain/statistics/alpha.hpp"
#include "domain/statistics/icc.hpp"
#include "tests/domain/statistics_samples.hpp"

namespace {

using namespace statistics_tests;
using statistics::alpha;
using statistics::icc;
using statistics::Level;

constexpr Level all_levels[] = {Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio};

std::string code_of(const core::Result<double>& value) {
  return value ? std::to_string(*value) : value.error().code;
}

std::string alpha_of(const Rows& rows, Level level) {
  return code_of(alpha(table_of(rows), level));
}

TEST(Alpha, IsWhatKrippendorffPublished) {
  const auto table = table_of(krippendorff_2011());
  EXPECT_NEAR(alpha(table, Level::Nominal).value(), 0.743, 0.0005);
  EXPECT_NEAR(alpha(table, Level::Ordinal).value(), 0.815, 0.0005);
  EXPECT_NEAR(alpha(table, Level::Interval).value(), 0.849, 0.0005);
  EXPECT_NEAR(alpha(table, Level::Ratio).value(), 0.797, 0.0005);
}

TEST(Alpha, OfCompleteDataWithManyRatersIsNotThatOfTwo) {
  // Two rows: pairs that differ 6 of 12 within each; expected 32 of 56.
  const Rows rows = {{1, 1, 1, 2}, {2, 2, 2, 1}};
  EXPECT_NEAR(alpha(table_of(rows), Level::Nominal).value(), 1 - 7 * 4.0 / 32, 1e-12);
}

TEST(Alpha, IsOneWhereAllAgreeAndTheSubjectsDiffer) {
  for (const auto level : all_levels)
    EXPECT_EQ(alpha(table_of({{1, 1, none}, {2, 2, 2}, {0, none, 0}}), level).value(), 1);
}

TEST(Alpha, IsUndefinedWhereEveryScoreIsTheSame) {
  for (const auto level : all_levels) {
    EXPECT_EQ(alpha_of({{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}}, level), "no-variation");
    EXPECT_EQ(alpha_of({{0, 0}, {0, 0}}, level), "no-variation");
    EXPECT_EQ(alpha_of({{3, 3}, {none, 9}}, level), "no-variation") << "9 is alone";
  }
}

TEST(Alpha, IsUndefinedWhereNoSubjectHasTwoScores) {
  EXPECT_EQ(alpha_of({{1, none}, {none, 2}}, Level::Interval), "nothing-to-compare");
  EXPECT_EQ(alpha_of({{none, none}}, Level::Nominal), "nothing-to-compare");
  EXPECT_EQ(alpha_of({}, Level::Ratio), "nothing-to-compare");
}

TEST(Alpha, LeavesOutSubjectsWithOneScore) {
  auto rows = krippendorff_2011();
  rows.pop_back();
  for (const auto level : all_levels)
    EXPECT_EQ(alpha_of(rows, level), alpha_of(krippendorff_2011(), level));
}

TEST(Alpha, OfARatioScaleKnowsZeroAndRefusesLess) {
  EXPECT_NEAR(alpha(table_of({{0, 0}, {0, 4}}), Level::Ratio).value(), 0, 1e-12);
  EXPECT_EQ(alpha_of({{1, 2}, {-1, 4}}, Level::Ratio), "negative-ratio");
  EXPECT_NE(alpha_of({{1, 2}, {none, -4}}, Level::Ratio), "negative-ratio") << "-4 is alone";
  EXPECT_NE(alpha_of({{1, 2}, {-1, 4}}, Level::Interval), "negative-ratio");
}

TEST(Alpha, OfARatioScaleHasABoundOnDifferentValues) {
  statistics::Table table(10'001, 2);
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    table.rate(i, 0, static_cast<double>(2 * i));
    table.rate(i, 1, static_cast<double>(2 * i + 1));
  }
  EXPECT_EQ(code_of(alpha(table, Level::Ratio)), "too-many-values");
  EXPECT_TRUE(alpha(table, Level::Ordinal));
}

RC_GTEST_PROP(Alpha, DoesNotDependOnTheOrderOfRatersOrSubjects, ()) {
  const auto rows = any_rows();
  const auto others = reordered(rows, any_order(rows));
  for (const auto level : all_levels) {
    const auto one = alpha(table_of(rows), level);
    const auto other = alpha(table_of(others), level);
    RC_ASSERT(one.has_value() == other.has_value());
    if (one) RC_ASSERT(near(*one, *other));
  }
}

/// Each level of measurement is untouched by the changes of scale that it allows.
RC_GTEST_PROP(Alpha, DoesNotDependOnTheScaleThatTheLevelLeavesOpen, ()) {
  const auto rows = any_rows();
  const auto same = [&](Level level, auto change) {
    const auto one = alpha(table_of(rows), level);
    const auto other = alpha(table_of(transformed(rows, change)), level);
    RC_ASSERT(one.has_value() == other.has_value());
    if (one) RC_ASSERT(near(*one, *other));
  };
  same(Level::Nominal, [](double x) { return x > 10 ? x : 100 - x; });
  same(Level::Ordinal, [](double x) { return std::exp(x / 4); });
  same(Level::Interval, [](double x) { return 3 * x - 40; });
  same(Level::Ratio, [](double x) { return 7 * x; });
}

std::vector<std::string> icc_of(const Rows& rows) {
  std::vector<std::string> all;
  for (const auto& [form, value] : icc(table_of(rows))) all.push_back(code_of(value));
  return all;
}

std::vector<std::string> all_six(const std::string& code) {
  return std::vector<std::string>(6, code);
}

TEST(IntraclassCorrelation, IsWhatShroutAndFleissPublished) {
  const auto published = std::to_array<statistics::Icc>(
      {{"1,1", 0.17}, {"2,1", 0.29}, {"3,1", 0.71}, {"1,k", 0.44}, {"2,k", 0.62}, {"3,k", 0.91}});
  const auto computed = icc(table_of(shrout_fleiss_1979()));
  for (std::size_t i = 0; i < computed.size(); ++i) {
    EXPECT_EQ(computed[i].form, published[i].form);
    EXPECT_NEAR(computed[i].value.value(), published[i].value.value(), 0.005);
  }
}

TEST(IntraclassCorrelation, IsOfACompleteTableOfTwoByTwoOrMore) {
  auto rows = shrout_fleiss_1979();
  rows[2][1] = none;
  EXPECT_EQ(icc_of(rows), all_six("missing-cells"));
  EXPECT_EQ(icc_of({{1, 2, 3}}), all_six("too-few-subjects"));
  EXPECT_EQ(icc_of({{1}, {2}, {3}}), all_six("too-few-raters"));
  EXPECT_EQ(icc_of({}), all_six("too-few-subjects"));
  EXPECT_EQ(icc_of({{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}}), all_six("no-variation"));
}

TEST(IntraclassCorrelation, IsUndefinedOneByOne) {
  // The rows have the same mean, so that nothing lies between subjects.
  const auto crossed = icc_of({{0.1, 0.3, 0.2}, {0.3, 0.2, 0.1}, {0.2, 0.1, 0.3}});
  EXPECT_EQ(crossed[0], "-0.500000");
  EXPECT_EQ(crossed[2], "-0.500000");
  for (const auto form : {3U, 4U, 5U}) EXPECT_EQ(crossed[form], "denominator-not-positive");
  // Raters differ and nothing else does: (3,1) would divide nothing by nothing.
  const auto shifted = icc_of({{1, 2, 3}, {1, 2, 3}});
  EXPECT_EQ(shifted[1], "0.000000");
  EXPECT_EQ(shifted[2], "denominator-not-positive");
}

TEST(IntraclassCorrelation, IsOneWhereAllAgree) {
  EXPECT_EQ(icc_of({{1, 1}, {2, 2}, {4, 4}}), all_six("1.000000"));
}

RC_GTEST_PROP(IntraclassCorrelation, DependsNeitherOnOrderNorOnTheScalesUnit, ()) {
  const auto rows = any_complete_rows();
  const auto others =
      transformed(reordered(rows, any_order(rows)), [](double x) { return 3 * x + 25; });
  const auto one = icc(table_of(rows));
  const auto other = icc(table_of(others));
  for (std::size_t form = 0; form < one.size(); ++form) {
    RC_ASSERT(one[form].value.has_value() == other[form].value.has_value());
    if (one[form].value) RC_ASSERT(near(*one[form].value, *other[form].value, 1e-6));
  }
}

/// A rater who is always harsher by the same does not touch the third model.
RC_GTEST_PROP(IntraclassCorrelation, OfTheThirdModelForgivesSeverity, ()) {
  const auto rows = any_complete_rows();
  auto harsher = rows;
  for (auto& row : harsher) *row.front() -= 5;
  const auto one = icc(table_of(rows));
  const auto other = icc(table_of(harsher));
  for (const auto form : {2U, 5U}) {
    RC_ASSERT(one[form].value.has_value() == other[form].value.has_value());
    if (one[form].value) RC_ASSERT(near(*one[form].value, *other[form].value, 1e-6));
  }
}

}  // namespace
