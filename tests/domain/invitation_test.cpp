#include "domain/accounts/invitation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/accounts/account.hpp"
#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"

/// An entity's submitter asks a colleague to fill its dossiers, or to answer for them too.
namespace {

using namespace accounts;
using core::Capacity;
using core::Role;
using testing_support::Scenario;

constexpr auto when_sent = "2021-03-01T10:00:00Z";
constexpr auto last_moment = "2021-03-15T10:00:00.999Z";
constexpr auto a_second_late = "2021-03-15T10:00:01Z";
const std::string token = "o-codigo-do-convite";
const std::string digest = testing_support::pretended_sha256(token);
const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c2Fs$aGFzaA";
const core::InvitationId invitation("convite-1");
const core::EntityCode alijo("1701");
const core::AccountId ana("ana");
const core::AccountId rui("rui");

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

facts::Entity alijo_fact() {
  return {alijo, "Alijó", regulation::Category::Municipio, alijo};
}
facts::Account account_fact(const core::AccountId& account) {
  facts::Account fact;
  fact.id = account;
  fact.roles = {Role::Applicant};
  return fact;
}
facts::Invitation accepted_invitation(Capacity capacity) {
  return {invitation, alijo, "rui@exemplo.pt", capacity, rui};
}

const SendInvitation send{invitation, alijo, "rui@exemplo.pt", Capacity::Editor, digest};
const InvitationSent sent{invitation,
                          alijo,
                          "rui@exemplo.pt",
                          Capacity::Editor,
                          digest,
                          instant(when_sent),
                          ana,
                          instant("2021-03-15T10:00:00Z")};
const AcceptInvitation accept{invitation, rui, true, token};
const InvitationAccepted accepted{invitation, alijo, rui, instant(last_moment)};
const InvitationWithdrawn withdrawn{invitation, alijo, instant(when_sent), ana};

Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(invitation_type(), history);
  scenario.as({ana, {Role::Applicant}, {alijo}}).at(when_sent).knowing(alijo_fact());
  return scenario;
}

TEST(Invitation, IsSentForFourteenDaysAndKeepsNoCode) {
  given({}).when(send).then({sent});
  given({sent}).when(send).is_refused("invitation-exists", "invitation");
}

TEST(Invitation, IsNoMoreOnceWhoSentItLeftTheEntity) {
  const auto accepting = [](auto change) {
    auto inviter = account_fact(ana);
    inviter.entities = {alijo};
    change(inviter);
    auto scenario = given({sent});
    scenario.knowing(inviter).when(accept);
    return scenario;
  };
  EXPECT_TRUE(accepting([](facts::Account&) {}).decision());
  accepting([](facts::Account& inviter) { inviter.entities.clear(); }).is_refused("inviter-gone");
  accepting([](facts::Account& inviter) { inviter.closed = true; }).is_refused("inviter-gone");
  EXPECT_TRUE(accepting([](facts::Account& inviter) {
                inviter.entities.clear();
                inviter.roles = {Role::Administrator};
              }).decision());
  core::Facts known;
  known.tell(facts::Invitation{invitation, alijo, "rui@exemplo.pt", Capacity::Editor, {}, ana});
  EXPECT_EQ(std::ranges::count(accept.reads(known), core::StreamRef{"account", "ana"}), 1);
}

TEST(Invitation, GoesToAnAddressOfAnEntitysColleague) {
  auto wrong = send;
  wrong.email = "rui";
  given({}).when(wrong).is_refused("email", "email");
  wrong = send;
  wrong.invitation = core::InvitationId(std::string(65, 'c'));
  given({}).when(wrong).is_refused("invitation-id", "invitation");
  wrong = send;
  wrong.token_sha256 = token;
  given({}).when(wrong).is_refused("token-digest", "token_sha256");
  testing_support::given(invitation_type()).when(send).is_refused("unknown-entity", "entity");
}

const Joined rui_has_joined{rui, invitation};

AcceptInvitation by_eva() {
  auto by_eva = accept;
  by_eva.account = core::AccountId("eva");
  return by_eva;
}

