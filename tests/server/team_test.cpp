#include <gtest/gtest.h>

#include "domain/accounts/account.hpp"
#include "domain/accounts/invitation.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "projections/invitations.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

/// Alijó's submitter makes a team, through HTTP.
namespace {

using namespace server_tests;
using dossiers::AddRecord;

struct Sent {
  core::InvitationId invitation;
  std::optional<std::string> token;
  eventstore::Position position = 0;
  FIELDS(invitation, token, position)
};

class ATeam : public testing::Test {
 protected:
  ATeam() {
    year.open_edition();
    year.at("2021-03-01T09:00:00Z");
  }

  Answer posts(Person& person, const std::string& path, const std::string& body,
               std::string key = "") {
    if (key.empty()) key = year.program.fresh_key();
    return person.sends(http::Method::Post, "/api/v1" + path, body, {{"idempotency-key", key}});
  }
  Answer invites(Person& person, const std::string& invitation, const std::string& capacity) {
    return posts(person, "/entities/1701/invitations",
                 R"({"invitation":")" + invitation +
                     R"(","email":"berta@exemplo.pt","capacity":")" + capacity + "\"}");
  }
  std::string token_of(const std::string& invitation, const std::string& capacity) {
    return invites(year.alijo, invitation, capacity).as<Sent>().token.value_or("");
  }
  Answer opens(const std::string& invitation, const std::string& token,
               const std::string& account = "berta") {
    return posts(berta, "/invitations/" + invitation + "/account",
                 R"({"token":")" + token + R"(","account":")" + account +
                     R"(","full_name":"Berta Reis","password":")" + everyones_password + "\"}");
  }
  Answer joins(Person& person, const std::string& invitation, const std::string& token,
               const std::string& key = "") {
    return posts(person, "/invitations/" + invitation + "/membership",
                 R"({"token":")" + token + "\"}", key);
  }
  projections::InvitationRow invitation() { return team().invitations.at(0); }
  projections::Team team() {
    return year.alijo.reads("/entities/1701/team", year.program.head()).as<projections::Team>();
  }

  AwardYear year;
  Person berta{year.program, "berta"};
};

TEST_F(ATeam, AnEditorFillsTheDossierAndSubmitsNothing) {
  EXPECT_EQ(opens("convite", token_of("convite", "editor")).in_short(), "200");
  EXPECT_EQ(berta.signs_in(everyones_password).status, 200);
  berta.does(dossiers::StartDossier{edition, core::EntityCode("1701")});
  berta.does(AddRecord{dossier_of_alijo, diagnosis, dossier_samples::diagnosis()});
  berta.does(AddRecord{dossier_of_alijo, programme, dossier_samples::programme()});
  const dossiers::SubmitDossier submit{dossier_of_alijo, {"Ana Lopes", "Presidente"}};
  EXPECT_EQ(berta.gives(submit).in_short(), "403 not-permitted");
  EXPECT_EQ(invites(berta, "outro", "editor").in_short(), "403 not-permitted");
  year.alijo.does(submit);
  ASSERT_EQ(team().members.size(), 2U);
  EXPECT_EQ(team().members[0].full_name, "Berta Reis");
  EXPECT_EQ(team().members[0].capacity, core::Capacity::Editor);
}

TEST_F(ATeam, AnEditorBecomesASubmitterByAnotherInvitation) {
  EXPECT_EQ(opens("primeiro", token_of("primeiro", "editor")).in_short(), "200");
  berta.renews_session();
  const auto token = token_of("segundo", "submitter");
  EXPECT_EQ(joins(berta, "segundo", token).in_short(), "200");
  EXPECT_EQ(invites(berta, "terceiro", "editor").status, 200);
  EXPECT_EQ(team().members.at(0).capacity, core::Capacity::Submitter);
}

TEST_F(ATeam, AnInvitationIsOfWhoHoldsItsCode) {
  const auto token = token_of("convite", "editor");
  EXPECT_EQ(opens("convite", "0123456789").in_short(), "404 unknown-invitation");
  EXPECT_EQ(opens("nenhum", token).in_short(), "404 unknown-invitation");
  EXPECT_EQ(opens("convite", token, "candidatura-1701").in_short(), "409 account-exists account");
  EXPECT_EQ(opens("convite", token, "Berta").in_short(), "422 account-id account");
  EXPECT_EQ(opens("convite", token).in_short(), "200");
  EXPECT_EQ(opens("convite", token, "eva").in_short(), "409 invitation-used");
}

