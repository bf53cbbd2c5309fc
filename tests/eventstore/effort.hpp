#pragma once

#include <cstdlib>

namespace eventstore::testing {

/// How often a test tries: `usually`, or `at_length` where AUTARQUIA_LONG is set (ops/test --long).
[[nodiscard]] inline int effort(int usually, int at_length) {
  return std::getenv("AUTARQUIA_LONG") == nullptr  // NOLINT(concurrency-mt-unsafe)
             ? usually
             : at_length;
}

}  // namespace eventstore::testing
