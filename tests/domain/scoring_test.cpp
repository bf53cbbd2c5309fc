#include "domain/awards/scoring.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/support/regulations.hpp"

namespace {

using namespace awards;
using regulation::PanelRule;
using regulation::Section;

core::CriterionId criterion(const char* id) {
  return core::CriterionId(id);
}

using Value = std::optional<std::int64_t>;

Sheet sheet(Value diagnostico, Value alcance, Value resultados) {
  return {{criterion("diagnostico"), diagnostico},
          {criterion("alcance"), alcance},
          {criterion("resultados"), resultados}};
}

/// Weights 50 (section I), 30 and 20 (section III), marks from 0 to 20.
regulation::Regulation rules() {
  return testing_support::small_regulation();
}

std::string points_of(const std::vector<Sheet>& sheets,
                      const regulation::Regulation& regulation = rules()) {
  const auto scored = score(regulation, sheets);
  return scored ? exact(scored->points) : "not rankable";
}

TEST(Scoring, WeighsTheMarksOfEachJurorAndTakesTheMean) {
  // 0.5*75 + 0.3*60 + 0.2*100 = 75.5; 0.5*50 + 0.3*50 + 0.2*50 = 50; 0.5*100 + 0.3*0 + 0.2*5 = 51
  EXPECT_EQ(points_of({sheet(15, 12, 20), sheet(10, 10, 10), sheet(20, 0, 1)}), "353/6");
}

TEST(Scoring, ScoresEachSectionByItsOwnWeights) {
  const auto scored = score(rules(), {sheet(15, 12, 20), sheet(10, 10, 10), sheet(20, 0, 1)});
  ASSERT_TRUE(scored);
  EXPECT_EQ(scored->sections.at(Section::I), Points(75));
  // (60*30 + 100*20)/50 = 76; 50; (0*30 + 5*20)/50 = 2
  EXPECT_EQ(scored->sections.at(Section::III), Points(128, 3));
  EXPECT_EQ(scored->criteria.at(criterion("resultados")), Points(155, 3));
  EXPECT_EQ(scored->top_marks, Points(2, 3));
  EXPECT_EQ(scored->jurors, 3);
}

TEST(Scoring, IsNoMeanOfMeansWithoutWeights) {
  auto regulation = rules();
  regulation.sections[0].criteria[0].weight = 80;
  regulation.sections[1].criteria[0].weight = 15;
  regulation.sections[1].criteria[1].weight = 5;
  EXPECT_EQ(points_of(std::vector<Sheet>(3, sheet(20, 0, 20)), regulation), "85/1")
      << "125/2 were both sections to count alike, 200/3 were all criteria to";
}

/// 5/2, 5/2 and 0 points.
TEST(Scoring, IsRoundedAtTheStepsThatTheRegulationNamesAndAtNoOther) {
  const std::vector<Sheet> sheets = {sheet(1, 0, 0), sheet(1, 0, 0), sheet(0, 0, 0)};
  auto regulation = rules();
  const auto rounded = [&](std::optional<std::int64_t> jurors, std::optional<std::int64_t> panel) {
    regulation.rounding = regulation::Rounding{jurors, panel};
    return points_of(sheets, regulation);
  };
  EXPECT_EQ(points_of(sheets, regulation), "5/3");
  EXPECT_EQ(rounded(std::nullopt, 2), "167/100");
  EXPECT_EQ(rounded(0, std::nullopt), "2/1") << "a half goes up: 3, 3 and 0";
  EXPECT_EQ(rounded(1, 0), "2/1");
  EXPECT_EQ(score(regulation, sheets)->sections.at(regulation::Section::I), Points(3))
      << "of 5, 5 and 0, as 10/3 is rounded too";
}

TEST(Scoring, KeepsTheCriteriaThatTheRegulationRanksBy) {
  const std::vector<Sheet> sheets(3, sheet(15, 12, 20));
  EXPECT_EQ(score(rules(), sheets).value().criteria.size(), 1U);  // "resultados" parts ties
  auto with_prize = rules();
  with_prize.awards[1].best_by = regulation::ByCriterion{criterion("alcance")};
  EXPECT_EQ(score(with_prize, sheets).value().criteria.at(criterion("alcance")), Points(60));
}

TEST(Scoring, ACriterionThatDoesNotApplyIsNotZero) {
  // without "alcance": (75*50 + 100*20)/70
  const Sheet without = sheet(15, std::nullopt, 20);
  EXPECT_EQ(points_of({without, without, without}), "575/7");
  EXPECT_NE(points_of({without, without, without}),
            points_of({sheet(15, 0, 20), sheet(15, 0, 20), sheet(15, 0, 20)}));
}

TEST(Scoring, ASectionThatAppliesForNobodyHasNoPoints) {
  const Sheet without = sheet(15, std::nullopt, std::nullopt);
  const auto scored = score(rules(), {without, without, without});
  ASSERT_TRUE(scored);
  EXPECT_EQ(scored->points, Points(75));
  EXPECT_FALSE(scored->sections.contains(Section::III));
}

TEST(Scoring, OneJurorAloneMakesNothingApplyAndKeepsNothingFromIt) {
  auto regulation = rules();
  regulation.awards[1].best_by = regulation::ByCriterion{criterion("alcance")};
  const Sheet without = sheet(15, std::nullopt, std::nullopt);
  const Sheet with = sheet(15, 20, 20);
  const auto of_one = score(regulation, {without, without, with}).value();
  EXPECT_FALSE(of_one.criteria.contains(criterion("alcance")));
  EXPECT_FALSE(of_one.sections.contains(Section::III));
  const auto of_two = score(regulation, {without, with, with}).value();
  EXPECT_EQ(of_two.criteria.at(criterion("alcance")), Points(100));
  EXPECT_EQ(of_two.sections.at(Section::III), Points(100));
  EXPECT_FALSE(
      score(regulation, {without, without, with, with})->criteria.contains(criterion("alcance")))
      << "half is no majority";
}

/// Points of section I alone, its one criterion marked by everybody on this scale.
std::string on_hundred(std::int64_t mark, regulation::Scale scale) {
  auto regulation = rules();
  regulation.sections[0].scale = scale;
  const std::vector<Sheet> sheets(3, sheet(mark, 0, 0));
  return exact(score(regulation, sheets).value().sections.at(Section::I));
}

TEST(Scoring, PutsEveryScaleOnOneHundred) {
  EXPECT_EQ(on_hundred(15, {0, 20}), "75/1");
  EXPECT_EQ(on_hundred(1, {1, 5}), "0/1");
  EXPECT_EQ(on_hundred(4, {1, 5}), "75/1");
  EXPECT_EQ(on_hundred(2, {0, 3}), "200/3");
}

TEST(Scoring, MixesSectionsOfDifferentScales) {
  auto regulation = rules();
  regulation.sections[0].scale = {1, 5};
  EXPECT_EQ(points_of({sheet(4, 12, 20), sheet(4, 12, 20), sheet(4, 12, 20)}, regulation), "151/2");
}

TEST(Scoring, FewerSheetsThanTheMinimumAreNotALowScore) {
  EXPECT_EQ(points_of({sheet(20, 20, 20), sheet(20, 20, 20)}), "not rankable");
  EXPECT_EQ(points_of({}), "not rankable");
}

TEST(Scoring, TrimsTheHighestAndTheLowest) {
  EXPECT_EQ(panel_value(PanelRule::TrimmedMean, {90, 10, 50, 60}), Points(55));
  EXPECT_EQ(panel_value(PanelRule::TrimmedMean, {90, 10, 50}), Points(50));
  EXPECT_EQ(panel_value(PanelRule::TrimmedMean, {90, 90, 90, 10}), Points(90));
  EXPECT_EQ(panel_value(PanelRule::TrimmedMean, {90, 10}), Points(50));
}

TEST(Scoring, TakesTheMiddleOne) {
  EXPECT_EQ(panel_value(PanelRule::Median, {90, 10, 50}), Points(50));
  EXPECT_EQ(panel_value(PanelRule::Median, {90, 10, 50, 51}), Points(101, 2));
}

TEST(Scoring, RoundsHalfUpOnTheExactValue) {
  EXPECT_EQ(shown(Points(82505, 1000), 2), "82.51");
  EXPECT_EQ(shown(Points(1005, 1000), 2), "1.01");  // 1.005 is below one half in floating point
  EXPECT_EQ(shown(Points(82504999, 1000000), 2), "82.50");
  EXPECT_EQ(shown(Points(245, 3), 2), "81.67");
  EXPECT_EQ(shown(Points(1, 200), 2), "0.01");
  EXPECT_EQ(shown(Points(1, 201), 2), "0.00");
  EXPECT_EQ(shown(Points(99995, 1000), 2), "100.00");
  EXPECT_EQ(shown(Points(5, 2), 0), "3");
  EXPECT_EQ(shown(Points(80), 2), "80.00");
}

TEST(Scoring, RoundsUpBelowZeroToo) {
  EXPECT_EQ(shown(Points(-5, 2), 0), "-2");
  EXPECT_EQ(shown(Points(-1, 2), 0), "0");
  EXPECT_EQ(shown(Points(-51, 100), 1), "-0.5");
  EXPECT_EQ(shown(Points(-8), 2), "-8.00");
  EXPECT_EQ(shown(Points(-1, 1000), 2), "0.00");
  EXPECT_EQ(shown(Points(-6, 1000), 2), "-0.01");
}

TEST(Scoring, ReadsDecimalsExactly) {
  EXPECT_EQ(decimal("82.50"), Points(165, 2));
  EXPECT_EQ(decimal("-3"), Points(-3));
  EXPECT_EQ(decimal("010.1"), Points(101, 10));
  EXPECT_EQ(decimal("-0"), Points(0));
  EXPECT_EQ(decimal("0.1").value() + decimal("0.2").value(), decimal("0.3"));
  for (const auto* text :
       {"", "-", ".", ".5", "5.", "1e3", "1,5", "+1", "--1", "1.2.3", "nan", " 1", "0x10"})
    EXPECT_FALSE(decimal(text)) << text;
}

TEST(Scoring, WritesTheExactFractionInLowestTerms) {
  EXPECT_EQ(exact(Points(490, 6)), "245/3");
  EXPECT_EQ(exact(Points(80)), "80/1");
}

/// Random sheets from 0 to 20, the second criterion sometimes not applying.
std::vector<Sheet> random_sheets(std::mt19937& random, int count) {
  std::uniform_int_distribution<std::int64_t> value(0, 20);
  std::bernoulli_distribution applies(0.8);
  std::vector<Sheet> sheets;
  for (int i = 0; i < count; ++i)
    sheets.push_back(
        sheet(value(random), applies(random) ? Value(value(random)) : Value(), value(random)));
  return sheets;
}

class ScoringByRule : public testing::TestWithParam<PanelRule> {
 protected:
  ScoringByRule() : regulation_(rules()) { regulation_.panel_rule = GetParam(); }
  regulation::Regulation regulation_;
};

TEST_P(ScoringByRule, TheOrderOfJurorsAndMarksChangesNothing) {
  std::mt19937 random(2021);
  for (int round = 0; round < 50; ++round) {
    auto sheets = random_sheets(random, 5);
    const auto before = points_of(sheets, regulation_);
    std::ranges::shuffle(sheets, random);
    for (auto& one : sheets) std::ranges::shuffle(one, random);
    EXPECT_EQ(points_of(sheets, regulation_), before);
  }
}

TEST_P(ScoringByRule, JurorsOfOneMindGiveTheirOwnPoints) {
  std::mt19937 random(2022);
  for (int round = 0; round < 50; ++round) {
    const auto one = random_sheets(random, 1).front();
    EXPECT_EQ(points_of({one, one, one}, regulation_),
              points_of({one, one, one, one, one}, regulation_));
  }
}

TEST_P(ScoringByRule, ABetterMarkNeverGivesFewerPoints) {
  std::mt19937 random(2023);
  for (int round = 0; round < 50; ++round) {
    auto sheets = random_sheets(random, 4);
    const auto before = score(regulation_, sheets).value().points;
    sheets[0][0].value = 20;
    EXPECT_GE(score(regulation_, sheets).value().points, before);
  }
}

INSTANTIATE_TEST_SUITE_P(EveryPanelRule, ScoringByRule,
                         testing::Values(PanelRule::Mean, PanelRule::TrimmedMean,
                                         PanelRule::Median));

}  // namespace
