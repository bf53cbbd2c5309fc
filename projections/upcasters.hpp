#pragma once

#include <span>

#include "json/event_codec.hpp"

namespace projections {

/// Every old shape of the domain's events, in one place: a step for each version before the newest.
/// An event that changes shape takes the next `version`, a step here, and a golden file beside
/// those of its older versions, which stay (tests/projections/golden).
[[nodiscard]] std::span<const json::Upcaster> upcasters();

}  // namespace projections
