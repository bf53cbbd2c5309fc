#include "server/print/minutes_parts.hpp"

#include <fmt/format.h>

#include "domain/core/text.hpp"
#include "projections/ties.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/regulation_words.hpp"

namespace server::print {
namespace {

using projections::Minutes;
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

std::vector<NamedReason> ties_of(const Minutes& minutes, const regulation::Regulation& rules) {
  std::vector<NamedReason> ties;
  const auto& dossiers = minutes.result.dossiers;
  for (std::size_t at = 0; at < dossiers.size(); ++at)
    if (const auto tie = projections::tie_with_next(dossiers, at, rules)) {
      const auto& points = *dossiers[at].result.points;
      ties.push_back(
          {fmt::format("{}, com {} pontos: {}", site::name_of(dossiers[at].result.category),
                       core::with_comma(points.shown), site::tie_in_words(*tie)),
           {}});
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

std::vector<NamedReason> changes_of(const Minutes& minutes) {
  std::vector<NamedReason> changes;
  for (const auto& one : minutes.changed)
    changes.push_back(
        {fmt::format("{}, em {}", one.entity.name, site::moment_in_words(one.at)), one.reason});
  return changes;
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

std::vector<MinutesPart> minutes_parts(const Minutes& minutes,
                                       const regulation::Regulation& rules) {
  std::vector<MinutesPart> parts = {{"Candidaturas sem classificação", unranked_of(minutes)},
                                    {"Empates", ties_of(minutes, rules)},
                                    {"Avaliações alteradas depois de seladas", changes_of(minutes)},
                                    {"Audiência dos interessados e reclamações", heard_of(minutes)},
                                    {"Resultados postos de parte", revisions_of(minutes)}};
  std::erase_if(parts, [](const MinutesPart& part) { return part.items.empty(); });
  return parts;
}

}  // namespace server::print
