#include "server/session.hpp"

#include "domain/accounts/account.hpp"
#include "domain/facts.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/identity/passwords.hpp"

namespace server {
namespace {

struct Identity {
  core::AccountId account;
  std::string full_name;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;   ///< as submitter
  std::vector<core::EntityCode> edits_for;  ///< as editor
  FIELDS(account, full_name, roles, entities, edits_for)
};

Identity identity_of(const facts::Account& account) {
  return {account.id, account.full_name, account.roles, account.entities, account.edits_for};
}

core::Error wrong_credentials() {
  return core::error_of(core::ErrorKind::Unauthenticated, "wrong-credentials",
                        "A conta ou a palavra-passe não estão certas.",
                        "The account or the password is wrong.");
}

Reply sign_in(const Call& call) {
  const auto credentials = json::read<Credentials>(call.request.body);
  if (!credentials) return core::fail(credentials.error());
  const auto now = call.app.now();
  auto& throttle = call.app.sign_in_throttle();
  const auto& account_id = credentials->account.text();
  if (auto allowed = throttle.admit(account_id, client_of(call.request), now); !allowed)
    return core::fail(std::move(allowed.error()));
  const auto told = call.app.commands().facts_of({"account", account_id});
  const auto* account = told.find<facts::Account>();
  if (account == nullptr || account->closed) {
    identity::verify_nobody(credentials->password);
    return core::fail(wrong_credentials());
  }
  if (!identity::verify_password(account->password_hash, credentials->password))
    return core::fail(wrong_credentials());
  throttle.succeeded(account_id);
  auto response = json_response(identity_of(*account));
  response.headers.emplace_back("Set-Cookie",
                                session_cookie(call.request, begin_session(*account, call.app)));
  return response;
}

Reply sign_out(const Call& call) {
  if (const auto found = signed_in(call.request, call.app)) {
    const auto& session = found->session.id;
    const auto ended = call.app.commands().handle({accounts::EndSession{found->account.id, session},
                                                   core::CommandId("sign-out-" + session.text()),
                                                   call.actor, std::nullopt});
    if (!ended) return core::fail(ended.error());
  }
  return http::Response{204, {{"Set-Cookie", session_cookie(call.request, "")}}, ""};
}

Reply who_am_i(const Call& call) {
  const auto told = call.app.commands().facts_of({"account", call.actor.account.text()});
  const auto* account = told.find<facts::Account>();
  if (account == nullptr) return core::fail(not_found());
  return json_response(identity_of(*account));
}

}  // namespace

std::vector<Endpoint> session_endpoints() {
  using permissions::Audience;
  return {{http::Method::Post,
           "/session",
           "session.begin",
           "Signs in; the answer sets the session cookie.",
           Audience::Everyone,
           {},
           json::schema<Credentials>,
           json::schema<Identity>,
           {},
           sign_in},
          {http::Method::Get,
           "/session",
           "session.show",
           "Says who is signed in.",
           Audience::SignedIn,
           {},
           {},
           json::schema<Identity>,
           {},
           who_am_i},
          {http::Method::Delete,
           "/session",
           "session.end",
           "Signs out: the session cookie counts no more, wherever it is.",
           Audience::Everyone,
           {},
           {},
           {},
           {},
           sign_out}};
}

}  // namespace server
