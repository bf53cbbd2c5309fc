#pragma once

#include <span>
#include <string>
#include <string_view>

#include "eventstore/event_store.hpp"

namespace server {

/// SHA-256 (FIPS 180-4) of the bytes.
[[nodiscard]] eventstore::Digest sha256(std::string_view bytes);

/// Lower-case hexadecimal.
[[nodiscard]] std::string hexadecimal(std::span<const unsigned char> bytes);

}  // namespace server
