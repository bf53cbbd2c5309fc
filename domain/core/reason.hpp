#pragma once

#include <string>

#include "domain/core/fields.hpp"

namespace core {

/// Why something is so, as it is told to whom it concerns.
struct Reason {
  std::string pt;
  std::string en;
  FIELDS(pt, en)
  friend bool operator==(const Reason&, const Reason&) = default;
};

}  // namespace core
