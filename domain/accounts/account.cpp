#include "domain/accounts/account.hpp"

#include <algorithm>
#include <set>

#include "domain/accounts/account_checks.hpp"
#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace accounts {
namespace {

using core::Context;
using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::invalid;
using core::Result;

std::vector<core::StreamRef> streams_of(const std::vector<core::EntityCode>& entities) {
  std::vector<core::StreamRef> streams;
  streams.reserve(entities.size());
  for (const auto& code : entities) streams.push_back({"entity", code.text()});
  return streams;
}

Result<void> check_person(const OpenAccount& command) {
  if (auto checked = check_full_name(command.full_name); !checked) return checked;
  if (!core::is_email(command.email))
    return fail(invalid("email", "email", "Escreva um endereço como nome@exemplo.pt.",
                        "Write an address such as name@example.pt."));
  return {};
}

/// A password must not reach the log: what arrives has to look like its hash.
Result<void> check_hash(const std::string& hash) {
  constexpr std::size_t longest = 256;
  if (!hash.starts_with("$argon2id$") || hash.size() > longest)
    return fail(invalid("password-hash", "password_hash",
                        "A palavra-passe tem de vir cifrada com Argon2id.",
                        "The password has to come hashed with Argon2id."));
  return {};
}

template <class T>
bool has_repeats(const std::vector<T>& list) {
  return std::set<T>(list.begin(), list.end()).size() != list.size();
}

Result<void> check_roles(const std::vector<core::Role>& roles,
                         const std::vector<core::EntityCode>& entities) {
  if (roles.empty() || has_repeats(roles))
    return fail(invalid("roles", "roles", "Indique pelo menos um papel, cada um uma só vez.",
                        "Name at least one role, each of them once."));
  const auto has = [&](core::Role role) { return std::ranges::find(roles, role) != roles.end(); };
  if (roles.size() > 1 && has(core::Role::Juror))
    return fail(invalid("juror-alone", "roles",
                        "Quem é jurado não tem outro papel: abra-lhe outra conta.",
                        "A juror has no other role: open another account."));
  const bool applies = has(core::Role::Applicant);
  if (roles.size() > 1 && applies)
    return fail(invalid("applicant-alone", "roles",
                        "Quem se candidata não tem outro papel: abra-lhe outra conta.",
                        "An applicant has no other role: open another account."));
  if (applies && (entities.empty() || has_repeats(entities)))
    return fail(invalid("entities", "entities",
                        "Indique pelo menos uma autarquia, cada uma uma só vez.",
                        "Name at least one entity, each of them once."));
  if (!applies && !entities.empty())
    return fail(invalid("entities", "entities", "Só quem se candidata age por uma autarquia.",
                        "Only an applicant acts for an entity."));
  return {};
}

Result<void> check_entities(const std::vector<core::EntityCode>& entities,
                            const core::Facts& facts) {
  const auto known = facts.all<facts::Entity>();
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (std::ranges::find(known, entities[i], &facts::Entity::code) == known.end())
      return fail(invalid("unknown-entity", core::item("entities", i),
                          "Não há autarquia com este código.", "No entity has this code."));
  return {};
}

}  // namespace

core::Error account_closed() {
  return error_of(ErrorKind::Conflict, "account-closed",
                  "Esta conta foi encerrada e não volta a abrir.",
                  "This account was closed and does not open again.");
}

Result<void> check_id(const core::AccountId& account) {
  const auto lower_case = [](char c) { return c < 'A' || c > 'Z'; };
  if (!core::is_identifier(account.text()) || account.text().size() > 64 ||
      !std::ranges::all_of(account.text(), lower_case))
    return fail(invalid("account-id", "account",
                        "Use até 64 minúsculas sem acento, algarismos, pontos e hífenes.",
                        "Use up to 64 unaccented lower-case letters, digits, dots and hyphens."));
  return {};
}

Result<void> check_full_name(const std::string& full_name) {
  return core::check_length(full_name, "full_name", 1, 200);
}

