#include "domain/awards/what_if.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/domain/what_if_samples.hpp"

namespace {

using namespace awards;
using namespace what_if_samples;

/// Alijó by 75, 75 and 90 points; Murça by 70, 80 and 60.
PastEdition two_dossiers() {
  PastEdition past;
  past.judge(alijo, {Marks{15, 15, 15}, Marks{15, 15, 15}, Marks{18, 18, 18}});
  past.judge(murca, {Marks{20, 10, 5}, Marks{16, 16, 16}, Marks{12, 12, 12}});
  return past;
}

ResultComputed supposing(const PastEdition& past, const Supposition& supposed) {
  auto result = what_if(past.context(), std::nullopt, supposed);
  core::ensure(result.has_value(), "a test supposes what can be supposed");
  return *std::move(result);
}

TEST(WhatIf, TheWeightsWereOthers) {
  Supposition supposed;
  supposed.weights = {{core::CriterionId("diagnostico"), 100},
                      {core::CriterionId("alcance"), 1},
                      {core::CriterionId("resultados"), 1}};
  const auto past = two_dossiers();
  EXPECT_EQ(of(past.result(), murca).points->shown, "70.00");
  EXPECT_EQ(of(supposing(past, supposed), murca).points->shown, "79.59");
  EXPECT_EQ(of(supposing(past, supposed), alijo).points->shown, "80.00");
}

TEST(WhatIf, TheRuleOfThePanelWasAnother) {
  Supposition supposed;
  supposed.panel_rule = regulation::PanelRule::Median;
  const auto past = two_dossiers();
  EXPECT_EQ(of(past.result(), alijo).points->shown, "80.00");
  EXPECT_EQ(of(supposing(past, supposed), alijo).points->shown, "75.00");
}

TEST(WhatIf, AJurorHadNotJudged) {
  Supposition supposed;
  supposed.without = {juror(3)};
  const auto past = two_dossiers();
  EXPECT_FALSE(of(supposing(past, supposed), alijo).rank) << "too few jurors";
  supposed.minimum_jurors = 2;
  EXPECT_EQ(of(supposing(past, supposed), alijo).points->shown, "75.00");
}

TEST(WhatIf, NothingHadChangedAfterSealing) {
  auto past = two_dossiers();
  past.evaluations[0].marks = marks_of({20, 20, 20});
  Supposition supposed;
  supposed.before_deliberation = true;
  EXPECT_EQ(supposing(past, supposed), two_dossiers().result());
  EXPECT_NE(past.result(), two_dossiers().result());
}

void refuses(const Supposition& supposed, const std::string& code, const std::string& field) {
  const auto result = what_if(two_dossiers().context(), std::nullopt, supposed);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, code);
  EXPECT_EQ(result.error().field, field);
}

TEST(WhatIf, CanOnlyBeWhatMakesSense) {
  const core::CriterionId reach("alcance");
  Supposition supposed;
  supposed.weights = {{core::CriterionId("simpatia"), 10}};
  refuses(supposed, "unknown-criterion", "weights[0].criterion");
  supposed.weights = {{reach, 10}, {reach, 20}};
  refuses(supposed, "criterion-repeated", "weights[1].criterion");
  for (const std::int64_t weight : {0, 20001}) {
    supposed.weights = {{reach, weight}};
    refuses(supposed, "weight", "weights[0].weight");
  }
  supposed = {};
  supposed.minimum_jurors = 0;
  refuses(supposed, "minimum-jurors", "minimum_jurors");
  supposed = {};
  supposed.without = {juror(9)};
  refuses(supposed, "unknown-juror", "without[0]");
}

TEST(WhatIf, NothingIsSupposedWhileScoringIsOpen) {
  const auto past = two_dossiers();
  const auto early = what_if(past.context("2021-09-15T22:59:59Z"), std::nullopt, {});
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, "scoring-open");
  EXPECT_TRUE(what_if(past.context("2021-09-15T23:00:00Z"), std::nullopt, {}));
}

/// Without what it was computed from: other weights in the same measure are another regulation.
ResultComputed decided(ResultComputed result) {
  result.sources.clear();
  return result;
}

/// Any marks, and what is so supposed in as many words, all weights in the same measure.
RC_GTEST_PROP(WhatIfLaw, EqualToTheFactsGivesTheFacts, ()) {
  const auto drawn = [](std::int64_t to) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(0, to));
  };
  PastEdition past;
  for (int i = 0; i < 6; ++i) {
    std::vector<Marks> marks;
    for (auto jurors = drawn(5); jurors >= 0; --jurors)
      marks.push_back(Marks{drawn(21), drawn(21), drawn(21)});
    past.judge(core::DossierId("2021-010" + std::to_string(i)), marks);
  }
  past.rules.panel_rule = static_cast<regulation::PanelRule>(drawn(3));
  Supposition supposed;
  RC_ASSERT(supposing(past, supposed) == past.result());
  const auto measure = 1 + drawn(20);
  for (const auto& section : past.rules.sections)
    for (const auto& criterion : section.criteria)
      supposed.weights.push_back({criterion.id, criterion.weight * measure});
  supposed.panel_rule = past.rules.panel_rule;
  supposed.minimum_jurors = past.rules.minimum_jurors;
  supposed.before_deliberation = true;
  RC_ASSERT(decided(supposing(past, supposed)) == decided(past.result()));
}

}  // namespace
