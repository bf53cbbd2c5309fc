#pragma once

#include <map>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "domain/awards/ranking.hpp"
#include "domain/regulation/eligibility.hpp"

namespace awards {

using AwardDecisions = std::map<core::DossierId, std::vector<AwardDecision>>;

/// What every award rule of the dossier's category says of it, in the regulation's order, each with
/// its reason. Limits compare exact points; those who tie at the edge of a quota are all given the
/// award. A rule is decided after those above it, so that it may speak of them.
[[nodiscard]] AwardDecisions decide_awards(const regulation::Regulation& regulation,
                                           const std::vector<Ranked>& ranked,
                                           const regulation::Applicants& applicants);

}  // namespace awards
