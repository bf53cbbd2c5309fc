#pragma once

#include "tests/bench/benchmarks.hpp"

namespace bench {

/// The folder of a closed store with `settings.events` realistic events (editions.hpp), 256 to a
/// command. Made where there is none yet, and kept for the benchmarks that follow.
[[nodiscard]] std::filesystem::path realistic_log(const Settings& settings);

}  // namespace bench
