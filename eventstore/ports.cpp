#include "eventstore/ports.hpp"

#include <sodium.h>

#include <chrono>

#include "domain/core/assert.hpp"

namespace eventstore {

void Observer::committed(std::size_t, std::size_t) {}
void Observer::answered(std::chrono::nanoseconds, const core::Error*) {}
void Observer::read_only(const core::Error&) {}

Observer& nobody() {
  static Observer looks_away;
  return looks_away;
}

core::Instant SystemClock::now() {
  return core::Instant(
      std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
}

SystemEntropy::SystemEntropy() {
  core::ensure(sodium_init() >= 0, "libsodium starts");
}

void SystemEntropy::fill(std::span<unsigned char> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace eventstore
