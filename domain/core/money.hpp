#pragma once

#include <cstdint>

#include "domain/core/fields.hpp"

namespace core {

/// An amount in euro cents.
struct Money {
  std::int64_t cents = 0;
  FIELDS(cents)
};

}  // namespace core
