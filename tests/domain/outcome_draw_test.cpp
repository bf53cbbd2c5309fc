#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// A result that a draw decides, and what it tells the editions after it.
namespace {

using namespace awards;
using regulation::Category;
using testing_support::pretended_sha256;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
const core::DossierId murca("2021-1707");
const std::string seed = "Bola azul, bola verde";

regulation::Regulation with_draw() {
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 1;
  rules.tie_break = {regulation::ByDraw{}};
  rules.draw_commitment = pretended_sha256(seed);
  return rules;
}

/// Alijó and Murça, each with one evaluation of 18 throughout: 90 points, a tie for the Galardão.
testing_support::Scenario given_a_tie(const std::vector<core::Event>& history = {}) {
  auto scenario = testing_support::given(outcome_type(), history);
  const core::AccountId juror("ana");
  facts::Panel panel{edition, {juror}, {}, {alijo, murca}, {}};
  for (const auto& dossier : {alijo, murca}) {
    panel.assignments.push_back({dossier, juror});
    facts::Evaluation evaluation{dossier, juror, true, {}};
    for (const auto* id : {"diagnostico", "alcance", "resultados"})
      evaluation.marks.push_back({core::CriterionId(id), 18});
    scenario.knowing(evaluation)
        .knowing(facts::Dossier{dossier, Category::Municipio, facts::DossierState::Eligible, {}});
  }
  scenario.knowing(panel).knowing(facts::Edition{edition, with_draw()});
  scenario.at("2021-10-01T09:00:00Z");
  return scenario;
}

ResultComputed computed() {
  auto scenario = given_a_tie();
  const auto& decision = scenario.when(ComputeResult{edition, seed}).decision();
  core::ensure(decision.has_value(), "a test computes a result that can be computed");
  return decision->at(0).get<ResultComputed>();
}

TEST(ResultByDraw, GivesTheOnlyGalardaoToTheLowerLot) {
  const auto result = computed();
  const bool alijo_is_first =
      pretended_sha256(seed + alijo.text()) < pretended_sha256(seed + murca.text());
  EXPECT_EQ(result.draw_seed, seed);
  EXPECT_EQ(result.dossiers.at(0).dossier, alijo_is_first ? alijo : murca);
  EXPECT_TRUE(result.dossiers.at(0).awards.at(0).granted);
  EXPECT_EQ(result.dossiers.at(1).rank, 2);
  EXPECT_FALSE(result.dossiers.at(1).awards.at(0).granted);
  for (const auto& dossier : result.dossiers)
    EXPECT_EQ(dossier.ranked_by->lot, pretended_sha256(seed + dossier.dossier.text()));
}

TEST(ResultByDraw, IsNotComputedWithoutTheSeedThatWasCommittedTo) {
  given_a_tie().when(ComputeResult{edition}).is_refused("draw-seed-missing", "draw_seed");
  given_a_tie()
      .when(ComputeResult{edition, "Outra frase"})
      .is_refused("draw-seed-wrong", "draw_seed");
}

TEST(ResultByDraw, IsPublishedByTheSeedThatItWasComputedWith) {
  given_a_tie({computed(), testing_support::voted("ana")})
      .when(PublishResult{edition})
      .then({ResultPublished{edition}});
}

TEST(ResultTold, NamesWhatEachEntityWasGrantedOnceItIsFinal) {
  const auto aggregate = outcome_type().make();
  const auto result = computed();
  aggregate->apply(result);
  aggregate->apply(ResultPublished{edition});
  core::Facts provisional;
  aggregate->tell(provisional);
  EXPECT_EQ(provisional.find<facts::Outcome>(), nullptr);
  aggregate->apply(ResultFinalised{edition});
  core::Facts facts;
  aggregate->tell(facts);
  const auto* outcome = facts.find<facts::Outcome>();
  ASSERT_NE(outcome, nullptr);
  EXPECT_EQ(outcome->edition, edition);
  const auto winner = core::entity_of(result.dossiers.at(0).dossier);
  const auto second = core::entity_of(result.dossiers.at(1).dossier);
  EXPECT_EQ(outcome->granted.at(winner),
            (std::set<core::AwardId>{core::AwardId("bandeira"), core::AwardId("galardao")}));
  EXPECT_EQ(outcome->granted.at(second), (std::set<core::AwardId>{core::AwardId("bandeira")}));
}

TEST(ResultReads, TheEditionsBeforeAndTheEntitiesThatARuleAsksOf) {
  auto rules = with_draw();
  rules.follows = {core::EditionId("2020")};
  core::Facts facts;
  facts.tell(facts::Edition{edition, rules});
  facts.tell(facts::Panel{edition, {}, {}, {alijo}, {}});
  EXPECT_EQ(
      (ComputeResult{edition, seed}.reads(facts)),
      (std::vector<core::StreamRef>{
          {"edition", "2021"}, {"panel", "2021"}, {"result", "2020"}, {"dossier", "2021-1701"}}));
  rules.awards[1].conditions.emplace_back(regulation::Population{{.below = 10000}});
  core::Facts asking;
  asking.tell(facts::Edition{edition, rules});
  asking.tell(facts::Panel{edition, {}, {}, {alijo}, {}});
  const auto read = ComputeResult{edition, seed}.reads(asking);
  EXPECT_EQ(std::ranges::count(read, core::StreamRef{"entity", "1701"}), 1);
}

}  // namespace
