#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>

#include "domain/accounts/account.hpp"
#include "projections/accounts.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/identity/passwords.hpp"

namespace server::cli {
namespace {

core::Result<std::string> password_from_standard_input() {
  std::string password;
  std::getline(std::cin, password);
  return identity::hash_password(password);
}

core::Role role_named(const std::string& name) {
  const auto all = choice_names(core::Role());
  const auto found = std::ranges::find(all, name);
  core::ensure(found != all.end(), "the command line knows the roles");
  return static_cast<core::Role>(found - all.begin());
}

std::string names_of(const std::vector<core::Role>& roles) {
  std::string names;
  for (const auto role : roles)
    names += (names.empty() ? "" : ", ") +
             std::string(choice_names(role)[static_cast<std::size_t>(role)]);
  return names;
}

/// Gives one command over a data directory that nobody else has open.
int give(const std::filesystem::path& data, DataDirectory place, core::Command command) {
  eventstore::SystemClock clock;
  auto app = Application::open(data, clock, place);
  if (!app) return complain(app.error(), unavailable);
  const auto accepted =
      (*app)->commands().handle({std::move(command), core::CommandId("cli-" + (*app)->fresh_id()),
                                 operator_of_the_machine(), std::nullopt});
  if (!accepted) return complain(accepted.error(), failed);
  fmt::print("{} at position {}\n", accepted->stream, accepted->position);
  return done;
}

}  // namespace

int add_user(const UserOptions& options) {
  auto hash = password_from_standard_input();
  if (!hash) return complain(hash.error(), failed);
  accounts::OpenAccount command;
  command.account = core::AccountId(options.account);
  command.full_name = options.name;
  command.email = options.email;
  command.password_hash = *std::move(hash);
  for (const auto& role : options.roles) command.roles.push_back(role_named(role));
  for (const auto& entity : options.entities) command.entities.emplace_back(entity);
  return give(options.data, DataDirectory::MayBeNew, command);
}

int change_password(const UserOptions& options) {
  auto hash = password_from_standard_input();
  if (!hash) return complain(hash.error(), failed);
  return give(options.data, DataDirectory::MustExist,
              accounts::ChangePassword{core::AccountId(options.account), *std::move(hash)});
}

int list_users(const UserOptions& options) {
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  if (auto caught_up = (*app)->views().catch_up(); !caught_up)
    return complain(caught_up.error(), failed);
  for (const auto& account : projections::all_accounts(*(*app)->views().view("accounts")))
    fmt::print("{:<24} {:<28} {}{}\n", account.account.text(), account.full_name,
               names_of(account.roles), account.closed ? " (closed)" : "");
  return done;
}

}  // namespace server::cli
