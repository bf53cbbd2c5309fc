#pragma once

#include <string>
#include <string_view>

#include "domain/core/result.hpp"

namespace identity {

/// 8 to 200 bytes of UTF-8. Errors (Invalid, field "password"): "password-too-short",
/// "password-too-long".
[[nodiscard]] core::Result<void> check_length(std::string_view password);

/// An Argon2id string with its own salt and cost, fit to be kept. It costs what libsodium calls
/// interactive, 64 MiB and about 0.1 s: hashing and verifying belong on a worker. Errors: as
/// `check_length`; "out-of-memory" (Unavailable).
[[nodiscard]] core::Result<std::string> hash_password(std::string_view password);

/// Whether `hash` was made from `password`. A hash that is none matches nothing.
[[nodiscard]] bool verify_password(const std::string& hash, std::string_view password);

/// Takes as long as `verify_password`: for an account that does not exist, so that the time of
/// the answer does not tell who has one.
void verify_nobody(std::string_view password);

}  // namespace identity
