#pragma once

#include "projections/minutes.hpp"

namespace server {

/// The minutes of an edition's panel, with the digest of each result as the log has it. Nothing
/// before a list is published.
[[nodiscard]] std::optional<projections::Minutes> minutes_of(const projections::Views& views,
                                                             const eventstore::EventStore& log,
                                                             const core::EditionId& edition);

}  // namespace server
