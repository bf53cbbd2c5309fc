#include "projections/results.hpp"

#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace awards;
using namespace testing_support;

const core::EditionId edition("2021");

ResultComputed computed(const char* points) {
  DossierResult result;
  result.dossier = core::DossierId("2021-1701");
  result.jurors = 3;
  result.rank = 1;
  result.points = PublishedPoints{points, "165/2"};
  result.awards = {{core::AwardId("bandeira"),
                    regulation::AwardKind::Bandeira,
                    "Bandeira",
                    true,
                    {"Tem.", "Has."}}};
  return {edition, {result}};
}

/// Alijó takes part in the edition of 2021, a demonstration.
struct Results : testing::Test {
  World world;
  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("2021", {edition_2021()});
  }
};

TEST_F(Results, AreADraftUntilTheyArePublished) {
  EXPECT_FALSE(projections::draft_result(world.seen(), edition).has_value());
  const auto position = world.happens_at("2021-09-20T10:00:00Z", "2021", {computed("82.50")});
  EXPECT_FALSE(projections::published_result(world.seen(), edition).has_value());
  const auto draft = projections::draft_result(world.seen(), edition);
  ASSERT_TRUE(draft.has_value());
  EXPECT_EQ(draft->computed_at.text(), "2021-09-20T10:00:00Z");
  EXPECT_EQ(draft->position, position);
  EXPECT_FALSE(draft->published_at.has_value());
}

TEST_F(Results, RevealTheSeedOfTheirDraw) {
  auto drawn = computed("82.50");
  drawn.draw_seed = "Bola azul, bola verde";
  world.happens("2021", {drawn, ResultPublished{edition}});
  EXPECT_EQ(projections::published_result(world.seen(), edition)->draw_seed, drawn.draw_seed);
}

TEST_F(Results, ArePublishedWithNamesTimeAndPosition) {
  world.happens_at("2021-09-20T10:00:00Z", "2021", {computed("82.50")});
  const auto position =
      world.happens_at("2021-10-01T10:00:00Z", "2021", {ResultPublished{edition}});
  const auto result = projections::published_result(world.seen(), edition);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(result->title, "Edição de 2021");
  EXPECT_TRUE(result->demonstration);
  EXPECT_EQ(result->computed_at.text(), "2021-09-20T10:00:00Z");
  EXPECT_EQ(result->published_at->text(), "2021-10-01T10:00:00Z");
  EXPECT_EQ(result->position, position);
  ASSERT_EQ(result->dossiers.size(), 1U);
  EXPECT_EQ(result->dossiers[0].entity.name, "Alijó");
  EXPECT_EQ(result->dossiers[0].result.points->shown, "82.50");
  EXPECT_TRUE(result->dossiers[0].result.awards[0].granted);
}

TEST_F(Results, PublishTheLastComputation) {
  world.happens("2021", {computed("70.00"), computed("82.50"), ResultPublished{edition}});
  const auto result = projections::published_result(world.seen(), edition);
  EXPECT_EQ(result->dossiers[0].result.points->shown, "82.50");
}

TEST_F(Results, OncePublishedAreNotTouchedByALaterDraft) {
  world.happens("2021", {computed("82.50"), ResultPublished{edition}});
  const auto before = json::write(*projections::published_result(world.seen(), edition));
  world.happens("2021", {computed("12.00")});
  EXPECT_EQ(json::write(*projections::published_result(world.seen(), edition)), before);
  EXPECT_EQ(projections::draft_result(world.seen(), edition)->dossiers[0].result.points->shown,
            "12.00");
}

}  // namespace
