#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/bench/measure.hpp"

namespace bench {

/// What a figure is held against, measured in the same rounds.
struct Peer {
  std::string name;
  Samples samples;
};

/// What a median, or its ratio to the peer's, is to reach.
struct Goal {
  enum class Of { Median, Ratio };
  enum class Bound { AtLeast, AtMost };
  Of of = Of::Median;
  Bound bound = Bound::AtLeast;
  double value = 0;
};

[[nodiscard]] inline Goal at_least(double value) {
  return {Goal::Of::Median, Goal::Bound::AtLeast, value};
}
[[nodiscard]] inline Goal at_most(double value) {
  return {Goal::Of::Median, Goal::Bound::AtMost, value};
}
[[nodiscard]] inline Goal ratio_at_least(double value) {
  return {Goal::Of::Ratio, Goal::Bound::AtLeast, value};
}

struct Figure {
  std::string what;
  std::string unit;
  Samples samples;
  std::optional<Peer> peer = {};
  std::optional<Goal> goal = {};

  /// Ours to the peer's, the median over the rounds; nothing without a peer.
  [[nodiscard]] std::optional<double> ratio() const;
  /// Nothing without a goal.
  [[nodiscard]] std::optional<bool> reached() const;
};

/// What one benchmark measured.
struct Report {
  std::string benchmark;
  std::vector<Figure> figures;
};

/// A table for people, on standard output.
void print(const Report& report);

/// Everything, samples too, as JSON.
void write(const Report& report, const std::filesystem::path& file);

}  // namespace bench
