#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "server/identity/key_file.hpp"

namespace identity {

/// Who is signed in, as a token says.
struct Session {
  core::AccountId account;
  std::string id;  ///< tells one sign-in from another, so that it can be ended
  core::Instant expires;
};

/// Signs and checks session tokens: JWT (RFC 7519) under ES256. Safe from any thread.
class SessionTokens {
 public:
  /// Errors: those of `open_key_file`.
  [[nodiscard]] static core::Result<SessionTokens> open(const std::filesystem::path& key_file);

  /// `session_id` is an identifier (core::is_identifier), `lifetime` is positive.
  [[nodiscard]] std::string issue(const core::AccountId& account, const std::string& session_id,
                                  core::Instant now, std::chrono::seconds lifetime) const;

  /// Errors (Unauthenticated): "session-expired", when nothing but its time speaks against the
  /// token; "session-invalid" for every other fault, without saying which.
  [[nodiscard]] core::Result<Session> check(std::string_view token, core::Instant now) const;

 private:
  explicit SessionTokens(KeyPair keys) : keys_(std::move(keys)) {}

  KeyPair keys_;
};

}  // namespace identity
