#include "eventstore/ports.hpp"

#include <sodium.h>

#include <chrono>

#include "domain/core/assert.hpp"

namespace eventstore {

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
