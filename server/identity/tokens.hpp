#pragma once

#include <cstdint>
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
  core::SessionId id;         ///< tells one sign-in from another, so that it can be ended
  std::int64_t password = 1;  ///< which of the account's passwords it began under, the first is 1
  core::Instant expires;      ///< to the second
};

/// Signs and checks session tokens: JWT (RFC 7519) under ES256. Safe from any thread.
class SessionTokens {
 public:
  /// Errors: those of `open_key_file`.
  [[nodiscard]] static core::Result<SessionTokens> open(const std::filesystem::path& key_file);

  /// The session's ids are identifiers (core::is_identifier), its numbers positive.
  [[nodiscard]] std::string issue(const Session& session) const;

  /// Errors (Unauthenticated): "session-expired", when nothing but its time speaks against the
  /// token; "session-invalid" for every other fault, without saying which.
  [[nodiscard]] core::Result<Session> check(std::string_view token, core::Instant now) const;

 private:
  explicit SessionTokens(KeyPair keys) : keys_(std::move(keys)) {}

  KeyPair keys_;
};

}  // namespace identity
