#include "domain/awards/compute.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/awards/award_rules.hpp"
#include "domain/awards/draw.hpp"
#include "domain/core/assert.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::ErrorKind;
using core::fail;
using core::Result;
using regulation::Regulation;

/// An eligible dossier and what its jurors gave it.
struct Judged {
  const facts::Dossier* dossier = nullptr;
  std::vector<Sheet> sheets;
};

using JudgedDossiers = std::map<core::DossierId, Judged>;

JudgedDossiers eligible_dossiers(const facts::Panel& panel, const core::Facts& facts) {
  JudgedDossiers judged;
  for (const auto* dossier : facts.all<facts::Dossier>())
    if (dossier->state == facts::DossierState::Eligible &&
        std::ranges::find(panel.dossiers, dossier->id) != panel.dossiers.end())
      judged[dossier->id].dossier = dossier;
  return judged;
}

/// Puts the sealed sheets to their dossiers; answers how many assigned evaluations are open.
std::int64_t collect_sheets(const facts::Panel& panel, const core::Facts& facts,
                            JudgedDossiers& judged) {
  std::map<facts::Assignment, const facts::Evaluation*> sealed;
  for (const auto* evaluation : facts.all<facts::Evaluation>())
    if (evaluation->sealed) sealed[{evaluation->dossier, evaluation->juror}] = evaluation;
  std::int64_t open = 0;
  for (const auto& assignment : panel.assignments) {
    const auto place = judged.find(assignment.dossier);
    if (place == judged.end()) continue;
    const auto found = sealed.find(assignment);
    if (found == sealed.end())
      ++open;
    else
      place->second.sheets.push_back(found->second->marks);
  }
  return open;
}

PublishedPoints published(const Points& points, const Regulation& regulation) {
  return {shown(points, regulation.decimals), exact(points)};
}

DossierResult ranked_result(const Ranked& ranked, const Regulation& regulation,
                            std::vector<AwardDecision> awards) {
  const auto& [dossier, category, score, lot] = ranked.candidate;
  DossierResult result{dossier,
                       category,
                       score.jurors,
                       ranked.rank,
                       published(score.points, regulation),
                       {},
                       std::move(awards),
                       {}};
  for (const auto& rules : regulation.sections) {
    if (rules.criteria.empty()) continue;
    SectionResult section{rules.section, {}};
    if (const auto found = score.sections.find(rules.section); found != score.sections.end())
      section.points = published(found->second, regulation);
    result.sections.push_back(std::move(section));
  }
  return result;
}

DossierResult unranked_result(const Judged& judged, const Regulation& regulation) {
  const auto jurors = std::ssize(judged.sheets);
  const auto has = std::to_string(jurors);
  const auto needs = std::to_string(regulation.minimum_jurors);
  DossierResult result;
  result.dossier = judged.dossier->id;
  result.category = judged.dossier->category;
  result.jurors = jurors;
  result.not_rankable =
      Reason{"Não classificável: tem " + has + " avaliações e são precisas " + needs + ".",
             "Cannot be ranked: it has " + has + " evaluations and needs " + needs + "."};
  return result;
}

ResultComputed result_of(const facts::Edition& edition, const JudgedDossiers& judged,
                         const core::Facts& facts, const Draw& draw) {
  std::vector<Candidate> candidates;
  std::vector<DossierResult> unranked;
  for (const auto& [id, one] : judged) {
    if (auto scored = score(edition.regulation, one.sheets))
      candidates.push_back({id, one.dossier->category, *std::move(scored), draw.lot_of(id)});
    else
      unranked.push_back(unranked_result(one, edition.regulation));
  }
  const auto ranked = rank(edition.regulation, std::move(candidates));
  auto awards =
      decide_awards(edition.regulation, ranked, regulation::Applicants(edition.regulation, facts));
  ResultComputed result{edition.id, {}, {}};
  for (const auto& one : ranked)
    result.dossiers.push_back(
        ranked_result(one, edition.regulation, std::move(awards[one.candidate.dossier])));
  std::ranges::move(unranked, std::back_inserter(result.dossiers));
  return result;
}

}  // namespace

Result<ResultComputed> compute(const core::Context& context,
                               const std::optional<std::string>& draw_seed) {
  const auto& facts = context.facts;
  const auto* edition = facts.find<facts::Edition>();
  core::ensure(edition != nullptr, "a result has an edition");
  const auto* panel = facts.find<facts::Panel>();
  JudgedDossiers judged;
  if (panel) judged = eligible_dossiers(*panel, facts);
  if (!panel || judged.empty() || panel->assignments.empty())
    return fail(core::error_of(ErrorKind::Conflict, "nothing-assigned",
                               "Ainda não há candidaturas distribuídas aos jurados.",
                               "No dossiers have been assigned to jurors yet."));
  const auto open = collect_sheets(*panel, facts, judged);
  if (open > 0 && context.now <= edition->regulation.calendar.scoring_deadline)
    return fail(core::error_of(ErrorKind::Conflict, "evaluations-open",
                               "Avaliações por selar: " + std::to_string(open) + ".",
                               "Evaluations not sealed yet: " + std::to_string(open) + "."));
  const auto draw = Draw::make(edition->regulation, draw_seed, context.sha256);
  if (!draw) return fail(draw.error());
  auto result = result_of(*edition, judged, facts, *draw);
  result.draw_seed = draw_seed;
  return result;
}

}  // namespace awards
