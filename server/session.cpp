#include "server/session.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/application.hpp"

namespace server {
namespace {

bool counts(const identity::Session& session, const facts::Account& account) {
  return !account.closed && session.password == account.passwords &&
         !account.ended_sessions.contains(session.id);
}

}  // namespace

std::optional<SignedIn> signed_in(const http::Request& request, Application& app) {
  const auto token = request.cookie("session");
  if (!token) return std::nullopt;
  const auto session = app.tokens().check(*token, app.now());
  if (!session) return std::nullopt;
  const auto told = app.commands().facts_of({"account", session->account.text()});
  const auto* account = told.find<facts::Account>();
  if (account == nullptr || !counts(*session, *account)) return std::nullopt;
  return SignedIn{*session, *account};
}

core::Actor actor_of(const http::Request& request, Application& app) {
  const auto found = signed_in(request, app);
  return found ? actor_of(found->account) : core::Actor();
}

core::Actor actor_of(const facts::Account& account) {
  if (account.closed) return {};
  return {account.id,
          {account.roles.begin(), account.roles.end()},
          {account.entities.begin(), account.entities.end()},
          {account.edits_for.begin(), account.edits_for.end()}};
}

std::string begin_session(const facts::Account& account, Application& app) {
  return app.tokens().issue({account.id, core::SessionId(app.fresh_id()), account.passwords,
                             core::Instant(app.now().time() + session_lifetime)});
}

std::string session_cookie(const http::Request& request, const std::string& token) {
  const auto seconds = token.empty() ? 0 : std::chrono::seconds(session_lifetime).count();
  const bool secure = request.header("x-forwarded-proto") == "https";
  return fmt::format("session={}; Path=/; Max-Age={}; HttpOnly; SameSite=Strict{}", token, seconds,
                     secure ? "; Secure" : "");
}

std::string client_of(const http::Request& request) {
  const auto addresses = request.header("x-forwarded-for");
  const bool is_proxy = request.remote == "127.0.0.1" || request.remote == "::1";
  if (!is_proxy || addresses.empty()) return request.remote;
  const auto comma = addresses.rfind(',');
  auto last = addresses.substr(comma == std::string_view::npos ? 0 : comma + 1);
  last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
  return std::string(last);
}

}  // namespace server
