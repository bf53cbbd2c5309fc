#include <gtest/gtest.h>

#include "tests/eventstore/child.hpp"

#ifdef __SANITIZE_THREAD__
/// RocksDB is not built for the sanitizer, which cannot see how its threads hand work over.
extern "C" const char* __tsan_default_suppressions() {
  return "race:librocksdb\ncalled_from_lib:librocksdb\n";
}
#endif

/// The tests; or, when the first argument is no option, a child of one of them.
int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && !arguments.front().starts_with('-'))
    return eventstore::testing::play(arguments);
  ::testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
