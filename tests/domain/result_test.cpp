#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace {

using namespace awards;
using regulation::Category;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
const core::DossierId murca("2021-1707");
const core::DossierId favaios("2021-170105");

core::AccountId juror(int number) {
  return core::AccountId("jurado-" + std::to_string(number));
}

/// What the others tell: dossiers, who is assigned, and the evaluations.
struct World {
  std::vector<facts::Dossier> dossiers;
  facts::Panel panel{edition, {juror(1)}, {}, {}, {}};
  std::vector<facts::Evaluation> evaluations;
  regulation::Regulation regulation = testing_support::small_regulation();

  void add(const core::DossierId& dossier, Category category,
           const std::vector<std::int64_t>& marks_of_each_juror) {
    dossiers.push_back({dossier, category, facts::DossierState::Eligible, {}});
    panel.dossiers.push_back(dossier);
    for (const auto value : marks_of_each_juror) add_juror(dossier, value);
  }

  /// The next juror gives the dossier this mark on every criterion.
  void add_juror(const core::DossierId& dossier, std::int64_t value) {
    const auto number = std::ranges::count(panel.assignments, dossier, &facts::Assignment::dossier);
    const auto next = juror(static_cast<int>(number) + 1);
    panel.assignments.push_back({dossier, next});
    facts::Evaluation evaluation{dossier, next, true, {}};
    for (const auto* id : {"diagnostico", "alcance", "resultados"})
      evaluation.marks.push_back({core::CriterionId(id), value});
    evaluations.push_back(std::move(evaluation));
  }

  void shuffle(std::mt19937& random) {
    std::ranges::shuffle(dossiers, random);
    std::ranges::shuffle(panel.assignments, random);
    std::ranges::shuffle(panel.dossiers, random);
    std::ranges::shuffle(evaluations, random);
    for (auto& evaluation : evaluations) std::ranges::shuffle(evaluation.marks, random);
  }

  void tell(testing_support::Scenario& scenario) const {
    scenario.knowing(facts::Edition{edition, regulation}).knowing(panel);
    for (const auto& dossier : dossiers) scenario.knowing(dossier);
    for (const auto& evaluation : evaluations) scenario.knowing(evaluation);
  }

  [[nodiscard]] testing_support::Scenario given(const std::vector<core::Event>& history) const {
    auto scenario = testing_support::given(outcome_type(), history);
    tell(scenario);
    return scenario;
  }

  [[nodiscard]] ResultComputed computed(const char* at = "2021-09-20T09:00:00Z") const {
    auto scenario = given({});
    const auto& decision = scenario.at(at).when(ComputeResult{edition}).decision();
    core::ensure(decision.has_value(), "a test computes a result that can be computed");
    return decision->at(0).get<ResultComputed>();
  }
};

/// Alijó 80 points, Murça 60; Favaios, a parish, 90 with two jurors only.
World three_dossiers() {
  World world;
  world.add(murca, Category::Municipio, {10, 12, 14});
  world.add(alijo, Category::Municipio, {16, 16, 16});
  world.add(favaios, Category::Freguesia, {18, 18});
  return world;
}

const DossierResult& result_of(const ResultComputed& result, const core::DossierId& dossier) {
  const auto found = std::ranges::find(result.dossiers, dossier, &DossierResult::dossier);
  core::ensure(found != result.dossiers.end(), "a test asks for a dossier with a result");
  return *found;
}

TEST(Result, GivesPointsRankAndAwardsToEveryRankedDossier) {
  const auto result = three_dossiers().computed();
  const auto& first = result_of(result, alijo);
  EXPECT_EQ(first.rank, 1);
  EXPECT_EQ(first.points, (PublishedPoints{"80.00", "80/1"}));
  EXPECT_EQ(first.jurors, 3);
  ASSERT_EQ(first.sections.size(), 2U);
  EXPECT_EQ(first.sections[1].points, (PublishedPoints{"80.00", "80/1"}));
  ASSERT_EQ(first.awards.size(), 2U);
  EXPECT_TRUE(first.awards[0].granted);
  const auto& second = result_of(result, murca);
  EXPECT_EQ(second.rank, 2);
  EXPECT_FALSE(second.awards[0].granted);
  EXPECT_TRUE(second.awards[1].granted);
}