std::vector<core::StreamRef> OpenAccount::reads(const core::Facts&) const {
  return streams_of(entities);
}

std::vector<core::StreamRef> ChangeRoles::reads(const core::Facts&) const {
  return streams_of(entities);
}

void Account::apply(const AccountOpened& event) {
  account_ = facts::Account{.id = event.account,
                            .full_name = event.full_name,
                            .password_hash = event.password_hash,
                            .roles = event.roles,
                            .entities = event.entities,
                            .closed = event.password_hash.is_erased()};
}

void Account::apply(const PasswordChanged& event) {
  account_->password_hash = event.password_hash;
  account_->closed |= event.password_hash.is_erased();
  ++account_->passwords;
  account_->ended_sessions.clear();
}

void Account::apply(const RolesChanged& event) {
  account_->roles = event.roles;
  account_->entities = event.entities;
  account_->edits_for.clear();
}

void Account::apply(const SessionEnded& event) {
  account_->ended_sessions.insert(event.session);
}

void Account::apply(const AccountClosed&) {
  account_->closed = true;
}

void Account::tell(core::Facts& facts) const {
  if (account_) facts.tell(*account_);
  for (const auto& invitation : joined_by_) facts.tell(Joined{account_->id, invitation});
}

Result<void> Account::check_open() const {
  if (!account_)
    return fail(error_of(ErrorKind::NotFound, "unknown-account", "Não há conta com este nome.",
                         "There is no account of this name."));
  if (account_->closed) return fail(account_closed());
  return {};
}

Result<void> Account::check_new(const OpenAccount& command) const {
  if (account_ && account_->closed) return fail(account_closed());
  if (account_)
    return fail(error_of(ErrorKind::Conflict, "account-exists", "Já há uma conta com este nome.",
                         "There is an account of this name already."));
  if (auto checked = check_id(command.account); !checked) return checked;
  if (auto checked = check_person(command); !checked) return checked;
  return check_hash(command.password_hash);
}

Decision Account::decide(const OpenAccount& command, const Context& context) const {
  if (auto checked = check_new(command); !checked) return fail(checked.error());
  if (auto checked = check_roles(command.roles, command.entities); !checked)
    return fail(checked.error());
  if (auto checked = check_entities(command.entities, context.facts); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{AccountOpened{command.account, command.full_name, command.email,
                                                command.password_hash, command.roles,
                                                command.entities}};
}

Decision Account::decide(const ChangePassword& command, const Context&) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  if (auto checked = check_hash(command.password_hash); !checked) return fail(checked.error());
  return std::vector<core::Event>{PasswordChanged{command.account, command.password_hash}};
}

Decision Account::decide(const ChangeRoles& command, const Context& context) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  if (auto checked = check_roles(command.roles, command.entities); !checked)
    return fail(checked.error());
  if (auto checked = check_entities(command.entities, context.facts); !checked)
    return fail(checked.error());
  if (command.roles == account_->roles && command.entities == account_->entities &&
      account_->edits_for.empty())
    return std::vector<core::Event>();
  return std::vector<core::Event>{RolesChanged{command.account, command.roles, command.entities}};
}

Decision Account::decide(const EndSession& command, const Context&) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  if (account_->ended_sessions.contains(command.session)) return std::vector<core::Event>();
  return std::vector<core::Event>{SessionEnded{command.account, command.session}};
}

Decision Account::decide(const CloseAccount& command, const Context&) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  return std::vector<core::Event>{AccountClosed{command.account}};
}

const core::AggregateType& account_type() {
  static const auto type = core::describe_aggregate<Account>(
      core::Events<AccountOpened, PasswordChanged, RolesChanged, EntityJoined, EntityLeft,
                   SessionEnded, AccountClosed>(),
      core::Commands<OpenAccount, ChangePassword, ChangeRoles, OpenInvited, JoinEntity, LeaveEntity,
                     EndSession, CloseAccount>());
  return type;
}

}  // namespace accounts
