#pragma once

#include <vector>

#include "domain/awards/past_result.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// What was granted in editions that were held elsewhere?
[[nodiscard]] ReadModel past_results_model();

/// By edition.
[[nodiscard]] std::vector<awards::PastResultRecorded> past_results(const eventstore::RowView& view);

}  // namespace projections