TEST(Invitation, IsAcceptedOnceByWhoShowsItsCode) {
  given({sent}).at(last_moment).when(accept).then({accepted});
  given({sent, accepted}).when(accept).then({});
  given({sent, accepted}).knowing(rui_has_joined).when(accept).then({});
  given({sent, accepted}).knowing(rui_has_joined).when(by_eva()).is_refused("invitation-used");
}

TEST(Invitation, IsNotUsedUntilWhoAcceptedItHasJoined) {
  const InvitationAccepted by_her{invitation, alijo, core::AccountId("eva"), instant(when_sent)};
  given({sent, accepted}).when(by_eva()).then({by_her});
  given({sent, accepted}).knowing(account_fact(rui)).when(by_eva()).then({by_her});
  given({sent, accepted}).when(WithdrawInvitation{invitation}).then({withdrawn});
  given({sent, accepted, withdrawn}).when(accept).is_refused("invitation-withdrawn");
  given({sent, accepted}).at(a_second_late).when(by_eva()).is_refused("invitation-over");
}

TEST(Invitation, LooksAtWhoeverHasAcceptedIt) {
  EXPECT_EQ(by_eva().reads({}),
            (std::vector<core::StreamRef>{{"invitation", "convite-1"}, {"account", "eva"}}));
  core::Facts known;
  known.tell(accepted_invitation(Capacity::Editor));
  const core::StreamRef of_rui{"account", "rui"};
  EXPECT_TRUE(std::ranges::count(by_eva().reads(known), of_rui) == 1);
  EXPECT_TRUE(std::ranges::count(WithdrawInvitation{invitation}.reads(known), of_rui) == 1);
}

TEST(Invitation, IsNotAcceptedByWhoMayNotJoin) {
  auto joins = accept;
  joins.newcomer = false;
  for (const auto role : {Role::Juror, Role::Secretariat, Role::Administrator}) {
    auto other = account_fact(rui);
    other.roles = {Role::Applicant, role};
    given({sent}).knowing(other).when(joins).is_refused("account-roles");
  }
  auto closed = account_fact(rui);
  closed.closed = true;
  given({sent}).knowing(closed).when(joins).is_refused("account-closed");
}

TEST(Invitation, DoesNotTellAWrongCodeFromNone) {
  auto wrong = accept;
  wrong.token = "outro-codigo";
  given({sent}).when(wrong).is_refused("unknown-invitation");
  given({sent, accepted}).when(wrong).is_refused("unknown-invitation");
  given({}).when(accept).is_refused("unknown-invitation");
}

TEST(Invitation, EndsAfterItsLastSecond) {
  given({sent}).at(a_second_late).when(accept).is_refused("invitation-over");
}

TEST(Invitation, IsWithdrawnUntilItIsAccepted) {
  given({sent}).when(WithdrawInvitation{invitation}).then({withdrawn});
  given({sent, withdrawn}).when(WithdrawInvitation{invitation}).then({});
  given({sent, withdrawn}).when(accept).is_refused("invitation-withdrawn");
  given({sent, accepted})
      .knowing(rui_has_joined)
      .when(WithdrawInvitation{invitation})
      .is_refused("invitation-used");
  given({}).when(WithdrawInvitation{invitation}).is_refused("unknown-invitation");
}

TEST(Invitation, OpensNoAccountThatIsThereAndJoinsNoneThatIsNot) {
  given({sent}).knowing(account_fact(rui)).when(accept).is_refused("account-exists", "account");
  auto joins = accept;
  joins.newcomer = false;
  given({sent}).when(joins).is_refused("unknown-account", "account");
  given({sent}).knowing(account_fact(rui)).at(last_moment).when(joins).then({accepted});
  auto capitals = accept;
  capitals.account = core::AccountId("RUI");
  given({sent}).when(capitals).is_refused("account-id", "account");
}

