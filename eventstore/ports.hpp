#pragma once

#include <chrono>
#include <cstddef>
#include <span>

#include "domain/core/dates.hpp"
#include "domain/core/result.hpp"

namespace eventstore {

/// Tells the time. It may jump; the store never lets `recorded_at` go backwards.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual core::Instant now() = 0;
};

/// Gives bytes that nobody can guess.
class Entropy {
 public:
  virtual ~Entropy() = default;
  virtual void fill(std::span<unsigned char> bytes) = 0;
};

/// Is told what the store does, to count it or write it down. Called from the threads that append
/// and the one that commits, so it must be quick and safe from any thread. It sees no content.
class Observer {
 public:
  virtual ~Observer() = default;
  /// A group of appends was decided, and what was accepted of it is on stable storage.
  virtual void committed(std::size_t appends, std::size_t bytes);
  /// An append was answered, `waited` after it came; null where it was accepted.
  virtual void answered(std::chrono::nanoseconds waited, const core::Error* refusal);
  /// From now on every append is refused, for `why`: told once.
  virtual void read_only(const core::Error& why);
};

/// An observer who looks away.
[[nodiscard]] Observer& nobody();

/// The machine's clock, in UTC.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] core::Instant now() override;
};

/// The kernel's random source, by libsodium.
class SystemEntropy final : public Entropy {
 public:
  SystemEntropy();
  void fill(std::span<unsigned char> bytes) override;
};

}  // namespace eventstore
