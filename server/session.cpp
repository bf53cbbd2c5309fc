#include "server/session.hpp"

#include <fmt/format.h>

#include "server/application.hpp"

namespace server {

core::Actor actor_of(const http::Request& request, Application& app) {
  const auto token = request.cookie("session");
  if (!token) return {};
  const auto session = app.tokens().check(*token, app.now());
  if (!session) return {};
  const auto told = app.commands().facts_of({"account", session->account.text()});
  const auto* account = told.find<facts::Account>();
  return account == nullptr ? core::Actor() : actor_of(*account);
}

core::Actor actor_of(const facts::Account& account) {
  if (account.closed) return {};
  return {account.id,
          {account.roles.begin(), account.roles.end()},
          {account.entities.begin(), account.entities.end()}};
}

std::string session_cookie(const http::Request& request, const std::string& token) {
  const auto seconds = token.empty() ? 0 : std::chrono::seconds(session_lifetime).count();
  const bool secure = request.header("x-forwarded-proto") == "https";
  return fmt::format("session={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", token, seconds,
                     secure ? "; Secure" : "");
}

}  // namespace server
