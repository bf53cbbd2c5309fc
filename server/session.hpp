#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "domain/core/context.hpp"
#include "domain/facts.hpp"
#include "server/http/message.hpp"
#include "server/identity/tokens.hpp"

namespace server {

class Application;

/// What signs somebody in.
struct Credentials {
  core::AccountId account;
  std::string password;
  FIELDS(account, password)
};

struct SignedIn {
  identity::Session session;
  facts::Account account;
};

/// Whose session cookie the request carries. Nothing where there is none, or where it counts no
/// more: its time is over, somebody signed out of it, the account has another password or is
/// closed.
[[nodiscard]] std::optional<SignedIn> signed_in(const http::Request& request, Application& app);

/// Who sends the request, with the roles that the account has now; an actor without an account
/// where nobody is signed in.
[[nodiscard]] core::Actor actor_of(const http::Request& request, Application& app);

/// Who acts with this account; nobody where it is closed.
[[nodiscard]] core::Actor actor_of(const facts::Account& account);

/// The token of a new session.
[[nodiscard]] std::string begin_session(const facts::Account& account, Application& app);

/// Set-Cookie for a session (HttpOnly, SameSite=Strict; Secure where the proxy in front speaks
/// HTTPS); an empty token ends it.
[[nodiscard]] std::string session_cookie(const http::Request& request, const std::string& token);

/// How long a session lasts.
inline constexpr std::chrono::hours session_lifetime{8};

/// The address that a request comes from: the peer's; of a proxy on this machine, the one that it
/// put last into X-Forwarded-For. What a client itself says there counts for nothing.
[[nodiscard]] std::string client_of(const http::Request& request);

}  // namespace server
