#pragma once

#include "domain/awards/outcome_events.hpp"
#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// The whole result from what the edition, its panel, dossiers and evaluations tell; only eligible
/// dossiers and the evaluations of jurors who are assigned count.
/// Errors: "nothing-assigned", "evaluations-open" (how many).
[[nodiscard]] core::Result<ResultComputed> compute(const core::Facts& facts);

}  // namespace awards
