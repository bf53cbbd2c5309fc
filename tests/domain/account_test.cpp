#include "domain/accounts/account.hpp"

#include <gtest/gtest.h>

#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using accounts::AccountClosed;
using accounts::AccountOpened;
using accounts::ChangePassword;
using accounts::ChangeRoles;
using accounts::CloseAccount;
using accounts::EndSession;
using accounts::OpenAccount;
using accounts::PasswordChanged;
using accounts::RolesChanged;
using accounts::SessionEnded;
using core::Role;
using testing_support::given;
using testing_support::Scenario;

const core::AccountId account("candidatura-1701");
const core::SessionId session("0123abcd");
const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c2Fs$aGFzaA";
const std::string other_hash = "$argon2id$v=19$m=65536,t=2,p=1$c2Fs$b3V0cmE";

facts::Entity alijo() {
  return {core::EntityCode("1701"), "Alijó", regulation::Category::Municipio,
          core::EntityCode("1701")};
}

OpenAccount open_account() {
  return {account, "Técnica Exemplo", "tecnica@exemplo.pt",
          hash,    {Role::Applicant}, {core::EntityCode("1701")}};
}

AccountOpened opened() {
  return {account, "Técnica Exemplo", "tecnica@exemplo.pt",
          hash,    {Role::Applicant}, {core::EntityCode("1701")}};
}

Scenario given_account(std::vector<core::Event> since = {}) {
  since.insert(since.begin(), opened());
  auto scenario = given(accounts::account_type(), since);
  scenario.knowing(alijo());
  return scenario;
}

template <class Change>
void refuses_to_open(Change change, const std::string& code, const std::string& field) {
  auto command = open_account();
  change(command);
  given(accounts::account_type()).knowing(alijo()).when(command).is_refused(code, field);
}

TEST(Account, IsClosedOnceItsPersonIsErased) {
  auto erased = opened();
  erased.password_hash = core::Personal::erased();
  given(accounts::account_type(), {erased})
      .when(ChangePassword{account, other_hash})
      .is_refused("account-closed");
}

TEST(Account, IsOpenedForAnEntity) {
  given(accounts::account_type()).knowing(alijo()).when(open_account()).then({opened()});
}

TEST(Account, AsksForTheEntitiesThatItNames) {
  const std::vector<core::StreamRef> alijo_alone = {{"entity", "1701"}};
  EXPECT_EQ(open_account().reads({}), alijo_alone);
  EXPECT_EQ((ChangeRoles{account, {Role::Applicant}, {core::EntityCode("1701")}}.reads({})),
            alijo_alone);
}

TEST(Account, IsOpenedOnce) {
  given_account().when(open_account()).is_refused("account-exists");
}

TEST(Account, HasALowerCaseName) {
  refuses_to_open([](auto& c) { c.account = core::AccountId("Candidatura"); }, "account-id",
                  "account");
  refuses_to_open([](auto& c) { c.account = core::AccountId(std::string(65, 'a')); }, "account-id",
                  "account");
}

TEST(Account, BelongsToAPersonWhoCanBeReached) {
  refuses_to_open([](auto& c) { c.full_name.clear(); }, "text-length", "full_name");
  refuses_to_open([](auto& c) { c.email = "tecnica"; }, "email", "email");
}

TEST(Account, NeverTakesAPasswordAsItIs) {
  refuses_to_open([](auto& c) { c.password_hash = "segredo"; }, "password-hash", "password_hash");
  refuses_to_open([](auto& c) { c.password_hash += std::string(300, 'a'); }, "password-hash",
                  "password_hash");
  given_account()
      .when(ChangePassword{account, "segredo"})
      .is_refused("password-hash", "password_hash");
}

TEST(Account, HasAtLeastOneRole) {
  refuses_to_open([](auto& c) { c.roles.clear(); }, "roles", "roles");
  refuses_to_open([](auto& c) { c.roles.push_back(Role::Applicant); }, "roles", "roles");
}

TEST(Account, OfAnApplicantNamesEntitiesThatExist) {
  refuses_to_open([](auto& c) { c.entities.clear(); }, "entities", "entities");
  refuses_to_open([](auto& c) { c.entities.push_back(c.entities[0]); }, "entities", "entities");
  refuses_to_open([](auto& c) { c.entities.emplace_back("9999"); }, "unknown-entity",
                  "entities[1]");
}

