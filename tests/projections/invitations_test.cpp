#include "projections/invitations.hpp"

#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace accounts;
using namespace testing_support;
using core::Capacity;
using projections::InvitationState;

const core::EntityCode of_alijo("1701");
const core::AccountId ana("ana");
const core::AccountId rui("rui");
const core::InvitationId first("convite-1");
const core::InvitationId second("convite-2");

InvitationSent sent(const core::InvitationId& invitation, Capacity capacity) {
  return {invitation, of_alijo, "rui@exemplo.pt", capacity, std::string(64, 'a'), {}, ana, {}};
}

/// Ana submits for Alijó and has invited two colleagues; Rui is the first.
struct Teams : testing::Test {
  World world;
  core::Instant now;

  void SetUp() override {
    auto ana_opened = account("ana", {core::Role::Applicant});
    ana_opened.entities = {of_alijo};
    world.happens("ana", {ana_opened});
    world.happens("convite-1", {sent(first, Capacity::Editor)});
    world.happens("convite-2", {sent(second, Capacity::Submitter)});
    world.happens("convite-1", {InvitationAccepted{first, of_alijo, rui, {}}});
    world.happens("rui", {account("rui", {core::Role::Applicant}),
                          EntityJoined{rui, of_alijo, Capacity::Editor, first}});
  }
  projections::Team team() { return projections::team_of(world.seen(), of_alijo, now); }
};

TEST_F(Teams, ShowWhoActsForTheEntityAndAsWhat) {
  ASSERT_EQ(team().members.size(), 2U);
  EXPECT_EQ(team().members[0].account, ana);
  EXPECT_EQ(team().members[0].capacity, Capacity::Submitter);
  EXPECT_EQ(team().members[1].account, rui);
  EXPECT_EQ(team().members[1].capacity, Capacity::Editor);
  EXPECT_TRUE(projections::team_of(world.views(), core::EntityCode("170107"), now).members.empty());
}

TEST_F(Teams, ShowWhatCameOfEachInvitation) {
  ASSERT_EQ(team().invitations.size(), 2U);
  EXPECT_EQ(team().invitations[0].state, InvitationState::Accepted);
  EXPECT_EQ(team().invitations[0].accepted_by, rui);
  EXPECT_EQ(team().invitations[1].state, InvitationState::Sent);
  world.happens("convite-2", {InvitationWithdrawn{second, of_alijo, {}, ana}});
  EXPECT_EQ(team().invitations[1].state, InvitationState::Withdrawn);
}

TEST_F(Teams, ShowAnInvitationAsAcceptedOnceWhoAcceptedItHasJoined) {
  world.happens("convite-2", {InvitationAccepted{second, of_alijo, ana, {}}});
  EXPECT_EQ(team().invitations[1].state, InvitationState::Sent);
  EXPECT_FALSE(team().invitations[1].accepted_by);
}

TEST_F(Teams, ShowWhichInvitationsHaveExpired) {
  now = core::Instant::parse("2021-03-15T10:00:00Z").value();
  EXPECT_EQ(team().invitations[0].state, InvitationState::Accepted);
  EXPECT_EQ(team().invitations[1].state, InvitationState::Expired);
}

TEST_F(Teams, KeepNoCode) {
  EXPECT_EQ(json::write(team()).find("aaaaaaaa"), std::string::npos);
}

TEST_F(Teams, LoseWhoLeavesOrIsClosed) {
  world.happens("rui", {EntityLeft{rui, of_alijo, ana}});
  EXPECT_EQ(team().members.size(), 1U);
  world.happens("ana", {AccountClosed{ana}});
  EXPECT_TRUE(team().members.empty());
}

TEST_F(Teams, FollowWhoIsPromoted) {
  world.happens("rui", {EntityJoined{rui, of_alijo, Capacity::Submitter, second}});
  EXPECT_EQ(team().members.at(1).capacity, Capacity::Submitter);
}

}  // namespace