const AccountOpened opened{rui, "Rui Vaz", "rui@exemplo.pt", hash, {Role::Applicant}, {}};
const EntityJoined joined{rui, alijo, Capacity::Editor, invitation};
const EntityLeft left{rui, alijo, rui};
const OpenInvited open{rui, invitation, "Rui Vaz", hash};

Scenario given_account(const std::vector<core::Event>& history,
                       Capacity capacity = Capacity::Editor) {
  auto scenario = testing_support::given(account_type(), history);
  scenario.as({rui, {}, {}}).at(when_sent).knowing(accepted_invitation(capacity));
  return scenario;
}

facts::Account told_by(const std::vector<core::Event>& history) {
  const auto aggregate = account_type().make();
  for (const auto& event : history) aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  return *facts.find<facts::Account>();
}

TEST(Membership, BeginsWithTheAccountThatTheInvitationOpens) {
  given_account({}).when(open).then({opened, joined});
  given_account({opened}).when(open).is_refused("account-exists");
  testing_support::given(account_type()).when(open).is_refused("invitation-not-accepted");
  auto hurried = open;
  hurried.full_name = "";
  given_account({}).when(hurried).is_refused("text-length", "full_name");
  hurried = open;
  hurried.password_hash = "segredo";
  given_account({}).when(hurried).is_refused("password-hash", "password_hash");
}

TEST(Membership, IsOfTheAccountThatAcceptedAlone) {
  auto another = open;
  another.account = core::AccountId("eva");
  given_account({}).when(another).is_refused("invitation-not-accepted");
}

TEST(Membership, OfAnAccountThatIsThereTakesThePlaceOfTheOneBefore) {
  const core::InvitationId another("convite-2");
  const EntityJoined promoted{rui, alijo, Capacity::Submitter, another};
  testing_support::given(account_type(), {opened, joined})
      .knowing(facts::Invitation{another, alijo, "rui@exemplo.pt", Capacity::Submitter, rui})
      .when(JoinEntity{rui, another})
      .then({promoted});
  const auto told = told_by({opened, joined, promoted});
  EXPECT_EQ(told.entities, std::vector{alijo});
  EXPECT_TRUE(told.edits_for.empty());
  EXPECT_EQ(told_by({opened, joined}).edits_for, std::vector{alijo});
  EXPECT_TRUE(told_by({opened, joined}).entities.empty());
}

TEST(Membership, IsNotForWhoJudgesOrOrganises) {
  for (const auto role : {Role::Juror, Role::Secretariat, Role::Administrator}) {
    auto other = opened;
    other.roles = {role};
    given_account({other}).when(JoinEntity{rui, invitation}).is_refused("account-roles");
  }
}

TEST(Membership, IsToldWithItsInvitationAlsoOnceItHasEnded) {
  const auto aggregate = account_type().make();
  for (const core::Event& event : {core::Event(opened), core::Event(joined), core::Event(left)})
    aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  ASSERT_EQ(facts.all<Joined>().size(), 1U);
  EXPECT_EQ(*facts.find<Joined>(), rui_has_joined);
}

TEST(Membership, ThatHasEndedDoesNotBeginAgainByTheSameInvitation) {
  given_account({opened, joined, left})
      .when(JoinEntity{rui, invitation})
      .is_refused("invitation-used");
}

TEST(Membership, EndsAndTheAccountStays) {
  given_account({opened, joined}).when(LeaveEntity{rui, alijo}).then({left});
  given_account({opened, joined, left})
      .when(LeaveEntity{rui, alijo})
      .is_refused("not-a-member", "entity");
  EXPECT_TRUE(told_by({opened, joined, left}).edits_for.empty());
  EXPECT_FALSE(told_by({opened, joined, left}).closed);
}

TEST(Membership, GivesWayToWhatTheAdministratorSays) {
  const RolesChanged changed{rui, {Role::Juror}, {}};
  EXPECT_TRUE(told_by({opened, joined, changed}).edits_for.empty());
  given_account({opened, joined}).when(ChangeRoles{rui, {Role::Juror}, {}}).then({changed});
}

}  // namespace
