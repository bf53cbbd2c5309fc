#pragma once

#include "domain/core/dates.hpp"

namespace server {

/// The clocks of mainland Portugal.
[[nodiscard]] core::WallClock lisbon();

}  // namespace server