TEST(Result, TellsAllThatTheRegulationRanksByAndNothingElse) {
  const core::CriterionId first("diagnostico");
  const core::CriterionId last("resultados");
  const PublishedPoints mean{"85.00", "85/1"};
  auto world = three_dossiers();
  world.add_juror(alijo, 20);
  world.regulation.awards[0].best_by = regulation::ByCriterion{first};
  EXPECT_EQ(result_of(world.computed(), alijo).ranked_by,
            (RankedBy{{{first, mean}, {last, mean}}, PublishedPoints{"0.75", "3/4"}, {}}));
  world.regulation.awards[0].best_by.reset();
  world.regulation.tie_break = {regulation::Shared{}};
  EXPECT_EQ(result_of(world.computed(), alijo).ranked_by, (RankedBy{{}, {}, {}}));
}

TEST(Result, ADossierWithTooFewJurorsIsNotRankedAndNotZero) {
  const auto result = three_dossiers().computed();
  EXPECT_EQ(result.dossiers.back().dossier, favaios);
  const auto& unranked = result_of(result, favaios);
  EXPECT_FALSE(unranked.rank);
  EXPECT_FALSE(unranked.points);
  EXPECT_TRUE(unranked.awards.empty());
  ASSERT_TRUE(unranked.not_rankable);
  EXPECT_EQ(unranked.not_rankable->pt, "Não classificável: tem 2 avaliações e são precisas 3.");
}

TEST(Result, ADossierThatLostAllItsJurorsIsStillNamed) {
  auto world = three_dossiers();
  world.add(core::DossierId("2021-0101"), Category::Municipio, {});
  EXPECT_EQ(result_of(world.computed(), core::DossierId("2021-0101")).jurors, 0);
}

TEST(Result, HasOnlyEligibleDossiers) {
  auto world = three_dossiers();
  world.dossiers[0].state = facts::DossierState::NotEligible;
  const auto result = world.computed();
  EXPECT_EQ(result.dossiers.size(), 2U);
  EXPECT_EQ(result_of(result, alijo).rank, 1);
}

constexpr auto at_the_scoring_deadline = "2021-09-15T22:59:59Z";
constexpr auto after_the_scoring_deadline = "2021-09-15T23:00:00Z";

TEST(Result, IsNotComputedBeforeScoringClosesThoughEveryEvaluationIsSealed) {
  const auto world = three_dossiers();
  auto scenario = world.given({});
  scenario.at(at_the_scoring_deadline).when(ComputeResult{edition}).is_refused("scoring-open");
  scenario.at(after_the_scoring_deadline)
      .when(ComputeResult{edition})
      .then({world.computed(after_the_scoring_deadline)});
}

TEST(Result, WithTooFewSealedEvaluationsAtTheDeadlineADossierIsNotRankableAndNeverLow) {
  auto world = three_dossiers();
  world.evaluations[0].sealed = false;
  const auto result = world.computed(after_the_scoring_deadline);
  const auto& unranked = result_of(result, murca);
  EXPECT_FALSE(unranked.rank);
  EXPECT_FALSE(unranked.points);
  EXPECT_TRUE(unranked.awards.empty());
  ASSERT_TRUE(unranked.not_rankable);
  EXPECT_EQ(unranked.not_rankable->pt, "Não classificável: tem 2 avaliações e são precisas 3.");
  EXPECT_EQ(result_of(result, alijo), result_of(three_dossiers().computed(), alijo));
}

TEST(Result, WithEnoughSealedEvaluationsAtTheDeadlineADossierIsRankedByThemAlone) {
  auto world = three_dossiers();
  world.add_juror(alijo, 0);
  world.evaluations.back().sealed = false;
  EXPECT_EQ(world.computed(after_the_scoring_deadline), three_dossiers().computed());
}

TEST(Result, IsPublishedWithTheEvaluationsThatWereLeftOpen) {
  auto world = three_dossiers();
  world.evaluations[0].sealed = false;
  const auto computed = world.computed(after_the_scoring_deadline);
  world.given({computed, testing_support::voted("jurado-1")})
      .at("2021-10-01T08:00:00Z")
      .when(PublishResult{edition})
      .then({ResultPublished{edition}});
  world.evaluations[0].sealed = true;
  world.given({computed})
      .at("2021-10-01T08:00:00Z")
      .when(PublishResult{edition})
      .is_refused("result-outdated");
}

