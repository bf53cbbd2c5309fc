#pragma once

#include <filesystem>
#include <string>

#include "domain/core/result.hpp"

namespace identity {

/// A P-256 key as PEM: PKCS #8 and SubjectPublicKeyInfo. Never for a log.
struct KeyPair {
  std::string private_pem;
  std::string public_pem;
};

/// The key in `file`; a new one, mode 0600, if there is no such file. It appears whole or not at
/// all, and of two programs that create it at once both get the same key. Errors (Invalid, field
/// "key-file"): "key-file-readable-by-others", "key-file-not-p256", "key-file-unusable" (the
/// system does not let it be read or made).
[[nodiscard]] core::Result<KeyPair> open_key_file(const std::filesystem::path& file);

}  // namespace identity
