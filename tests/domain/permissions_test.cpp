#include "domain/permissions.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "domain/accounts/account.hpp"
#include "domain/accounts/invitation.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/contexts.hpp"
#include "domain/dossiers/attachments.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/dossiers/link_checks.hpp"
#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "domain/facts.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "domain/persons/person.hpp"
#include "domain/practices/practice.hpp"

namespace {

using core::Actor;
using core::Role;
using permissions::Audience;

const core::EntityCode alijo("1701");
const core::DossierId dossier("2021-1701");
const core::AccountId rui("rui");

const Actor nobody{};
const Actor applicant{core::AccountId("ana"), {Role::Applicant}, {alijo}};
const Actor editor{core::AccountId("berta"), {Role::Applicant}, {}, {alijo}};
const Actor stranger{core::AccountId("eva"), {Role::Applicant}, {core::EntityCode("0113")}};
const Actor juror{rui, {Role::Juror}, {}};
const Actor other_juror{core::AccountId("marta"), {Role::Juror}, {}};
const Actor secretariat{core::AccountId("sara"), {Role::Secretariat}, {}};
const Actor administrator{core::AccountId("tito"), {Role::Administrator}, {}};

/// One letter for each who may: applicant (as submitter), editor (b), stranger, juror, other juror,
/// secretariat (e), administrator (d), nobody (n).
std::string who(const std::function<core::Result<void>(const Actor&)>& asks) {
  const std::pair<char, const Actor*> people[] = {
      {'a', &applicant},   {'b', &editor},      {'s', &stranger},      {'j', &juror},
      {'o', &other_juror}, {'e', &secretariat}, {'d', &administrator}, {'n', &nobody}};
  std::string letters;
  for (const auto& [letter, actor] : people)
    if (asks(*actor)) letters += letter;
  return letters;
}

std::string who_may(const core::Command& command, const core::Facts& target = {}) {
  return who([&](const Actor& actor) { return permissions::permit(actor, command, target); });
}

std::string who_reads(Audience audience) {
  return who([&](const Actor& actor) {
    return permissions::permit_reading(actor, audience, {alijo, {rui}});
  });
}

core::Facts alijos_practice() {
  core::Facts facts;
  facts.tell(facts::Practice{core::PracticeId("cartao"), alijo});
  return facts;
}

TEST(Permissions, HaveARuleForEveryCommand) {
  for (const auto& type : contexts::commands())
    EXPECT_TRUE(permissions::has_rule(*type.record)) << type.record->name;
}

TEST(Permissions, LetTheAdministratorLookAfterAccountsAndEntities) {
  EXPECT_EQ(who_may(entities::RegisterEntity{}), "d");
  EXPECT_EQ(who_may(accounts::OpenAccount{}), "d");
  EXPECT_EQ(who_may(accounts::ChangeRoles{}), "d");
  EXPECT_EQ(who_may(accounts::CloseAccount{}), "d");
}

TEST(Permissions, LetTheAdministratorErasePersons) {
  EXPECT_EQ(who_may(persons::ErasePerson{}), "d");
}

TEST(Permissions, LetEverybodyChangeTheirOwnPassword) {
  EXPECT_EQ(who_may(accounts::ChangePassword{rui, ""}), "jd");
  EXPECT_EQ(who_may(accounts::ChangePassword{}), "d") << "an account without a name is nobody's";
}

TEST(Permissions, LetNobodySignOutForAnother) {
  EXPECT_EQ(who_may(accounts::EndSession{rui, core::SessionId("s1")}), "j");
}

TEST(Permissions, LetAnApplicantFillTheDossierOfTheirEntityAlone) {
  EXPECT_EQ(who_may(dossiers::StartDossier{core::EditionId("2021"), alijo}), "ab");
  EXPECT_EQ(who_may(dossiers::AddRecord{dossier, {}, {}}), "ab");
  EXPECT_EQ(who_may(dossiers::AddAttachment{dossier, {}, {}, {}, {}}), "ab");
  EXPECT_EQ(who_may(dossiers::RemoveAttachment{dossier, {}}), "ab");
  EXPECT_EQ(who_may(dossiers::ImportRecords{dossier, {}}), "ab");
  EXPECT_EQ(who_may(dossiers::ChangeRecord{dossier, {}, 1, {}}), "ab");
  EXPECT_EQ(who_may(dossiers::RemoveRecord{dossier, {}, 1}), "ab");
  EXPECT_EQ(who_may(dossiers::RestoreRecord{dossier, {}, 1, 1}), "ab");
  EXPECT_EQ(who_may(dossiers::NoteLink{dossier, {}, "", true, 200}), "d");
}

TEST(Permissions, LetASubmitterAloneAnswerForTheDossier) {
  EXPECT_EQ(who_may(dossiers::SubmitDossier{dossier, {}}), "a");
  EXPECT_EQ(who_may(dossiers::GiveClarification{dossier, ""}), "a");
  EXPECT_EQ(who_may(dossiers::WithdrawDossier{dossier, ""}), "a");
  EXPECT_EQ(who_may(dossiers::ContestScreening{dossier, ""}), "a");
}

TEST(Permissions, LetTheSecretariatRunTheEdition) {
  EXPECT_EQ(who_may(editions::OpenEdition{}), "ed");
  EXPECT_EQ(who_may(editions::DraftEdition{}), "e");
  EXPECT_EQ(who_may(editions::CloneEdition{}), "e");
  EXPECT_EQ(who_may(editions::FreezeEdition{}), "e");
  EXPECT_EQ(who_may(editions::ExtendDeadline{}), "e");
  EXPECT_EQ(who_may(editions::ExtendScoring{}), "e");
  EXPECT_EQ(who_may(editions::ExtendHearing{}), "e");
  EXPECT_EQ(who_may(editions::ExtendComplaints{}), "e");
  EXPECT_EQ(who_may(dossiers::ScreenDossier{}), "e");
  EXPECT_EQ(who_may(dossiers::AskClarification{}), "e");
  EXPECT_EQ(who_may(jury::AppointJuror{}), "e");
  EXPECT_EQ(who_may(jury::DismissJuror{}), "e");
  EXPECT_EQ(who_may(jury::DescribeJuror{}), "e");
  EXPECT_EQ(who_may(jury::RulePair{}), "e");
  EXPECT_EQ(who_may(jury::AskConflicts{}), "e");
  EXPECT_EQ(who_may(jury::ImposeConflict{}), "e");
  EXPECT_EQ(who_may(jury::WaiveConflict{}), "e");
  EXPECT_EQ(who_may(jury::AssignJurors{}), "e");
  EXPECT_EQ(who_may(awards::ComputeResult{}), "e");
  EXPECT_EQ(who_may(awards::PublishResult{}), "e");
  EXPECT_EQ(who_may(awards::FinaliseResult{}), "e");
  EXPECT_EQ(who_may(awards::CloseResult{}), "e");
  EXPECT_EQ(who_may(awards::RecordPastResult{}), "e");
  EXPECT_EQ(who_may(awards::DecideComplaint{}), "e");
}

TEST(Permissions, LetASubmitterMakeTheEntitysTeam) {
  core::Facts invitation;
  invitation.tell(facts::Invitation{core::InvitationId("convite"), alijo, "", {}, {}});
  EXPECT_EQ(who_may(accounts::SendInvitation{core::InvitationId("convite"), alijo, "", {}, ""}),
            "ad");
  EXPECT_EQ(who_may(accounts::WithdrawInvitation{}, invitation), "ad");
  EXPECT_EQ(who_may(accounts::WithdrawInvitation{}), "");
  EXPECT_EQ(who_may(accounts::LeaveEntity{core::AccountId("berta"), alijo}), "abd");
  EXPECT_EQ(who_may(accounts::AcceptInvitation{{}, rui, false, ""}), "j");
  EXPECT_EQ(who_may(accounts::OpenInvited{rui, {}, "", ""}), "j");
  EXPECT_EQ(who_may(accounts::JoinEntity{rui, {}}), "j");
}

TEST(Permissions, LetAnEntityComplainOfItsOwnResult) {
  EXPECT_EQ(who_may(awards::FileComplaint{dossier, core::ComplaintId("r1"), "Há um erro."}), "a");
}

TEST(Permissions, LetAJurorSpeakForNobodyElse) {
  EXPECT_EQ(who_may(jury::AnswerConflict{dossier, rui, false, {}, ""}), "j");
  EXPECT_EQ(who_may(jury::ScoreDossier{dossier, rui, {}}), "j");
  EXPECT_EQ(who_may(jury::SealEvaluation{dossier, rui}), "j");
  EXPECT_EQ(who_may(jury::ReviseEvaluation{dossier, rui, {}, ""}), "j");
}

TEST(Permissions, LetJurorsAloneVote) {
  EXPECT_EQ(who_may(jury::ReleaseComments{}), "e");
  EXPECT_EQ(who_may(awards::VoteOnResult{}), "jo") << "who sits on the panel, it knows itself";
}

TEST(Permissions, LetTheOwnerAndTheSecretariatWriteAPractice) {
  practices::ProposePractice proposal;
  proposal.entity = alijo;
  EXPECT_EQ(who_may(proposal), "abe");
  EXPECT_EQ(who_may(practices::RevisePractice{}, alijos_practice()), "abe");
  EXPECT_EQ(who_may(practices::ConfirmPractice{}, alijos_practice()), "abe");
  EXPECT_EQ(who_may(practices::RevisePractice{}), "e") << "no such practice";
  EXPECT_EQ(who_may(practices::ReviewPractice{}, alijos_practice()), "e");
  EXPECT_EQ(who_may(practices::PublishPractice{}, alijos_practice()), "e");
}

TEST(Permissions, KnowWhoReadsWhat) {
  EXPECT_EQ(who_reads(Audience::Everyone), "absjoedn");
  EXPECT_EQ(who_reads(Audience::SignedIn), "absjoed");
  EXPECT_EQ(who_reads(Audience::Owner), "abe");
  EXPECT_EQ(who_reads(Audience::Dossier), "abje");
  EXPECT_EQ(who_reads(Audience::Evaluation), "j");
  EXPECT_EQ(who_reads(Audience::Panel), "je");
  EXPECT_EQ(who_reads(Audience::Secretariat), "e");
  EXPECT_EQ(who_reads(Audience::Administrator), "d");
}

TEST(Permissions, TellAJurorNoVersionOfWhatAllJurorsWriteTo) {
  for (const auto& type : contexts::commands())
    EXPECT_EQ(permissions::tells_version(*type.record),
              type.record->name != jury::AnswerConflict::name &&
                  type.record->name != awards::VoteOnResult::name &&
                  type.record->name != awards::FileComplaint::name)
        << type.record->name;
}

TEST(Permissions, EndWithTheRoleThatGaveThem) {
  const Actor no_longer_applicant{core::AccountId("ana"), {}, {alijo}};
  const Actor no_longer_juror{rui, {Role::Applicant}, {core::EntityCode("0113")}};
  EXPECT_FALSE(
      permissions::permit(no_longer_applicant, dossiers::RemoveRecord{dossier, {}, 1}, {}));
  EXPECT_FALSE(permissions::permit(no_longer_juror, jury::SealEvaluation{dossier, rui}, {}));
  EXPECT_FALSE(permissions::permit_reading(no_longer_juror, Audience::Evaluation, {alijo, {rui}}));
}

TEST(Permissions, TellWhetherSigningInWouldHelp) {
  const editions::OpenEdition command;
  EXPECT_EQ(permissions::permit(nobody, command, {}).error().code, "not-signed-in");
  EXPECT_EQ(permissions::permit(nobody, command, {}).error().kind,
            core::ErrorKind::Unauthenticated);
  EXPECT_EQ(permissions::permit(juror, command, {}).error().code, "not-permitted");
  EXPECT_EQ(permissions::permit(juror, command, {}).error().kind, core::ErrorKind::Forbidden);
}

}  // namespace
