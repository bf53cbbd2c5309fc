#pragma once

#include <string>

#include "eventstore/log_key.hpp"
#include "eventstore/receipt.hpp"

namespace fuzz {

/// A log of three events under a key that is always the same: what a forger has to start from.
[[nodiscard]] const eventstore::LogKey& honest_key();
/// The receipt of its second event.
[[nodiscard]] const eventstore::Receipt& honest_receipt();
/// All of it.
[[nodiscard]] const std::string& honest_export();

}  // namespace fuzz
