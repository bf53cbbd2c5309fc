#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eventstore/log_key.hpp"
#include "eventstore/merkle.hpp"

namespace eventstore {

/// A signed tree head as a C2SP tlog-checkpoint: the key's name, the size in decimal, the root in
/// base64, a line each, under the key's signature.
[[nodiscard]] std::string sign_checkpoint(const LogKey& key, const merkle::TreeHead& head);

/// Nothing unless the key signed it and it is written as `sign_checkpoint` writes it.
[[nodiscard]] std::optional<merkle::TreeHead> open_checkpoint(const LogVerifier& verifier,
                                                              std::string_view note);

}  // namespace eventstore