TEST_F(ATeam, NoPasswordWasTooShortForTheInvitationToBeSpent) {
  const auto token = token_of("convite", "editor");
  EXPECT_EQ(posts(berta, "/invitations/convite/account",
                  R"({"token":")" + token +
                      R"(","account":"berta","full_name":"Berta Reis","password":"curta"})")
                .in_short(),
            "422 password-too-short password");
  EXPECT_EQ(opens("convite", token).in_short(), "200");
}

/// Nor does it say who came with it.
TEST_F(ATeam, IsNotJoinedByTheJuryAndTheInvitationIsStillTheColleagues) {
  const auto token = token_of("convite", "editor");
  for (auto* person : {&year.rui, &year.secretary, &year.administrator})
    EXPECT_EQ(joins(*person, "convite", token).in_short(), "409 account-roles");
  EXPECT_EQ(invitation().state, projections::InvitationState::Sent);
  EXPECT_FALSE(invitation().accepted_by);
  EXPECT_EQ(opens("convite", token).in_short(), "200");
  EXPECT_EQ(invitation().accepted_by, core::AccountId("berta"));
}

TEST_F(ATeam, IsJoinedByWhoeverFinishesFirst) {
  const auto token = token_of("convite", "editor");
  const core::AccountId eva("eva");
  const accounts::AcceptInvitation half{core::InvitationId("convite"), eva, true, token};
  ASSERT_TRUE(year.program.app().commands().handle(
      {half, core::CommandId("half-done"), {eva, {}, {}}, std::nullopt}));
  EXPECT_EQ(invitation().state, projections::InvitationState::Sent);
  EXPECT_EQ(opens("convite", token).in_short(), "200");
  EXPECT_EQ(opens("convite", token, "eva").in_short(), "409 invitation-used");
}

TEST_F(ATeam, IsNotJoinedAgainByTheInvitationOfWhoHasLeft) {
  const auto token = token_of("convite", "editor");
  EXPECT_EQ(joins(year.favaios, "convite", token, "once").in_short(), "200");
  EXPECT_EQ(joins(year.favaios, "convite", token, "once").in_short(), "200");
  year.alijo.does(
      accounts::LeaveEntity{core::AccountId("candidatura-170107"), core::EntityCode("1701")});
  year.favaios.renews_session();
  EXPECT_EQ(joins(year.favaios, "convite", token).in_short(), "409 invitation-used");
}

TEST_F(ATeam, TellsAnInvitationThatHasExpired) {
  token_of("convite", "editor");
  year.at("2021-03-15T09:00:00Z");
  EXPECT_EQ(invitation().state, projections::InvitationState::Sent);
  year.at("2021-03-15T09:00:01Z");
  EXPECT_EQ(invitation().state, projections::InvitationState::Expired);
}

TEST_F(ATeam, TryingCodesComesToAnEnd) {
  token_of("convite", "editor");
  Answer last;
  for (int i = 0; i < 11; ++i) last = opens("convite", "codigo-" + std::to_string(i));
  EXPECT_EQ(last.in_short(), "429 too-many-attempts");
}

TEST_F(ATeam, IsSeenByItselfAndTheSecretariat) {
  EXPECT_EQ(year.secretary.reads("/entities/1701/team").status, 200);
  EXPECT_EQ(year.favaios.reads("/entities/1701/team").in_short(), "403 not-permitted");
  EXPECT_EQ(year.public_reader.reads("/entities/1701/team").in_short(), "401 not-signed-in");
  EXPECT_EQ(invites(year.favaios, "convite", "editor").in_short(), "403 not-permitted");
}

TEST_F(ATeam, TellsACodeOnce) {
  const std::string body =
      R"({"invitation":"convite","email":"berta@exemplo.pt","capacity":"editor"})";
  const auto key = year.program.fresh_key();
  EXPECT_TRUE(posts(year.alijo, "/entities/1701/invitations", body, key).as<Sent>().token);
  EXPECT_FALSE(posts(year.alijo, "/entities/1701/invitations", body, key).as<Sent>().token);
}

TEST_F(ATeam, LetsACodeReachNoRowAndNoEvent) {
  const auto token = token_of("convite", "editor");
  EXPECT_EQ(opens("convite", token).in_short(), "200");
  for (const auto& event : year.program.app().store().read_all(1, 1000))
    EXPECT_EQ(event.payload.find(token), std::string::npos);
}

TEST_F(ATeam, LosesAMemberAtOnce) {
  EXPECT_EQ(opens("convite", token_of("convite", "editor")).in_short(), "200");
  berta.renews_session();
  year.alijo.does(accounts::LeaveEntity{core::AccountId("berta"), core::EntityCode("1701")});
  EXPECT_EQ(berta.gives(dossiers::StartDossier{edition, core::EntityCode("1701")}).in_short(),
            "403 not-permitted");
  EXPECT_EQ(team().members.size(), 1U);
}

}  // namespace
