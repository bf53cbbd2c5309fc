#pragma once

#include <cstdint>
#include <string>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/record.hpp"

namespace core {

/// An event as it stands in the log.
struct Recorded {
  Event event;
  std::uint64_t position = 0;
  std::string stream_id;
  std::uint64_t version = 0;
  Instant recorded_at;
  AccountId actor;
};

}  // namespace core
