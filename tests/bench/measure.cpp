#include "tests/bench/measure.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>

#include "domain/core/assert.hpp"

namespace bench {

double quantile(Samples samples, double q) {
  core::ensure(!samples.empty(), "something was measured");
  const auto last = static_cast<double>(samples.size() - 1);
  const auto nth = samples.begin() + static_cast<std::ptrdiff_t>(std::lround(q * last));
  std::ranges::nth_element(samples, nth);
  return *nth;
}

double median(const Samples& samples) {
  return quantile(samples, 0.5);
}

Samples ratios(const Samples& ours, const Samples& theirs) {
  core::ensure(ours.size() == theirs.size(), "contenders run in the same rounds");
  Samples ratios;
  for (std::size_t round = 0; round < ours.size(); ++round)
    ratios.push_back(ours[round] / theirs[round]);
  return ratios;
}

std::vector<Samples> interleaved(std::size_t rounds, const std::vector<Contender>& contenders) {
  std::vector<Samples> samples(contenders.size());
  for (std::size_t round = 0; round < rounds; ++round)
    for (std::size_t turn = 0; turn < contenders.size(); ++turn) {
      const auto which = (round + turn) % contenders.size();
      samples[which].push_back(contenders[which]());
    }
  return samples;
}

void forget_peak_memory() {
  std::ofstream("/proc/self/clear_refs") << "5";  // proc(5): resets VmHWM
}

double peak_memory() {
  constexpr std::string_view field = "VmHWM:";
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field)) return std::stod(line.substr(field.size())) / 1024;
  core::ensure(false, "the kernel tells how much memory a process has");
  return 0;
}

}  // namespace bench
