#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/awards/award_rules.hpp"
#include "tests/support/regulations.hpp"

namespace testing_support {

inline const std::vector<regulation::Category> municipalities = {regulation::Category::Municipio};

/// A municipality's dossier of 2024 with these points, in all and in every section.
inline awards::Candidate dossier_of(const char* entity, const awards::Points& points) {
  awards::Score score{points, {}, {}, 0, 5};
  for (const auto section : {regulation::Section::I, regulation::Section::III})
    score.sections[section] = points;
  return {core::DossierId(std::string("2024-") + entity),
          regulation::Category::Municipio,
          std::move(score),
          {}};
}

/// What the rules say of these dossiers, given what the facts tell of their entities.
inline awards::AwardDecisions decide(const regulation::Regulation& rules,
                                     const std::vector<awards::Candidate>& candidates,
                                     const core::Facts& facts = {}) {
  return awards::decide_awards(rules, awards::rank(rules, candidates),
                               regulation::Applicants(rules, facts));
}

/// The ids of what a dossier was granted: "bandeira premio".
inline std::string granted(const awards::AwardDecisions& decisions, const char* entity) {
  std::string ids;
  for (const auto& decision : decisions.at(core::DossierId(std::string("2024-") + entity)))
    if (decision.granted) ids += (ids.empty() ? "" : " ") + decision.id.text();
  return ids;
}

/// Why a dossier was granted an award or not, in Portuguese.
inline std::string reason(const awards::AwardDecisions& decisions, const char* entity,
                          const char* award) {
  for (const auto& decision : decisions.at(core::DossierId(std::string("2024-") + entity)))
    if (decision.id == core::AwardId(award)) return decision.reason.pt;
  return "no such award";
}

}  // namespace testing_support
