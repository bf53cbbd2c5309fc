#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "domain/awards/award_rules.hpp"
#include "domain/awards/ranking.hpp"
#include "tests/support/regulations.hpp"

namespace {

using namespace awards;
using regulation::AwardKind;
using regulation::Category;
using regulation::Section;

core::CriterionId criterion(const char* id) {
  return core::CriterionId(id);
}

/// Section III has 90 points unless said otherwise; the criterion "resultados" has 50.
Candidate candidate(const char* dossier, const Points& points,
                    Category category = Category::Municipio) {
  return {
      core::DossierId(dossier),
      category,
      {points, {{Section::I, points}, {Section::III, 90}}, {{criterion("resultados"), 50}}, 0, 3}};
}

std::string places(const std::vector<Ranked>& ranked) {
  std::string text;
  for (const auto& one : ranked)
    text += one.candidate.dossier.text() + ":" + std::to_string(one.rank) + " ";
  return text;
}

std::string rank_of(const std::vector<Candidate>& candidates) {
  return places(rank(testing_support::small_regulation(), candidates));
}

TEST(Award, RanksByExactPointsEvenWhereTheShownOnesAreEqual) {
  EXPECT_EQ(rank_of({candidate("a", Points(245, 3)), candidate("b", Points(81670, 1000))}),
            "b:1 a:2 ");
}

TEST(Award, RanksEachCategoryByItself) {
  EXPECT_EQ(rank_of({candidate("a", 70), candidate("b", 90, Category::Freguesia),
                     candidate("c", 80), candidate("d", 95, Category::Freguesia)}),
            "c:1 a:2 d:1 b:2 ");
}

TEST(Award, EqualDossiersShareTheirRankAndTheNextCountsThemAll) {
  EXPECT_EQ(rank_of({candidate("c", 70), candidate("a", 80), candidate("b", 80)}), "a:1 b:1 c:3 ");
}

TEST(Award, TiesArePartedByTheStepsInTheirOrder) {
  auto by_criterion = candidate("a", 80);
  by_criterion.score.criteria[criterion("resultados")] = 60;
  auto by_top_marks = candidate("b", 80);
  by_top_marks.score.top_marks = 2;
  EXPECT_EQ(rank_of({candidate("c", 80), by_top_marks, by_criterion}), "a:1 b:2 c:3 ");
}

TEST(Award, ACriterionThatDoesNotApplyLosesTheTie) {
  auto without = candidate("a", 80);
  without.score.criteria.clear();
  auto with_zero = candidate("b", 80);
  with_zero.score.criteria[criterion("resultados")] = 0;
  EXPECT_EQ(rank_of({without, with_zero}), "b:1 a:2 ");
}

TEST(Award, ASectionPartsATie) {
  auto regulation = testing_support::small_regulation();
  regulation.tie_break = {regulation::BySection{Section::III}};
  auto weaker = candidate("a", 80);
  weaker.score.sections[Section::III] = Points(8999, 100);
  EXPECT_EQ(places(rank(regulation, {weaker, candidate("b", 80)})), "b:1 a:2 ");
}

TEST(Award, TheOrderOfDossiersChangesNoRank) {
  std::vector<Candidate> candidates;
  for (const auto* id : {"a", "b", "c", "d", "e", "f"})
    candidates.push_back(candidate(id, id[0] % 2 == 0 ? 80 : 70));
  const auto expected = rank_of(candidates);
  std::mt19937 random(2021);
  for (int round = 0; round < 30; ++round) {
    std::ranges::shuffle(candidates, random);
    EXPECT_EQ(rank_of(candidates), expected);
  }
}

/// The small regulation's Galardão (80, section III 50, one for each category) and Bandeira (60).
AwardDecisions decide(const std::vector<Candidate>& candidates) {
  const auto regulation = testing_support::small_regulation();
  return decide_awards(regulation, rank(regulation, candidates),
                       regulation::Applicants(regulation, {}));
}

AwardDecision galardao(const AwardDecisions& decisions, const char* dossier) {
  return decisions.at(core::DossierId(dossier)).at(0);
}

AwardDecision bandeira(const AwardDecisions& decisions, const char* dossier) {
  return decisions.at(core::DossierId(dossier)).at(1);
}

TEST(Award, EveryRuleAnswersForEveryDossierOfItsCategories) {
  const auto decisions = decide({candidate("a", 90), candidate("b", 30)});
  EXPECT_EQ(galardao(decisions, "a").award, AwardKind::Galardao);
  EXPECT_EQ(bandeira(decisions, "b").award, AwardKind::Bandeira);
  EXPECT_EQ(bandeira(decisions, "b").title, "Bandeira");
}

TEST(Award, ReachingTheThresholdExactlyIsEnough) {
  const auto decisions = decide({candidate("a", 80)});
  EXPECT_TRUE(galardao(decisions, "a").granted);
  EXPECT_EQ(galardao(decisions, "a").reason.pt,
            "Tem 80,00 pontos (mínimo 80); tem 90,00 pontos na secção III (mínimo 50); é a 1.ª da "
            "sua categoria entre as que cumprem as condições.");
}

TEST(Award, RoundingGivesNoAwardAndTheReasonShowsTheExactPoints) {
  const auto decisions = decide({candidate("a", Points(79999, 1000))});
  EXPECT_FALSE(galardao(decisions, "a").granted);
  EXPECT_EQ(galardao(decisions, "a").reason.pt,
            "Tem 80,00 (exatamente 79999/1000) pontos; são precisos 80.");
  EXPECT_EQ(galardao(decisions, "a").reason.en,
            "Has 80.00 (exactly 79999/1000) points; 80 are needed.");
  EXPECT_TRUE(bandeira(decisions, "a").granted);
}

TEST(Award, AWeakSectionCostsTheAward) {
  auto weak = candidate("a", 95);
  weak.score.sections[Section::III] = Points(49);
  EXPECT_EQ(galardao(decide({weak}), "a").reason.pt,
            "Tem 49,00 pontos na secção III; são precisos 50.");
  weak.score.sections[Section::III] = Points(50);
  EXPECT_TRUE(galardao(decide({weak}), "a").granted);
  weak.score.sections.erase(Section::III);
  EXPECT_FALSE(galardao(decide({weak}), "a").granted);
}

TEST(Award, TheQuotaGoesToTheBestOfEachCategory) {
  const auto decisions =
      decide({candidate("a", 90), candidate("b", 85), candidate("c", 82, Category::Freguesia)});
  EXPECT_TRUE(galardao(decisions, "a").granted);
  EXPECT_FALSE(galardao(decisions, "b").granted);
  EXPECT_TRUE(bandeira(decisions, "b").granted);
  EXPECT_TRUE(galardao(decisions, "c").granted);
  EXPECT_EQ(galardao(decisions, "b").reason.pt,
            "Tem 85,00 pontos (mínimo 80); tem 90,00 pontos na secção III (mínimo 50); é a 2.ª da "
            "sua categoria entre as que cumprem as condições; há uma só distinção.");
}

TEST(Award, ThoseWhoTieAtTheEdgeOfTheQuotaAllGetIt) {
  const auto decisions = decide({candidate("a", 90), candidate("b", 90), candidate("c", 89)});
  EXPECT_TRUE(galardao(decisions, "a").granted);
  EXPECT_TRUE(galardao(decisions, "b").granted);
  EXPECT_FALSE(galardao(decisions, "c").granted);
}

TEST(Award, WhoMissesAMinimumTakesNoPlaceOfTheQuota) {
  auto weak = candidate("a", 95);
  weak.score.sections[Section::III] = Points(10);
  const auto decisions = decide({weak, candidate("b", 90)});
  EXPECT_FALSE(galardao(decisions, "a").granted);
  EXPECT_TRUE(galardao(decisions, "b").granted);
}

}  // namespace
