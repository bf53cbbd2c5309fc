#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// What libFuzzer calls with every input that it thinks of. Each target lets the program end
/// (core::ensure) where a promise does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

[[nodiscard]] inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace fuzz
