#include <gtest/gtest.h>

#include "tests/eventstore/child.hpp"

/// The tests; or, when the first argument is no option, a child of one of them.
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && !arguments.front().starts_with('-'))
    return eventstore::testing::play(arguments);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