TEST(Account, OfAJurorHasNoOtherRole) {
  refuses_to_open([](auto& c) { c.roles.push_back(Role::Juror); }, "juror-alone", "roles");
  given_account()
      .when(ChangeRoles{account, {Role::Secretariat, Role::Juror}, {}})
      .is_refused("juror-alone", "roles");
}

TEST(Account, OfAnApplicantHasNoOtherRole) {
  refuses_to_open([](auto& c) { c.roles.push_back(Role::Secretariat); }, "applicant-alone",
                  "roles");
  given_account()
      .when(ChangeRoles{account, {Role::Administrator, Role::Applicant}, {}})
      .is_refused("applicant-alone", "roles");
}

TEST(Account, OfAJurorNamesNoEntity) {
  refuses_to_open([](auto& c) { c.roles = {Role::Juror}; }, "entities", "entities");
}

TEST(Account, ChangesItsPassword) {
  given_account()
      .when(ChangePassword{account, other_hash})
      .then({PasswordChanged{account, other_hash}});
}

TEST(Account, ChangesItsRoles) {
  given_account()
      .when(ChangeRoles{account, {Role::Juror}, {}})
      .then({RolesChanged{account, {Role::Juror}, {}}});
}

TEST(Account, KeepsTheRolesThatItHasAlreadyWithoutAnEvent) {
  given_account()
      .when(ChangeRoles{account, {Role::Applicant}, {core::EntityCode("1701")}})
      .then({});
  given_account({RolesChanged{account, {Role::Juror}, {}}})
      .when(ChangeRoles{account, {Role::Juror}, {}})
      .then({});
}

TEST(Account, ChangesToRolesThatHoldTogether) {
  given_account().when(ChangeRoles{account, {}, {}}).is_refused("roles", "roles");
  given_account()
      .when(ChangeRoles{account, {Role::Applicant}, {}})
      .is_refused("entities", "entities");
  given_account()
      .when(ChangeRoles{account, {Role::Applicant}, {core::EntityCode("9999")}})
      .is_refused("unknown-entity", "entities[0]");
}

TEST(Account, EndsASessionOnce) {
  given_account().when(EndSession{account, session}).then({SessionEnded{account, session}});
  given_account({SessionEnded{account, session}}).when(EndSession{account, session}).then({});
  given_account({SessionEnded{account, session}})
      .when(EndSession{account, core::SessionId("other")})
      .then({SessionEnded{account, core::SessionId("other")}});
}

facts::Account told_after(const std::vector<core::Event>& since) {
  const auto aggregate = accounts::account_type().make();
  aggregate->apply(opened());
  for (const auto& event : since) aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  return *facts.find<facts::Account>();
}

TEST(Account, TellsWhichSessionsCount) {
  EXPECT_EQ(told_after({}).passwords, 1);
  const std::set only = {session};
  EXPECT_EQ(told_after({SessionEnded{account, session}}).ended_sessions, only);
  const auto renewed =
      told_after({SessionEnded{account, session}, PasswordChanged{account, other_hash}});
  EXPECT_EQ(renewed.passwords, 2);
  EXPECT_TRUE(renewed.ended_sessions.empty()) << "a new password ends them all";
}

TEST(Account, IsClosedForGood) {
  given_account().when(CloseAccount{account}).then({AccountClosed{account}});
  const std::vector<core::Event> closed = {AccountClosed{account}};
  given_account(closed).when(open_account()).is_refused("account-closed");
  given_account(closed).when(ChangePassword{account, other_hash}).is_refused("account-closed");
  given_account(closed).when(ChangeRoles{account, {Role::Juror}, {}}).is_refused("account-closed");
  given_account(closed).when(EndSession{account, session}).is_refused("account-closed");
  given_account(closed).when(CloseAccount{account}).is_refused("account-closed");
}

TEST(Account, HasToBeOpenedFirst) {
  for (const core::Command& command :
       {core::Command(CloseAccount{account}), core::Command(ChangePassword{account, hash}),
        core::Command(ChangeRoles{account, {Role::Juror}, {}}),
        core::Command(EndSession{account, session})})
    given(accounts::account_type()).when(command).is_refused("unknown-account");
}

}  // namespace
