#include "projections/deliberations.hpp"

#include "domain/jury/panel_events.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace awards;
using namespace testing_support;
using projections::PanelRecord;
using projections::ResultState;

const core::EditionId edition("2021");
const core::AccountId ana("ana");
const core::AccountId bia("bia");

jury::JurorAppointed appointed(const core::AccountId& juror, const char* name) {
  return {edition, juror, name, std::nullopt, std::nullopt};
}

ResultComputed computed() {
  DossierResult result;
  result.dossier = core::DossierId("2021-1701");
  return {edition, {result}};
}

/// Ana and Bia sit; a result is computed.
struct Deliberations : testing::Test {
  World world;
  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("2021", {edition_2021()});
    world.happens_at("2021-07-05T10:00:00Z", "2021",
                     {appointed(ana, "Ana Lopes"), appointed(bia, "Bia Melo")});
    world.happens_at("2021-09-20T10:00:00Z", "2021", {computed()});
  }
  PanelRecord panel() {
    return projections::panel_record(*world.seen().view("deliberations"), edition);
  }
};

TEST_F(Deliberations, HoldTheLastVoteOfEachJurorByJuror) {
  world.happens("2021", {voted("bia"), voted("ana", VoteChoice::Against), voted("ana")});
  const auto votes = panel().deliberations.at(0).votes;
  ASSERT_EQ(votes.size(), 2U);
  EXPECT_EQ(votes[0].juror, ana);
  EXPECT_EQ(votes[0].choice, VoteChoice::InFavour);
  EXPECT_FALSE(votes[0].statement);
  EXPECT_EQ(votes[1].juror, bia);
}

TEST_F(Deliberations, BeginAnewWithEachResult) {
  world.happens("2021", {voted("ana"), computed(), voted("bia")});
  const auto deliberations = panel().deliberations;
  ASSERT_EQ(deliberations.size(), 2U);
  EXPECT_EQ(deliberations[1].version, 2);
  EXPECT_EQ(deliberations[1].votes.size(), 1U);
  EXPECT_TRUE(deliberations[0].lists.empty());
}

TEST_F(Deliberations, KnowWhoSatWhenTheResultWasPublishedAndInWhichLists) {
  world.happens("2021", {voted("ana"), voted("bia"), ResultPublished{edition}});
  const jury::JurorLeft left{edition, bia, {}, {}, "Adoeceu."};
  world.happens_at("2021-10-10T10:00:00Z", "2021", {left});
  const auto position = world.happens("2021", {ResultFinalised{edition}});
  const auto known = panel();
  const auto& one = known.deliberations.at(0);
  EXPECT_EQ(one.seated, (std::vector{ana, bia}));
  ASSERT_EQ(one.lists.size(), 2U);
  EXPECT_EQ(one.lists[0].state, ResultState::Provisional);
  EXPECT_EQ(one.lists[1].state, ResultState::Final);
  EXPECT_EQ(one.lists[1].position, position);
  EXPECT_EQ(projections::seated(known, projections::Seats::Now), (std::vector{ana}));
  EXPECT_EQ(projections::seated(known, projections::Seats::Ever), (std::vector{ana, bia}));
}

TEST_F(Deliberations, KnowWhoSatFromWhenUntilWhen) {
  world.happens_at("2021-10-10T10:00:00Z", "2021",
                   {jury::JurorLeft{edition, bia, {}, {}, "Adoeceu."}});
  world.happens_at("2021-11-10T10:00:00Z", "2021", {appointed(bia, "Bia Melo")});
  const auto seats = panel().seats;
  ASSERT_EQ(seats.size(), 3U);
  EXPECT_EQ(seats[1].juror_name, "Bia Melo");
  EXPECT_EQ(seats[1].from.text(), "2021-07-05T10:00:00Z");
  EXPECT_EQ(seats[1].until->text(), "2021-10-10T10:00:00Z");
  EXPECT_EQ(seats[2].from.text(), "2021-11-10T10:00:00Z");
  EXPECT_FALSE(seats[2].until);
}

TEST_F(Deliberations, ShowAJurorTheResultAndTheirOwnVoteAlone) {
  EXPECT_FALSE(projections::ballot_of(world.seen(), core::EditionId("2022"), ana).has_value());
  world.happens("2021", {voted("bia", VoteChoice::Against)});
  const auto before = projections::ballot_of(world.seen(), edition, ana);
  ASSERT_TRUE(before);
  EXPECT_TRUE(before->open);
  EXPECT_EQ(before->result.dossiers.size(), 1U);
  EXPECT_FALSE(before->vote);
  const auto own = projections::ballot_of(world.seen(), edition, bia);
  EXPECT_EQ(own->vote->choice, VoteChoice::Against);
  EXPECT_EQ(own->vote->statement, "A ordem não é justa.");
  world.happens("2021", {ResultPublished{edition}});
  EXPECT_FALSE(projections::ballot_of(world.seen(), edition, ana)->open);
}

}  // namespace
