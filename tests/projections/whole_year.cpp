#include "tests/projections/whole_year.hpp"

#include "domain/accounts/invitation_events.hpp"
#include "domain/awards/complaint_events.hpp"
#include "domain/awards/outcome_events.hpp"
#include "domain/awards/past_result.hpp"
#include "domain/dossiers/attachments.hpp"
#include "domain/dossiers/clarification.hpp"
#include "domain/dossiers/contest.hpp"
#include "domain/dossiers/dossier_events.hpp"
#include "domain/dossiers/link_checks.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/jury/panel_events.hpp"
#include "domain/persons/person_events.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/domain/practice_examples.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/projections/examples.hpp"

namespace testing_support {
namespace {

using Year = std::vector<Happening>;

const core::EditionId edition("2021");
const core::EntityCode of_alijo("1701");
const core::DossierId first("2021-1701");
const core::DossierId second("2021-170107");
const core::AccountId ana("ana");
const core::AccountId rui("rui");

/// Rui comes to act for Alijó by one of two invitations, and ceases to.
void fill_team(Year& year) {
  using namespace accounts;
  for (const auto* name : {"convite-1", "convite-2"})
    year.push_back({name, InvitationSent{core::InvitationId(name),
                                         of_alijo,
                                         "rui@exemplo.pt",
                                         core::Capacity::Editor,
                                         std::string(64, 'a'),
                                         {},
                                         ana,
                                         {}}});
  const core::InvitationId taken("convite-1");
  const core::InvitationId withdrawn("convite-2");
  year.push_back({"convite-1", InvitationAccepted{taken, of_alijo, rui, {}}});
  year.push_back({"convite-2", InvitationWithdrawn{withdrawn, of_alijo, {}, ana}});
  year.push_back({"rui", EntityJoined{rui, of_alijo, core::Capacity::Editor, taken}});
  year.push_back({"rui", EntityLeft{rui, of_alijo, ana}});
}

void register_and_open(Year& year) {
  year.push_back({"1701", alijo()});
  year.push_back({"170107", parish("170107", "Favaios")});
  year.push_back({"170107", parish("170107", "Favaios do Douro")});
  year.push_back({"ana", account("ana", {core::Role::Juror})});
  year.push_back({"rui", account("rui", {core::Role::Juror})});
  year.push_back({"ana", accounts::PasswordChanged{ana, "$argon2id$other"}});
  year.push_back({"ana", accounts::SessionEnded{ana, core::SessionId("0123abcd")}});
  year.push_back({"rui", accounts::RolesChanged{rui, {core::Role::Secretariat}, {}}});
  fill_team(year);
  year.push_back({"rui", accounts::AccountClosed{rui}});
  const auto opened = edition_2021();
  year.push_back({"2021", editions::EditionDrafted{opened.edition, opened.title,
                                                   opened.demonstration, opened.regulation}});
  year.push_back({"2021", opened});
  year.push_back({"2021", editions::RegulationFrozen{edition, std::string(64, 'a'), {}}});
  year.push_back({"2020", awards::PastResultRecorded{core::EditionId("2020"),
                                                     "Edição de 2020",
                                                     "Ata de 12 de maio de 2020",
                                                     {{of_alijo, {core::AwardId("bandeira")}}},
                                                     {},
                                                     rui}});
  year.push_back({"2022", editions::EditionDrafted{core::EditionId("2022"), opened.title,
                                                   opened.demonstration, opened.regulation}});
  const auto deadline = opened.regulation.calendar.submission_deadline;
  year.push_back(
      {"2021", editions::DeadlineExtended{edition, deadline, rui, deadline,
                                          core::Instant(deadline.time() + std::chrono::hours(48)),
                                          "O portal esteve indisponível."}});
  const auto& calendar = opened.regulation.calendar;
  year.push_back(
      {"2021", editions::HearingExtended{edition, calendar.results, rui, calendar.hearing_deadline,
                                         calendar.complaints_deadline, calendar.complaints_deadline,
                                         "Houve uma lista nova."}});
  year.push_back(
      {"2021", editions::ScoringExtended{edition, deadline, rui, calendar.scoring_deadline,
                                         calendar.results, "Um jurado adoeceu."}});
  year.push_back(
      {"2021", editions::ComplaintsExtended{
                   edition, calendar.results, rui, calendar.complaints_deadline,
                   core::Instant(calendar.complaints_deadline.time() + std::chrono::hours(48)),
                   "A lista definitiva atrasou-se."}});
}

void fill_dossiers(Year& year) {
  using namespace dossiers;
  year.push_back({"2021-1701", DossierStarted{first, edition, of_alijo, {}}});
  year.push_back({"2021-170107", dossier_samples::started()});
  int count = 0;
  for (const auto& record : dossier_samples::one_of_each())
    year.push_back(
        {"2021-1701",
         DossierRecordAdded{first, core::RecordId("r" + std::to_string(++count)), record}});
  const core::RecordId changed("r3");
  auto programme = dossier_samples::programme();
  programme.good_practice = true;
  year.push_back({"2021-1701", DossierRecordChanged{first, changed, programme}});
  year.push_back({"2021-1701", DossierRecordRemoved{first, core::RecordId("r8")}});
  year.push_back({"2021-1701", DossierAttachmentAdded{first,
                                                      core::AttachmentId("a1"),
                                                      changed,
                                                      "Ata da aprovação",
                                                      dossier_samples::stored_file(),
                                                      {},
                                                      ana}});
  year.push_back({"2021-1701", DossierAttachmentAdded{first,
                                                      core::AttachmentId("a2"),
                                                      changed,
                                                      "Protocolo",
                                                      dossier_samples::stored_file(),
                                                      {},
                                                      ana}});
  year.push_back({"2021-1701", DossierAttachmentRemoved{first, core::AttachmentId("a2")}});
  year.push_back(
      {"2021-1701",
       LinkChecked{first, core::RecordId("r7"), "https://www.cm-alijo.pt/", true, 200, {}}});
  year.push_back({"2021-1701", DossierRecordRestored{first, core::RecordId("r8"), 1,
                                                     dossier_samples::printed_matter()}});
  year.push_back({"2021-1701", DossierSubmitted{first, {}, ana, {"Ana Lopes", "Presidente"}}});
  using regulation::Section;
  year.push_back(
      {"2021-1701", ClarificationAsked{first, {}, rui, {Section::I}, "De quando é a ata?", {}}});
  year.push_back({"2021-1701", ClarificationGiven{first, {}, ana, "De fevereiro de 2019."}});
  year.push_back({"2021-1701", DossierScreened{first, {}, rui, Verdict::Eligible, std::nullopt}});
  const core::DossierId third("2021-170108");
  year.push_back({"2021-170108", DossierStarted{third, edition, core::EntityCode("170108"), {}}});
  year.push_back({"2021-170108", DossierSubmitted{third, {}, ana, {"Ana Lopes", "Presidente"}}});
  year.push_back({"2021-170108", DossierWithdrawn{third, {}, ana, "Para o ano."}});
  year.push_back({"2021-170107", dossier_samples::submitted()});
  year.push_back({"2021-170107", DossierScreened{second, {}, rui, Verdict::NotEligible, "Não."}});
  year.push_back({"2021-170107", ScreeningContested{second, {}, ana, "A ata está assinada."}});
}

void judge(Year& year) {
  using namespace jury;
  const std::vector<Tie> ties_of_rui = {{TieKind::Mandate, "Grândola", "1505", "1505", {}},
                                        {TieKind::Membership, "Liga", {}, {}, "500745749"}};
  year.push_back({"2021", JurorAppointed{edition, ana, "Ana Lopes", of_alijo, of_alijo,
                                         core::Instant(), "Alijó"}});
  year.push_back({"2021", JurorAppointed{edition, rui, "Rui Vaz", std::nullopt, std::nullopt,
                                         core::Instant()}});
  year.push_back(
      {"2021", JurorDescribed{edition, rui, 12, {regulation::Theme::Saude}, ties_of_rui}});
  year.push_back({"2021", PairRuled{first, rui, PairRule::Fixed, "Conhece o tema."}});
  year.push_back({"2021", ConflictsAsked{edition, {first, second}, {ana, rui}}});
  year.push_back({"2021", ConflictImposed{first, ana, ImposedBy::Affiliation, "Da autarquia."}});
  year.push_back({"2021", ConflictWaived{first, ana, "Já não é."}});
  year.push_back({"2021", ConflictDenied{first, rui, ""}});
  year.push_back({"2021", JurorsAssigned{edition, 2, {{first, ana}, {first, rui}}}});
  const std::vector<Mark> marks = {{core::CriterionId("alcance"), 12, "Bem."}};
  year.push_back({"2021-1701.ana", EvaluationScored{first, ana, marks}});
  year.push_back({"2021-1701.ana", EvaluationSealed{first, ana}});
  year.push_back(
      {"2021-1701.ana",
       EvaluationRevised{
           first, ana, {{core::CriterionId("alcance"), 14, {}}}, "Chega a mais gente."}});
  year.push_back(
      {"2021-1701.ana", CommentsReleased{first, ana, {}, rui, {core::CriterionId("alcance")}}});
  year.push_back({"2021", ConflictDeclared{first, rui, ConflictKind::Family, "Um irmão."}});
  year.push_back({"2021", JurorLeft{edition, rui, {}, {}, "Mudou de país."}});
}

void publish(Year& year) {
  awards::DossierResult result;
  result.dossier = first;
  result.points = awards::PublishedPoints{"82.50", "165/2"};
  year.push_back({"2021", awards::ResultComputed{edition, {result}}});
  year.push_back({"2021", voted("ana", awards::VoteChoice::Against)});
  year.push_back({"2021", voted("ana")});
  year.push_back({"2021", awards::ResultPublished{edition}});
  year.push_back({"2021", awards::ResultFinalised{edition}});
  const core::ComplaintId complaint("alijo-1");
  year.push_back({"2021", awards::ComplaintFiled{edition,
                                                 complaint,
                                                 first,
                                                 awards::ComplaintStage::Complaint,
                                                 {},
                                                 ana,
                                                 "Falta contar uma freguesia."}});
  year.push_back(
      {"2021",
       awards::ComplaintDecided{
           edition, complaint, first, awards::ComplaintVerdict::Upheld, {}, rui, "Assim é."}});
  year.push_back({"2021", awards::ResultSetAside{edition, {}, rui, "Reclamação deferida."}});
  result.points = awards::PublishedPoints{"83.00", "83/1"};
  year.push_back({"2021", awards::ResultComputed{edition, {result}}});
  year.push_back({"2021", voted("ana")});
  year.push_back({"2021", awards::ResultFinalised{edition}});
  year.push_back({"2021", awards::ResultClosed{edition}});
}

void share(Year& year) {
  using namespace practices;
  const auto practice = proposal().practice;
  const auto& id = practice.text();
  year.push_back({id, PracticeProposed{proposal()}});
  for (std::int64_t revision = 1; revision <= 2; ++revision) {
    if (revision > 1) year.push_back({id, PracticeRevised{testing_support::revision()}});
    for (const auto step : {ReviewStep::First, ReviewStep::Second})
      year.push_back({id, PracticeReviewed{practice, step, Verdict::Approve, "Sim.", ana}});
    year.push_back({id, PracticePublished{practice, revision}});
  }
  year.push_back({id, PracticeConfirmed{practice, core::Date::parse("2022-01-10").value()}});
  year.push_back({id, PracticeRevised{revision()}});
}

}  // namespace

Year whole_year() {
  Year year;
  register_and_open(year);
  fill_dossiers(year);
  judge(year);
  publish(year);
  share(year);
  year.push_back({"rui", persons::PersonErased{core::PersonId("rui")}});
  return year;
}

}  // namespace testing_support
