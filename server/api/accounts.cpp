#include "projections/accounts.hpp"

#include "domain/accounts/account.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/identity/passwords.hpp"
#include "server/session.hpp"

namespace server {
namespace {

struct Accounts {
  std::vector<projections::AccountRow> accounts;
  FIELDS(accounts)
};

struct NewAccount {
  core::AccountId account;
  std::string full_name;
  std::string email;
  std::string password;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  FIELDS(account, full_name, email, password, roles, entities)
};

struct NewPassword {
  std::string password;
  std::optional<std::string> current_password;  ///< asked of whoever changes their own
  FIELDS(password, current_password)
};

Reply list(const Call& call) {
  return json_response(Accounts{projections::all_accounts(*call.app.views().view("accounts"))});
}

Reply open(const Call& call) {
  auto wanted = json::read<NewAccount>(call.request.body);
  if (!wanted) return core::fail(std::move(wanted.error()));
  return give_command(call,
                      accounts::OpenAccount{wanted->account, wanted->full_name, wanted->email, "",
                                            wanted->roles, wanted->entities},
                      [&](core::Command& command) {
                        return put_hash<accounts::OpenAccount>(command, wanted->password);
                      });
}

/// Whoever found a session open does not know its password.
core::Result<void> check_current(const Call& call, const std::string& password) {
  const auto& id = call.actor.account.text();
  auto& throttle = call.app.sign_in_throttle();
  if (auto allowed = throttle.admit(id, client_of(call.request), call.app.now()); !allowed)
    return allowed;
  const auto told = call.app.commands().facts_of({"account", id});
  const auto* account = told.find<facts::Account>();
  if (account == nullptr || !identity::verify_password(account->password_hash, password))
    return core::fail(core::invalid("wrong-password", "current_password",
                                    "Esta não é a palavra-passe atual.",
                                    "This is not the current password."));
  throttle.succeeded(id);
  return {};
}

/// The new password has ended the session that asked for it: another takes its place.
Reply signed_in_anew(const Call& call, Reply reply) {
  const auto told = call.app.commands().facts_of({"account", call.actor.account.text()});
  if (const auto* account = told.find<facts::Account>(); account != nullptr && reply)
    reply->headers.emplace_back("Set-Cookie",
                                session_cookie(call.request, begin_session(*account, call.app)));
  return reply;
}

/// Permission comes first: a hash is costly.
Reply change_password(const Call& call) {
  const auto account = id_from_path<core::AccountId>(call.request, "account");
  if (!account) return core::fail(account.error());
  const accounts::ChangePassword command{*account, ""};
  if (auto permitted = permissions::permit(call.actor, command, {}); !permitted)
    return core::fail(std::move(permitted.error()));
  const auto wanted = json::read<NewPassword>(call.request.body);
  if (!wanted) return core::fail(wanted.error());
  const bool own = call.actor.account == *account;
  auto reply = give_command(call, command, [&](core::Command& whole) {
    if (own)
      if (auto checked = check_current(call, wanted->current_password.value_or("")); !checked)
        return checked;
    return put_hash<accounts::ChangePassword>(whole, wanted->password);
  });
  return own ? signed_in_anew(call, std::move(reply)) : reply;
}

}  // namespace

std::vector<Endpoint> account_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/accounts",
           "account.list",
           "Who may sign in, and to do what; closed accounts too.",
           Audience::Administrator,
           {},
           {},
           json::schema<Accounts>,
           {},
           list},
          {http::Method::Post,
           "/accounts",
           "account.open",
           "Opens an account with its first password.",
           Audience::Administrator,
           {},
           json::schema<NewAccount>,
           json::schema<Accepted>,
           {},
           open,
           true},
          {http::Method::Post,
           "/accounts/{account}/password",
           "account.change-password",
           "Changes a password: one's own, told the current one, or anyone's for an administrator. "
           "It ends every session of the account; one's own begins anew.",
           Audience::SignedIn,
           {},
           json::schema<NewPassword>,
           json::schema<Accepted>,
           {},
           change_password,
           true}};
}

}  // namespace server
