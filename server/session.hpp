#pragma once

#include <chrono>
#include <string>

#include "domain/core/context.hpp"
#include "domain/facts.hpp"
#include "server/http/message.hpp"

namespace server {

class Application;

/// Who sends the request, by its session cookie, with the roles that the account has now. An actor
/// without an account where there is no session, or none that still counts.
[[nodiscard]] core::Actor actor_of(const http::Request& request, Application& app);

/// Who acts with this account; nobody where it is closed.
[[nodiscard]] core::Actor actor_of(const facts::Account& account);

/// Set-Cookie for a session (HttpOnly, SameSite=Strict; Secure where the proxy in front speaks
/// HTTPS); an empty token ends it.
[[nodiscard]] std::string session_cookie(const http::Request& request, const std::string& token);

/// How long a session lasts.
inline constexpr std::chrono::hours session_lifetime{8};

}  // namespace server
