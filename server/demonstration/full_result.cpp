#include <algorithm>

#include "domain/awards/outcome_commands.hpp"
#include "domain/core/assert.hpp"
#include "domain/jury/panel_commands.hpp"
#include "server/demonstration/full_edition.hpp"

namespace server {
namespace {

core::AccountId a_juror_of(const core::DossierId& dossier, const Assignments& assigned) {
  const auto found = std::ranges::find(assigned, dossier, &jury::Pairing::dossier);
  core::ensure(found != assigned.end(), "a dossier that is judged has jurors");
  return found->juror;
}

/// An entity's words on its result, and what is decided of them.
struct Plea {
  core::DossierId dossier;
  core::ComplaintId id;
  std::string text;
  awards::ComplaintVerdict verdict = awards::ComplaintVerdict::Dismissed;
  std::string reasons;
};

void hear(const FullEdition& full, const Plea& plea, std::string_view filed,
          std::string_view decided, Steps& steps) {
  steps.push_back({instant(filed), full.cast.of(plea.dossier).account,
                   awards::FileComplaint{plea.dossier, plea.id, plea.text}});
  steps.push_back({instant(decided), secretariat(),
                   awards::DecideComplaint{full.edition, plea.id, plea.verdict, plea.reasons}});
}

/// All who sit vote on this version of the result; two of them against it.
void vote(const FullEdition& full, std::int64_t version, core::Instant at, Steps& steps) {
  for (std::size_t i = 0; i < full.cast.jurors.size(); ++i) {
    const auto& juror = full.cast.jurors[i];
    if (&juror == &full.cast.leaver()) continue;
    awards::VoteOnResult vote{full.edition, version};
    if (i % 12 == 4) {
      vote.choice = awards::VoteChoice::Against;
      vote.statement = "O peso da secção III devia ser maior; aceito o cálculo, não o resultado.";
    }
    at = later(at, std::chrono::minutes(2));
    steps.push_back({at, juror.account, std::move(vote)});
  }
}

void publish(const FullEdition& full, const Assignments& assigned, Steps& steps) {
  const auto late = unusual_dossiers(full, assigned).late;
  const auto juror = a_juror_of(late, assigned);
  steps.push_back(
      {instant("2021-09-16T10:00:00Z"), secretariat(), awards::ComputeResult{full.edition}});
  steps.push_back({instant("2021-09-20T18:00:00Z"), juror,
                   jury::AnswerConflict{late, juror, true, jury::ConflictKind::Family,
                                        "Soube agora que um familiar dirige um dos programas."}});
  steps.push_back(
      {instant("2021-09-21T10:00:00Z"), secretariat(), awards::ComputeResult{full.edition}});
  vote(full, 2, instant("2021-09-28T14:00:00Z"), steps);
  steps.push_back(
      {instant("2021-10-01T09:00:00Z"), secretariat(), awards::PublishResult{full.edition}});
}

/// A complaint that is upheld: one of the jurors had a conflict, and the result is another.
void replace(const FullEdition& full, const Assignments& assigned, Steps& steps) {
  const auto dossier = unusual_dossiers(full, assigned).upheld;
  hear(
      full,
      {dossier, core::ComplaintId("reclamacao-2"),
       "Um dos jurados que avaliou a candidatura trabalha para uma entidade que concorreu connosco "
       "ao mesmo financiamento.",
       awards::ComplaintVerdict::Upheld,
       "Confirmou-se o impedimento: as pontuações desse jurado foram postas de lado."},
      "2021-10-21T10:00:00Z", "2021-10-25T11:00:00Z", steps);
  steps.push_back({instant("2021-10-25T10:00:00Z"), secretariat(),
                   jury::ImposeConflict{dossier, a_juror_of(dossier, assigned),
                                        "Trabalha para uma entidade concorrente da autarquia."}});
  steps.push_back(
      {instant("2021-10-26T10:00:00Z"), secretariat(),
       awards::ComputeResult{full.edition, std::nullopt,
                             "Reclamação reclamacao-2 atendida: um jurado tinha impedimento."}});
  vote(full, 3, instant("2021-10-26T14:00:00Z"), steps);
  steps.push_back(
      {instant("2021-10-27T10:00:00Z"), secretariat(), awards::FinaliseResult{full.edition}});
}

}  // namespace

Steps result_steps(const FullEdition& full, const Assignments& assigned) {
  Steps steps;
  publish(full, assigned, steps);
  const auto unusual = unusual_dossiers(full, assigned);
  hear(full,
       {unusual.heard, core::ComplaintId("audiencia-1"),
        "Pedimos que seja revista a pontuação da secção III: os resultados estavam nos anexos.",
        awards::ComplaintVerdict::Dismissed,
        "O júri teve os anexos presentes; a pontuação cabe a cada jurado e mantém-se."},
       "2021-10-06T10:00:00Z", "2021-10-12T10:00:00Z", steps);
  steps.push_back(
      {instant("2021-10-18T09:00:00Z"), secretariat(), awards::FinaliseResult{full.edition}});
  hear(full,
       {unusual.dismissed, core::ComplaintId("reclamacao-1"),
        "A Bandeira devia contar os anos de trabalho e não só este mandato.",
        awards::ComplaintVerdict::Dismissed,
        "O regulamento, aprovado antes da abertura, conta só o mandato."},
       "2021-10-20T10:00:00Z", "2021-10-22T10:00:00Z", steps);
  replace(full, assigned, steps);
  steps.push_back(
      {instant("2021-11-17T10:00:00Z"), secretariat(), awards::CloseResult{full.edition}});
  return steps;
}

}  // namespace server