TEST(Result, CountsOnlyTheEvaluationsOfThoseAssigned) {
  auto world = three_dossiers();
  const auto expected = world.computed();
  world.add_juror(murca, 0);
  world.panel.assignments.pop_back();  // a conflict found late
  EXPECT_EQ(world.computed(), expected);
}

TEST(Result, TheOrderOfJurorsDossiersAndMarksChangesNothing) {
  auto world = three_dossiers();
  const auto expected = world.computed();
  std::mt19937 random(2021);
  for (int round = 0; round < 30; ++round) {
    world.shuffle(random);
    EXPECT_EQ(world.computed(), expected);
  }
}

std::vector<std::optional<std::int64_t>> ranks(const ResultComputed& result) {
  std::vector<std::optional<std::int64_t>> ranks;
  for (const auto& dossier : result.dossiers) ranks.push_back(dossier.rank);
  return ranks;
}

TEST(Result, ASecondPanelOfTheSameMindMovesNoRank) {
  std::mt19937 random(2021);
  std::uniform_int_distribution<std::int64_t> value(0, 20);
  for (int round = 0; round < 30; ++round) {
    World world;
    for (int i = 0; i < 6; ++i)
      world.add(core::DossierId("2021-010" + std::to_string(i)), Category::Municipio,
                {value(random), value(random), value(random)});
    const auto before = world.computed();
    const auto dossier = world.dossiers[static_cast<std::size_t>(round) % 6].id;
    for (const auto& evaluation : std::vector(world.evaluations))
      if (evaluation.dossier == dossier) world.add_juror(dossier, *evaluation.marks[0].value);
    EXPECT_EQ(ranks(world.computed()), ranks(before));
    EXPECT_EQ(result_of(world.computed(), dossier).points, result_of(before, dossier).points);
  }
}

TEST(Result, NamesNoJuror) {
  EXPECT_EQ(json::write(core::Event(three_dossiers().computed())).find("jurado-"),
            std::string::npos);
}

TEST(Result, NeedsAnEditionAndAnAssignment) {
  testing_support::given(outcome_type()).when(ComputeResult{edition}).is_refused("unknown-edition");
  World()
      .given({})
      .at(after_the_scoring_deadline)
      .when(ComputeResult{edition})
      .is_refused("nothing-assigned");
}

TEST(Result, IsPublishedOnceAndNotBeforeItsDay) {
  const auto world = three_dossiers();
  const auto computed = world.computed();
  world.given({computed})
      .at("2021-10-01T07:59:59.999Z")
      .when(PublishResult{edition})
      .is_refused("results-too-early");
  world.given({computed, testing_support::voted("jurado-1")})
      .at("2021-10-01T08:00:00Z")
      .when(PublishResult{edition})
      .then({ResultPublished{edition}});
  world.given({computed, ResultPublished{edition}})
      .at("2021-10-02T08:00:00Z")
      .when(PublishResult{edition})
      .is_refused("result-published");
  world.given({})
      .at("2021-10-02T08:00:00Z")
      .when(PublishResult{edition})
      .is_refused("result-not-computed");
}

TEST(Result, IsComputedAgainFreelyUntilItIsPublished) {
  const auto world = three_dossiers();
  const auto computed = world.computed();
  world.given({computed})
      .at(after_the_scoring_deadline)
      .when(ComputeResult{edition})
      .then({computed});
  world.given({computed, ResultPublished{edition}})
      .when(ComputeResult{edition})
      .is_refused("reason-missing", "reason");
}

TEST(Result, IsNotPublishedWhenItWouldNowBeAnother) {
  auto world = three_dossiers();
  const auto computed = world.computed();
  world.add_juror(murca, 20);
  world.given({computed})
      .at("2021-10-02T08:00:00Z")
      .when(PublishResult{edition})
      .is_refused("result-outdated");
}

TEST(Result, ReadsThePanelFirstAndThenWhatItPointsTo) {
  core::Facts facts;
  const ComputeResult command{edition};
  EXPECT_EQ(command.reads(facts).size(), 2U);
  facts.tell(facts::Panel{edition, {}, {{alijo, juror(1)}}, {alijo}, {}});
  EXPECT_EQ(command.reads(facts),
            (std::vector<core::StreamRef>{{"edition", "2021"},
                                          {"panel", "2021"},
                                          {"dossier", "2021-1701"},
                                          {"evaluation", "2021-1701.jurado-1"}}));
}

}  // namespace
