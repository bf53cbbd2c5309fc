#include "projections/accounts.hpp"

#include "domain/accounts/account.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/identity/passwords.hpp"

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
  FIELDS(password)
};

core::Result<std::string> hash(const std::string& password) {
  return identity::hash_password(password, identity::PasswordCost::Interactive);
}

Reply list(const Call& call) {
  return json_response(Accounts{projections::all_accounts(*call.app.views().view("accounts"))});
}

Reply open(const Call& call) {
  auto wanted = json::read<NewAccount>(call.request.body);
  if (!wanted) return core::fail(std::move(wanted.error()));
  auto hashed = hash(wanted->password);
  if (!hashed) return core::fail(std::move(hashed.error()));
  return give_command(call,
                      accounts::OpenAccount{wanted->account, wanted->full_name, wanted->email,
                                            *std::move(hashed), wanted->roles, wanted->entities});
}

/// Permission comes first: a hash is costly.
Reply change_password(const Call& call) {
  const auto account = id_from_path<core::AccountId>(call.request, "account");
  if (!account) return core::fail(account.error());
  accounts::ChangePassword command{*account, ""};
  if (auto permitted = permissions::permit(call.actor, command, {}); !permitted)
    return core::fail(std::move(permitted.error()));
  const auto wanted = json::read<NewPassword>(call.request.body);
  if (!wanted) return core::fail(wanted.error());
  auto hashed = hash(wanted->password);
  if (!hashed) return core::fail(std::move(hashed.error()));
  command.password_hash = *std::move(hashed);
  return give_command(call, std::move(command));
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
           "Changes a password: one's own, or anyone's for an administrator.",
           Audience::SignedIn,
           {},
           json::schema<NewPassword>,
           json::schema<Accepted>,
           {},
           change_password,
           true}};
}

}  // namespace server
