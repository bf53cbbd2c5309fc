#pragma once

#include <functional>
#include <optional>
#include <string>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/row_store.hpp"
#include "projections/comparison.hpp"

namespace projections {

/// A read model whose live rows are not what the log makes of it.
struct ModelFault {
  std::string model;
  Comparison comparison;
};

/// "model-differs", in words.
[[nodiscard]] core::Error error_of(const ModelFault& fault);

struct ModelsVerified {
  std::uint64_t models = 0;         ///< whose live rows are what a shadow rebuild makes
  std::optional<ModelFault> fault;  ///< the first one met
};

/// Folds each read model anew, in memory, up to where its live rows stand, and compares. Neither
/// the log nor the rows change. A model whose rows another version of its fold made is passed by:
/// the next start rebuilds it. Errors: those of the store, "unknown-event".
[[nodiscard]] core::Result<ModelsVerified> verify_models(
    eventstore::EventStore& log, const eventstore::RowStore& rows,
    const std::function<void(std::uint64_t done, std::uint64_t of)>& progress = {});

}  // namespace projections
