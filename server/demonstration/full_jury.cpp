#include "domain/core/assert.hpp"
#include "domain/jury/panel_commands.hpp"
#include "server/demonstration/chance.hpp"
#include "server/demonstration/full_edition.hpp"

namespace server {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t jurors_of_a_dossier = 4;  // one may fall out and three are left

bool follows(const CastJuror& juror, const Applicant& applicant) {
  return juror.affiliation == applicant.entity.municipality;
}

bool declares(const CastJuror& juror, const Applicant& applicant) {
  return Chance("conflict " + juror.account.text() + applicant.dossier.text()).one_in(60);
}

void appoint(const FullEdition& full, const CastJuror& juror, core::Instant at, Steps& steps) {
  const auto judged = static_cast<std::int64_t>(full.cast.judged().size());
  const auto even = judged * jurors_of_a_dossier / std::ssize(full.cast.jurors);
  const bool has_little_time = Chance(juror.account.text()).one_in(2);
  steps.push_back({at, secretariat(),
                   jury::AppointJuror{full.edition, juror.account, juror.name, juror.affiliation}});
  steps.push_back(
      {later(at, 1min), secretariat(),
       jury::DescribeJuror{full.edition, juror.account,
                           has_little_time ? std::optional(even * 5 / 4 + 1) : std::nullopt,
                           juror.areas}});
}

/// A juror says of each dossier whether there is a conflict; one that follows from the affiliation
/// is known already.
void answer(const FullEdition& full, const CastJuror& juror,
            const std::vector<core::DossierId>& dossiers, core::Instant at, Steps& steps) {
  for (const auto& dossier : dossiers) {
    const auto& applicant = full.cast.of(dossier);
    if (follows(juror, applicant)) continue;
    at = later(at, 8s);
    jury::AnswerConflict answer{dossier, juror.account, declares(juror, applicant), {}, ""};
    if (answer.has_conflict) {
      answer.kind = jury::ConflictKind::Other;
      answer.note = Chance(dossier.text()).of(full.words.conflicts);
    }
    steps.push_back({at, juror.account, std::move(answer)});
  }
}

/// The secretariat waives the first conflict declared, and forbids one pair for no fault of it.
void rule(const FullEdition& full, Steps& steps) {
  bool waived = false;
  bool forbidden = false;
  for (const auto* applicant : full.cast.judged())
    for (const auto& juror : full.cast.jurors) {
      if (follows(juror, *applicant) || &juror == &full.cast.newcomer()) continue;
      if (!waived && declares(juror, *applicant)) {
        steps.push_back({instant("2021-07-11T09:00:00Z"), secretariat(),
                         jury::WaiveConflict{applicant->dossier, juror.account,
                                             "A ligação terminou antes do mandato em causa."}});
        waived = true;
      } else if (!forbidden && !declares(juror, *applicant)) {
        steps.push_back(
            {instant("2021-07-11T09:30:00Z"), secretariat(),
             jury::RulePair{applicant->dossier, juror.account, jury::PairRule::Forbidden,
                            "Avaliou esta autarquia na edição anterior."}});
        forbidden = true;
      }
      if (waived && forbidden) return;
    }
}

std::vector<core::DossierId> judged_dossiers(const FullEdition& full) {
  std::vector<core::DossierId> dossiers;
  for (const auto* applicant : full.cast.judged()) dossiers.push_back(applicant->dossier);
  return dossiers;
}

}  // namespace

Steps jury_steps(const FullEdition& full) {
  Steps steps;
  const auto dossiers = judged_dossiers(full);
  auto appointed_at = instant("2021-07-05T08:00:00Z");
  auto answered_at = instant("2021-07-06T08:00:00Z");
  steps.push_back(
      {instant("2021-07-05T12:00:00Z"), secretariat(), jury::AskConflicts{full.edition, dossiers}});
  for (const auto& juror : full.cast.jurors) {
    if (&juror == &full.cast.newcomer()) continue;
    appoint(full, juror, appointed_at, steps);
    answer(full, juror, dossiers, answered_at, steps);
    appointed_at = later(appointed_at, 5min);
    answered_at = later(answered_at, 3h);
  }
  rule(full, steps);
  steps.push_back({instant("2021-07-12T09:00:00Z"), secretariat(),
                   jury::AssignJurors{full.edition, dossiers, jurors_of_a_dossier}});
  return steps;
}

void replace_leaver(const FullEdition& full, const std::vector<core::DossierId>& left,
                    Steps& steps) {
  steps.push_back({instant("2021-08-05T09:00:00Z"), secretariat(),
                   jury::DismissJuror{full.edition, full.cast.leaver().account,
                                      "Renunciou por motivo de saúde."}});
  appoint(full, full.cast.newcomer(), instant("2021-08-26T09:00:00Z"), steps);
  steps.push_back(
      {instant("2021-08-26T10:00:00Z"), secretariat(), jury::AskConflicts{full.edition, left}});
  answer(full, full.cast.newcomer(), left, instant("2021-08-27T09:00:00Z"), steps);
  steps.push_back({instant("2021-08-28T09:00:00Z"), secretariat(),
                   jury::AssignJurors{full.edition, left, jurors_of_a_dossier}});
}

}  // namespace server
