#include "tests/server/award_year.hpp"

#include "domain/accounts/account.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "projections/deliberations.hpp"
#include "projections/jury_desk.hpp"
#include "server/cli/cli.hpp"
#include "server/identity/passwords.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"

namespace server_tests {
namespace {

using core::Role;

entities::RegisterEntity registration(const entities::Profile& profile) {
  return {profile};
}

std::vector<jury::Mark> marks(std::int64_t value) {
  std::vector<jury::Mark> marks;
  for (const auto* criterion : {"diagnostico", "alcance", "resultados"})
    marks.push_back({core::CriterionId(criterion), value, std::nullopt});
  return marks;
}

void start(Person& applicant, const char* entity) {
  const auto dossier = core::dossier_of(edition, core::EntityCode(entity));
  applicant.does(dossiers::StartDossier{edition, core::EntityCode(entity)});
  applicant.does(dossiers::AddRecord{dossier, diagnosis, dossier_samples::diagnosis()});
}

void complete_and_submit(Person& applicant, const core::DossierId& dossier) {
  auto offered = dossier_samples::programme();
  offered.good_practice = true;
  applicant.does(dossiers::AddRecord{dossier, programme, offered});
  applicant.does(dossiers::SubmitDossier{dossier, {"Ana Lopes", "Presidente"}});
}

}  // namespace

AwardYear::AwardYear() {
  register_entities();
  open_accounts();
  at("2021-02-22T10:00:00Z");
}

void AwardYear::at(const char* instant) {
  program.at(instant);
  for (auto* person : everybody) person->renews_session();
}

void AwardYear::register_entities() {
  for (const entities::Profile& profile :
       {testing_support::alijo(), testing_support::parish("170107", "Favaios"),
        testing_support::municipality("1505", "Grândola", "Alentejo")}) {
    const auto done = program.app().commands().handle(
        {registration(profile), core::CommandId("entity-" + profile.code.text()),
         server::cli::operator_of_the_machine(), std::nullopt});
    EXPECT_TRUE(done) << done.error().en;
  }
}

void AwardYear::open_accounts() {
  const auto hash = identity::hash_password(everyones_password).value();
  const auto open = [&](const Person& person, Role role, std::vector<core::EntityCode> entities) {
    const core::AccountId account(person.account());
    const auto done = program.app().commands().handle(
        {accounts::OpenAccount{
             account, "Ana Lopes", "ana@example.pt", hash, {role}, std::move(entities)},
         core::CommandId("account-" + account.text()), server::cli::operator_of_the_machine(),
         std::nullopt});
    EXPECT_TRUE(done) << done.error().en;
  };
  open(administrator, Role::Administrator, {});
  open(secretary, Role::Secretariat, {});
  open(colleague, Role::Secretariat, {});
  open(alijo, Role::Applicant, {core::EntityCode("1701")});
  open(favaios, Role::Applicant, {core::EntityCode("170107")});
  open(grandola, Role::Applicant, {core::EntityCode("1505")});
  for (const auto* juror : jurors) open(*juror, Role::Juror, {});
}

void AwardYear::open_edition() {
  secretary.does(editions::OpenEdition{edition, "Edição de 2021", false, rules});
}

void AwardYear::start_dossiers() {
  at("2021-04-06T09:00:00Z");
  start(alijo, "1701");
  start(favaios, "170107");
  start(grandola, "1505");
}

void AwardYear::submit() {
  at("2021-06-30T22:59:59.999Z");
  complete_and_submit(alijo, dossier_of_alijo);
  complete_and_submit(favaios, dossier_of_favaios);
}

void AwardYear::screen() {
  at("2021-07-02T09:00:00Z");
  for (const auto& dossier : {dossier_of_alijo, dossier_of_favaios})
    secretary.does(dossiers::ScreenDossier{dossier, dossiers::Verdict::Eligible, std::nullopt});
}

void AwardYear::appoint_jurors() {
  for (const auto* juror : jurors)
    secretary.does(jury::AppointJuror{edition, core::AccountId(juror->account()),
                                      "Jurado " + juror->account(), std::nullopt});
}

void AwardYear::ask_conflicts() {
  secretary.does(jury::AskConflicts{edition, {dossier_of_alijo, dossier_of_favaios}});
}

void AwardYear::answer_conflicts() {
  for (auto* juror : jurors)
    for (const auto& dossier : {dossier_of_alijo, dossier_of_favaios}) {
      jury::AnswerConflict answer{dossier, core::AccountId(juror->account()), false, {}, ""};
      if (juror == &tiago && dossier == dossier_of_alijo) {
        answer.has_conflict = true;
        answer.kind = jury::ConflictKind::Family;
        answer.note = "Um irmão trabalha na Câmara.";
      }
      juror->does(answer);
    }
}

void AwardYear::assign() {
  secretary.does(jury::AssignJurors{edition, {dossier_of_alijo, dossier_of_favaios}, 3});
}

std::vector<core::DossierId> AwardYear::judged_by(Person& juror) {
  const auto desk = juror.reads("/editions/2021/desk", program.head()).as<projections::Desk>();
  std::vector<core::DossierId> dossiers;
  dossiers.reserve(desk.assignments.size());
  for (const auto& assignment : desk.assignments) dossiers.push_back(assignment.dossier);
  return dossiers;
}

void AwardYear::score() {
  at("2021-07-14T10:00:00Z");
  for (auto* juror : jurors)
    for (const auto& dossier : judged_by(*juror))
      juror->does(jury::ScoreDossier{dossier, core::AccountId(juror->account()),
                                     marks(dossier == dossier_of_alijo ? 18 : 13)});
}

void AwardYear::seal() {
  for (auto* juror : jurors)
    for (const auto& dossier : judged_by(*juror))
      juror->does(jury::SealEvaluation{dossier, core::AccountId(juror->account())});
}

void AwardYear::compute() {
  at("2021-09-20T10:00:00Z");
  secretary.does(awards::ComputeResult{edition});
}

void AwardYear::vote() {
  for (auto* juror : jurors) {
    const auto ballot = juror->reads("/editions/2021/ballot", program.head());
    juror->does(awards::VoteOnResult{edition, ballot.as<projections::Ballot>().version});
  }
}

void AwardYear::publish() {
  vote();
  at("2021-10-01T09:00:00Z");
  secretary.does(awards::PublishResult{edition});
}

void AwardYear::until_assigned() {
  open_edition();
  start_dossiers();
  submit();
  screen();
  appoint_jurors();
  ask_conflicts();
  answer_conflicts();
  assign();
}

}  // namespace server_tests
