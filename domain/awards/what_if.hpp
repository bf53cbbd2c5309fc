#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

struct SupposedWeight {
  core::CriterionId criterion;
  std::int64_t weight = 0;  ///< against those of the others; they need not add up to 100
  FIELDS(criterion, weight)
};

/// What is otherwise than it was; what is left out is as it was.
struct Supposition {
  std::vector<SupposedWeight> weights;
  std::optional<regulation::PanelRule> panel_rule;
  std::optional<std::int64_t> minimum_jurors;
  std::vector<core::AccountId> without;  ///< jurors whose evaluations do not count
  bool before_deliberation = false;      ///< marks as they were when they were sealed
  FIELDS(weights, panel_rule, minimum_jurors, without, before_deliberation)
};

/// The result that the same facts would have given. Pure: a supposition that changes nothing gives
/// the result itself, and nothing is written whatever is supposed.
/// Errors: "unknown-criterion", "criterion-repeated", "weight" (1 to 20000), "minimum-jurors" (1 to
/// 30), "unknown-juror", and those of `compute`: nothing is supposed while scoring is open.
[[nodiscard]] core::Result<ResultComputed> what_if(const core::Context& context,
                                                   const std::optional<std::string>& draw_seed,
                                                   const Supposition& supposed);

}  // namespace awards
