#pragma once

#include "domain/awards/outcome_events.hpp"
#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// The whole result from what the edition, its panel, dossiers and evaluations tell; only eligible
/// dossiers and the sealed evaluations of jurors who are assigned count. Until the scoring deadline
/// all of them have to be sealed; after it those that are not are left out.
/// Errors: "nothing-assigned", "evaluations-open" (how many), and those of the draw.
[[nodiscard]] core::Result<ResultComputed> compute(const core::Context& context,
                                                   const std::optional<std::string>& draw_seed);

}  // namespace awards
