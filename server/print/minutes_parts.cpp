#include "server/print/minutes_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "domain/core/text.hpp"
#include "server/site/portuguese.hpp"

namespace server::print {
namespace {

using projections::Minutes;
using projections::NamedResult;
using site::counted;

std::vector<NamedReason> unranked_of(const Minutes& minutes) {
  std::vector<NamedReason> unranked;
  for (const auto& [entity, result] : minutes.result.dossiers)
    if (result.not_rankable)
      unranked.push_back(
          {fmt::format("{} ({}), sem classificação", entity.name, site::name_of(result.category)),
           result.not_rankable->pt});
  for (const auto& [entity, category, reason] : minutes.not_admitted)
    unranked.push_back(
        {fmt::format("{} ({}), não admitida", entity.name, site::name_of(category)), reason});
  for (const auto& [entity, category, at] : minutes.withdrawn)
    unranked.push_back({fmt::format("{} ({}), retirada pela autarquia em {}", entity.name,
                                    site::name_of(category), site::day_in_words(at)),
                        std::nullopt});
  return unranked;
}

/// Dossiers of one category with the same exact points, and what came of it.
std::string tie_in_words(const std::vector<const NamedResult*>& tied) {
  std::vector<std::string> names;
  for (const auto* one : tied)
    names.push_back(fmt::format("{} ({}.º lugar)", one->entity.name, *one->result.rank));
  const bool shared = std::ranges::adjacent_find(tied, [](const auto* a, const auto* b) {
                        return a->result.rank == b->result.rank;
                      }) != tied.end();
  return fmt::format("Com {} pontos ({}, exatamente): {}.{}",
                     core::with_comma(tied.front()->result.points->shown),
                     tied.front()->result.points->exact, site::listed(names),
                     shared ? " Quem ficou igual em todos os passos partilha o lugar." : "");
}

std::vector<NamedReason> ties_of(const Minutes& minutes) {
  std::map<std::pair<regulation::Category, std::string>, std::vector<const NamedResult*>> equal;
  for (const auto& named : minutes.result.dossiers)
    if (named.result.points)
      equal[{named.result.category, named.result.points->exact}].push_back(&named);
  std::vector<NamedReason> ties;
  for (const auto& named : minutes.result.dossiers) {
    if (!named.result.points) continue;
    const auto& tied = equal[{named.result.category, named.result.points->exact}];
    if (tied.size() > 1 && tied.front() == &named) ties.push_back({tie_in_words(tied), {}});
  }
  if (minutes.result.draw_seed)
    ties.push_back(
        {fmt::format("Semente do sorteio público: «{}».", *minutes.result.draw_seed), {}});
  return ties;
}

std::vector<NamedReason> heard_of(const Minutes& minutes) {
  std::vector<NamedReason> heard;
  for (const auto& one : minutes.heard) {
    const auto* what = one.stage == awards::ComplaintStage::Hearing
                           ? "pronúncia em audiência dos interessados"
                           : "reclamação da lista definitiva";
    const auto* verdict = !one.verdict                                       ? "por decidir"
                          : *one.verdict == awards::ComplaintVerdict::Upheld ? "deferida"
                                                                             : "indeferida";
    heard.push_back({fmt::format("{}, {} de {}: {}", one.entity.name, what,
                                 site::day_in_words(one.filed_at), verdict) +
                         (one.decided_at ? " em " + site::day_in_words(*one.decided_at) : ""),
                     one.reasons});
  }
  return heard;
}

std::vector<NamedReason> revisions_of(const Minutes& minutes) {
  std::vector<NamedReason> revisions;
  for (const auto& one : minutes.result.revisions)
    revisions.push_back(
        {fmt::format("Resultado publicado posto de parte em {}; {}", site::moment_in_words(one.at),
                     one.affected.empty() ? "nenhuma candidatura mudou"
                                          : counted(one.affected.size(), "candidatura mudou",
                                                    "candidaturas mudaram")),
         one.reason});
  return revisions;
}

}  // namespace

std::vector<MinutesPart> minutes_parts(const Minutes& minutes) {
  std::vector<MinutesPart> parts = {{"Candidaturas sem classificação", unranked_of(minutes)},
                                    {"Empates", ties_of(minutes)},
                                    {"Audiência dos interessados e reclamações", heard_of(minutes)},
                                    {"Resultados postos de parte", revisions_of(minutes)}};
  std::erase_if(parts, [](const MinutesPart& part) { return part.items.empty(); });
  return parts;
}

}  // namespace server::print
