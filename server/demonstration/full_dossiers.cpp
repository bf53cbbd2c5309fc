#include "domain/dossiers/dossier_commands.hpp"
#include "server/demonstration/chance.hpp"
#include "server/demonstration/full_edition.hpp"
#include "server/demonstration/invented_dossier.hpp"

namespace server {
namespace {

using namespace std::chrono_literals;

constexpr auto last_start = std::chrono::days(100);  ///< after the opening; it takes some days

core::Period told_of(const regulation::Regulation& rules) {
  const auto opening = std::chrono::floor<std::chrono::days>(rules.calendar.opens.time());
  return {rules.mandate.first, core::Date(std::chrono::year_month_day(opening))};
}

void fill(const FullEdition& full, const Applicant& applicant, Steps& steps) {
  Chance chance("start " + applicant.dossier.text());
  auto at = later(full.rules.calendar.opens,
                  std::chrono::minutes(chance.between(600, last_start / 1min)));
  const auto gives = [&](core::Command command) {
    steps.push_back({at, applicant.account, std::move(command)});
    at = later(at, std::chrono::minutes(chance.between(4, 40)));
  };
  gives(dossiers::StartDossier{full.edition, applicant.entity.code});
  for (auto& added :
       invented_dossier(applicant.dossier, applicant.entity, told_of(full.rules), full.words))
    gives(std::move(added));
  at = later(at, std::chrono::hours(20));
  if (applicant.submits)
    gives(dossiers::SubmitDossier{
        applicant.dossier,
        {{"Pessoa responsável (nome omitido na demonstração)"}, {"Vereação da ação social"}}});
}

/// The round of questions before the verdict; answers when it is over.
core::Instant clarify(const Applicant& applicant, core::Instant at, Steps& steps) {
  steps.push_back({at, secretariat(),
                   dossiers::AskClarification{applicant.dossier,
                                              {regulation::Section::III},
                                              "Quantas pessoas abrangeu o programa principal?",
                                              later(at, 18h)}});
  at = later(at, 5h);
  steps.push_back({at, applicant.account,
                   dossiers::GiveClarification{applicant.dossier,
                                               "O número de pessoas abrangidas está no registo; "
                                               "conta cada pessoa uma só vez."}});
  return later(at, 1h);
}

void screen(const Applicant& applicant, core::Instant at, Steps& steps) {
  if (applicant.clarifies) at = clarify(applicant, at, steps);
  const auto verdict =
      applicant.not_eligible ? dossiers::Verdict::NotEligible : dossiers::Verdict::Eligible;
  steps.push_back({at, secretariat(),
                   dossiers::ScreenDossier{applicant.dossier, verdict, applicant.not_eligible}});
  if (applicant.withdraws && !applicant.not_eligible)
    steps.push_back(
        {later(at, 2h), applicant.account,
         dossiers::WithdrawDossier{applicant.dossier, "O programa principal foi interrompido."}});
}

}  // namespace

Steps dossier_steps(const FullEdition& full) {
  Steps steps;
  auto screened_at = later(full.rules.calendar.submission_deadline, 36h);
  for (const auto& applicant : full.cast.applicants) {
    if (!applicant.invented) continue;
    fill(full, applicant, steps);
    if (!applicant.submits) continue;
    screened_at = later(screened_at, 3min);
    screen(applicant, screened_at, steps);
  }
  return steps;
}

}  // namespace server
