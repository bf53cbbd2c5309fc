#include "server/identity/tokens.hpp"

#include <algorithm>
#include <exception>
#include <jwt/jwt.hpp>  // costs seconds to compile: this is its only user
#include <limits>
#include <optional>
#include <system_error>

#include "domain/core/assert.hpp"

namespace identity {
namespace {

namespace chrono = std::chrono;

constexpr std::string_view audience = "session";  // a badge signed by the same key is no session

/// cpp-jwt aborts on bytes past ASCII and trusts its caller to have counted the dots.
bool is_shaped_as_token(std::string_view token) {
  constexpr std::size_t longest = 2048;
  const auto is_expected = [](char c) { return core::is_identifier({&c, 1}); };
  return token.size() <= longest && std::ranges::all_of(token, is_expected) &&
         std::ranges::count(token, '.') == 2;
}

/// The claims of a token that this key signed under ES256. Its times are not looked at: cpp-jwt
/// has a clock of its own, which the leeway puts out of action.
std::optional<json_t> signed_claims(std::string_view token, const std::string& public_pem) {
  using namespace jwt::params;
  constexpr auto ignore_time = std::numeric_limits<std::uint32_t>::max();
  try {
    std::error_code error;
    const auto decoded = jwt::decode(std::string(token), algorithms({"ES256"}), error,
                                     secret(public_pem), leeway(ignore_time));
    if (error) return std::nullopt;
    return decoded.payload().create_json_obj();
  } catch (const std::exception&) {  // of odd JSON, in spite of the error code
    return std::nullopt;
  }
}

std::optional<std::string> identifier(const json_t& claims, const char* name) {
  const auto claim = claims.find(name);
  if (claim == claims.end() || !claim->is_string()) return std::nullopt;
  auto text = claim->get<std::string>();
  return core::is_identifier(text) ? std::optional(std::move(text)) : std::nullopt;
}

std::optional<std::int64_t> positive(const json_t& claims, const char* name) {
  constexpr std::uint64_t most = 253'402'300'799;  // the last second of the year 9999
  const auto claim = claims.find(name);
  if (claim == claims.end() || !claim->is_number_unsigned()) return std::nullopt;
  const auto number = claim->get<std::uint64_t>();
  if (number == 0 || number > most) return std::nullopt;
  return static_cast<std::int64_t>(number);
}

std::optional<Session> session_of(const json_t& claims) {
  const auto account = identifier(claims, "sub");
  const auto id = identifier(claims, "jti");
  const auto password = positive(claims, "password_number");
  const auto expires = positive(claims, "exp");
  if (!account || !id || !password || !expires || identifier(claims, "aud") != audience)
    return std::nullopt;
  return Session{core::AccountId(*account), core::SessionId(*id), *password,
                 core::Instant(core::Instant::Time(chrono::seconds(*expires)))};
}

core::Error refusal(std::string code, std::string pt, std::string en) {
  return core::error_of(core::ErrorKind::Unauthenticated, std::move(code), std::move(pt),
                        std::move(en));
}

std::int64_t unix_seconds(core::Instant instant) {
  return chrono::floor<chrono::seconds>(instant.time()).time_since_epoch().count();
}

}  // namespace

core::Result<SessionTokens> SessionTokens::open(const std::filesystem::path& key_file) {
  auto keys = open_key_file(key_file);
  if (!keys) return core::fail(std::move(keys).error());
  return SessionTokens(*std::move(keys));
}

std::string SessionTokens::issue(const Session& session) const {
  const auto expires = unix_seconds(session.expires);
  core::ensure(core::is_identifier(session.account.text()) &&
                   core::is_identifier(session.id.text()) && session.password > 0 && expires > 0,
               "a session has an account, an id, a password and an end");
  jwt::jwt_object token(jwt::params::algorithm("ES256"), jwt::params::secret(keys_.private_pem));
  token.add_claim("aud", std::string(audience))
      .add_claim("sub", session.account.text())
      .add_claim("jti", session.id.text())
      .add_claim("password_number", session.password)
      .add_claim("exp", expires);
  std::error_code error;
  auto text = token.signature(error);
  core::ensure(!error, "an opened key signs");
  return text;
}

core::Result<Session> SessionTokens::check(std::string_view token, core::Instant now) const {
  const auto claims =
      is_shaped_as_token(token) ? signed_claims(token, keys_.public_pem) : std::nullopt;
  const auto session = claims ? session_of(*claims) : std::nullopt;
  if (!session)
    return core::fail(
        refusal("session-invalid", "Inicie sessão para continuar.", "Sign in to continue."));
  if (session->expires <= now)
    return core::fail(refusal("session-expired", "A sua sessão terminou. Inicie sessão de novo.",
                              "Your session has ended. Sign in again."));
  return *session;
}

}  // namespace identity
