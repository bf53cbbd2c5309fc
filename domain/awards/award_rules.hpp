#pragma once

#include <map>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "domain/awards/ranking.hpp"

namespace awards {

using AwardDecisions = std::map<core::DossierId, std::vector<AwardDecision>>;

/// What every award rule of the dossier's category says of it, in the regulation's order, each with
/// its reason. Thresholds compare exact points, reaching one is enough; a section that does not
/// apply reaches no minimum; those who tie at the edge of a quota are all given the award.
[[nodiscard]] AwardDecisions decide_awards(const regulation::Regulation& regulation,
                                           const std::vector<Ranked>& ranked);

}  // namespace awards
