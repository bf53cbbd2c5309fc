#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace server {

/// Draws that follow from a text alone, the same on every machine: FNV-1a of it, then SplitMix64.
/// Good enough to invent a demonstration, and for nothing else.
class Chance {
 public:
  explicit Chance(std::string_view of) {
    for (const char c : of) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }

  /// From `first` to `last`, both included.
  std::int64_t between(std::int64_t first, std::int64_t last) {
    return first + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(last - first + 1));
  }
  bool one_in(std::int64_t many) { return between(1, many) == 1; }
  template <class T>
  const T& of(const std::vector<T>& list) {
    return list[next() % list.size()];
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace server
