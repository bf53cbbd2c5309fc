#pragma once

#include <memory>

#include "eventstore/store.hpp"

namespace eventstore {

/// A store that forgets everything at its end: for tests and trials, under the same contract.
[[nodiscard]] std::unique_ptr<Store> make_memory_store(Clock& clock, Entropy& entropy,
                                                       Observer& observer = nobody());

}  // namespace eventstore
