#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

namespace bench {

/// One figure, measured again and again.
using Samples = std::vector<double>;

/// The value under which the part `q` (0 to 1) of the samples lies; the nearest one there is.
[[nodiscard]] double quantile(Samples samples, double q);
[[nodiscard]] double median(const Samples& samples);

/// Of each round what the first made of the second, so that a slow minute touches both.
[[nodiscard]] Samples ratios(const Samples& ours, const Samples& theirs);

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(Clock::now() - begun_).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point begun_ = Clock::now();
};

/// Answers what one run of a contender measured.
using Contender = std::function<double()>;

/// Every contender once in every round, each round beginning with the next one; the samples of
/// each, by round.
[[nodiscard]] std::vector<Samples> interleaved(std::size_t rounds,
                                               const std::vector<Contender>& contenders);

/// From here on `peak_memory` counts anew.
void forget_peak_memory();
/// The most memory that this process had resident, in MiB.
[[nodiscard]] double peak_memory();

}  // namespace bench
