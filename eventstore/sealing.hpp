#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/ports.hpp"

namespace eventstore {

/// A random nonce (24 octets), then XChaCha20-Poly1305 of `plain` (libsodium's ietf construction),
/// bound to `context`.
[[nodiscard]] std::string seal(std::string_view plain, const std::array<unsigned char, 32>& key,
                               std::string_view context, Entropy& entropy);

/// What was sealed; nothing where the key or the context is another, or a bit was changed.
[[nodiscard]] std::optional<std::string> unseal(std::string_view sealed,
                                                const std::array<unsigned char, 32>& key,
                                                std::string_view context);

}  // namespace eventstore
