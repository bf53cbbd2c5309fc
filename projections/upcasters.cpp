#include "projections/upcasters.hpp"

namespace projections {

std::span<const json::Upcaster> upcasters() {
  return {};  // no event has a second version yet
}

}  // namespace projections
