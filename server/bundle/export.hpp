#pragma once

#include "eventstore/store.hpp"
#include "server/bundle/bundle.hpp"

namespace server {

/// The bundle of an edition's published result, with what it was computed from as it stood then.
/// Errors: "not-found" for no such edition, "result-not-published", those of reading events.
[[nodiscard]] core::Result<ResultBundle> bundle_of(const eventstore::Store& log,
                                                   const core::EditionId& edition);

}  // namespace server
