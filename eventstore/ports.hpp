#pragma once

#include <span>

#include "domain/core/dates.hpp"

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
