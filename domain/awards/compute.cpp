#include "domain/awards/compute.hpp"

#include <algorithm>
#include <utility>

#include "domain/awards/award_rules.hpp"
#include "domain/awards/draw.hpp"
#include "domain/core/assert.hpp"

namespace awards {
namespace {

using core::digest_of;
using core::fail;
using core::Result;
using regulation::Regulation;

PublishedPoints published(const Points& points, const Regulation& regulation) {
  return {shown(points, regulation.decimals), exact(points)};
}

template <class Key>
std::optional<PublishedPoints> published_at(const std::map<Key, Points>& values, const Key& key,
                                            const Regulation& regulation) {
  const auto found = values.find(key);
  if (found == values.end()) return std::nullopt;
  return published(found->second, regulation);
}

bool counts_top_marks(const Regulation& regulation) {
  return std::ranges::any_of(regulation.tie_break, [](const regulation::TieBreak& step) {
    return std::holds_alternative<regulation::ByTopMarks>(step);
  });
}

/// In the regulation's order.
std::vector<core::CriterionId> ranking_criteria(const Regulation& regulation) {
  std::vector<core::CriterionId> found;
  for (const auto& section : regulation.sections)
    for (const auto& criterion : section.criteria)
      if (ranks_by(regulation, criterion.id)) found.push_back(criterion.id);
  return found;
}

RankedBy ranked_by(const Candidate& candidate, const Regulation& regulation,
                   const std::vector<core::CriterionId>& criteria) {
  RankedBy values;
  for (const auto& id : criteria)
    values.criteria.push_back({id, published_at(candidate.score.criteria, id, regulation)});
  if (counts_top_marks(regulation))
    values.top_marks = published(candidate.score.top_marks, regulation);
  if (!candidate.lot.empty()) values.lot = candidate.lot;
  return values;
}

DossierResult ranked_result(const Ranked& ranked, const Regulation& regulation,
                            const std::vector<core::CriterionId>& criteria) {
  const auto& candidate = ranked.candidate;
  DossierResult result;
  result.dossier = candidate.dossier;
  result.category = candidate.category;
  result.jurors = candidate.score.jurors;
  result.rank = ranked.rank;
  result.points = published(candidate.score.points, regulation);
  for (const auto& rules : regulation.sections)
    if (!rules.criteria.empty())
      result.sections.push_back(
          {rules.section, published_at(candidate.score.sections, rules.section, regulation)});
  result.ranked_by = ranked_by(candidate, regulation, criteria);
  return result;
}

DossierResult unranked_result(const JudgedDossier& judged, const Regulation& regulation) {
  const auto jurors = std::ssize(judged.sheets);
  const auto has = std::to_string(jurors);
  const auto needs = std::to_string(regulation.minimum_jurors);
  DossierResult result;
  result.dossier = judged.dossier;
  result.category = judged.category;
  result.jurors = jurors;
  result.not_rankable =
      Reason{"Não classificável: tem " + has + (jurors == 1 ? " avaliação" : " avaliações") +
                 (needs == "1" ? " e é precisa " : " e são precisas ") + needs + ".",
             "Cannot be ranked: it has " + has + (jurors == 1 ? " evaluation" : " evaluations") +
                 " and needs " + needs + "."};
  return result;
}

/// What the award rules may ask about the entities.
core::Facts facts_in(const Basis& basis) {
  core::Facts facts;
  for (const auto& entity : basis.entities) facts.tell(entity);
  for (const auto& earlier : basis.earlier) {
    facts::Outcome outcome{earlier.edition, {}};
    for (const auto& [entity, awards] : earlier.granted)
      outcome.granted[entity].insert(awards.begin(), awards.end());
    facts.tell(std::move(outcome));
  }
  return facts;
}

}  // namespace

std::vector<SourceDigest> sources_of(const Basis& basis, const core::Writing& writing,
                                     core::ForEach for_each) {
  std::vector<SourceDigest> sources(1 + basis.dossiers.size());
  sources.front() = {"regulation", digest_of(basis.regulation, writing)};
  for_each(basis.dossiers.size(), [&](std::size_t i) {
    const auto& dossier = basis.dossiers[i];
    sources[1 + i] = {"dossiers[" + dossier.dossier.text() + "]", digest_of(dossier, writing)};
  });
  for (const auto& entity : basis.entities)
    sources.push_back({"entities[" + entity.code.text() + "]", digest_of(entity, writing)});
  for (const auto& earlier : basis.earlier)
    sources.push_back({"earlier[" + earlier.edition.text() + "]", digest_of(earlier, writing)});
  return sources;
}

Result<ResultComputed> result_of(const Basis& basis, const core::Writing& writing,
                                 core::ForEach for_each) {
  const auto& rules = basis.regulation;
  const auto draw = Draw::make(rules, basis.draw_seed, writing.sha256);
  if (!draw) return fail(draw.error());
  std::vector<std::optional<Score>> scores(basis.dossiers.size());
  for_each(scores.size(),
           [&](std::size_t i) { scores[i] = score(rules, basis.dossiers[i].sheets); });
  std::vector<Candidate> candidates;
  candidates.reserve(scores.size());
  std::vector<DossierResult> unranked;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto& [dossier, category, sheets] = basis.dossiers[i];
    if (scores[i])
      candidates.push_back({dossier, category, *std::move(scores[i]), draw->lot_of(dossier)});
    else
      unranked.push_back(unranked_result(basis.dossiers[i], rules));
  }
  const auto ranked = rank(rules, std::move(candidates));
  const auto facts = facts_in(basis);
  auto awards = decide_awards(rules, ranked, regulation::Applicants(rules, facts));
  ResultComputed result{
      basis.edition, std::vector<DossierResult>(ranked.size()), basis.draw_seed, {}};
  const auto criteria = ranking_criteria(rules);
  for_each(ranked.size(),
           [&](std::size_t i) { result.dossiers[i] = ranked_result(ranked[i], rules, criteria); });
  for (auto& dossier : result.dossiers) dossier.awards = std::move(awards[dossier.dossier]);
  std::ranges::move(unranked, std::back_inserter(result.dossiers));
  result.sources = sources_of(basis, writing, for_each);
  return result;
}

Result<ResultComputed> compute(const core::Context& context,
                               const std::optional<std::string>& draw_seed) {
  const auto* edition = context.facts.find<facts::Edition>();
  core::ensure(edition != nullptr, "a result has an edition");
  const auto& calendar = edition->regulation.calendar;
  if (auto closed = regulation::check_scoring_closed(calendar, context.now, context.lisbon);
      !closed)
    return fail(std::move(closed.error()));
  const auto basis = basis_of(context, draw_seed);
  if (!basis) return fail(basis.error());
  return result_of(*basis, context.writing, context.for_each);
}

}  // namespace awards
