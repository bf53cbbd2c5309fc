#pragma once

#include <vector>

#include "tests/projections/world.hpp"

namespace testing_support {

/// Something that happened on a stream.
struct Happening {
  std::string stream;
  core::Event event;
};

/// An edition from the register of autarquias to the observatory, with an event of every type that
/// the program knows.
[[nodiscard]] std::vector<Happening> whole_year();

}  // namespace testing_support
