#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "server/identity/tokens.hpp"

namespace server_tests {

/// Base64url without padding (RFC 4648, 5).
std::string encoded(const std::string& bytes);

/// Makes the tokens that an attacker, or a clumsy friend with the key, could make. It goes by
/// OpenSSL alone, so that it can write what the library under test would not.
class Forge {
 public:
  explicit Forge(identity::KeyPair keys) : keys_(std::move(keys)) {}

  /// Signed by the server's own key, whatever header and claims are.
  [[nodiscard]] std::string signed_token(const std::string& header,
                                         const std::string& claims) const;
  /// HMAC with the public key for a secret, its hash as the header's name says.
  [[nodiscard]] std::string hmac_token(const std::string& header, const std::string& claims) const;

 private:
  identity::KeyPair keys_;
};

/// A key file in a folder of the test's own.
class TokenTest : public testing::Test {
 protected:
  TokenTest();
  ~TokenTest() override;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path key_file() const { return folder_ / "session-key.pem"; }
  [[nodiscard]] const identity::SessionTokens& tokens() const { return *tokens_; }
  [[nodiscard]] const Forge& forge() const { return *forge_; }

 private:
  std::filesystem::path folder_;
  std::unique_ptr<identity::SessionTokens> tokens_;
  std::unique_ptr<Forge> forge_;
};

}  // namespace server_tests
