#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/personal.hpp"

namespace accounts {

/// Whoever signs in is known by the account's id.
[[nodiscard]] inline core::PersonId person_of(const core::AccountId& account) {
  return core::PersonId(account.text());
}

/// An account whose person is erased is closed.
struct AccountOpened {
  static constexpr std::string_view name = "account-opened";
  core::AccountId account;
  core::Personal full_name;
  core::Personal email;
  core::Personal password_hash;  ///< Argon2id in its textual form
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;  ///< that an applicant submits for
  FIELDS(account, full_name, email, password_hash, roles, entities)

  [[nodiscard]] core::PersonId person() const { return person_of(account); }
};

/// Ends every session that began under the password before.
struct PasswordChanged {
  static constexpr std::string_view name = "password-changed";
  core::AccountId account;
  core::Personal password_hash;
  FIELDS(account, password_hash)

  [[nodiscard]] core::PersonId person() const { return person_of(account); }
};

/// These roles and entities, in place of all before.
struct RolesChanged {
  static constexpr std::string_view name = "roles-changed";
  core::AccountId account;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  FIELDS(account, roles, entities)
};

/// By invitation; in place of what the account was to this entity before.
struct EntityJoined {
  static constexpr std::string_view name = "entity-joined";
  core::AccountId account;
  core::EntityCode entity;
  core::Capacity capacity = core::Capacity::Editor;
  core::InvitationId invitation;
  FIELDS(account, entity, capacity, invitation)
};

struct EntityLeft {
  static constexpr std::string_view name = "entity-left";
  core::AccountId account;
  core::EntityCode entity;
  core::AccountId by;
  FIELDS(account, entity, by)
};

/// Whoever has `entities` and `edits_for` does neither for this one any more.
template <class Account>
void leave(Account& account, const core::EntityCode& entity) {
  std::erase(account.entities, entity);
  std::erase(account.edits_for, entity);
}

/// What whoever has `roles`, `entities` and `edits_for` is from this event on.
template <class Account>
void join(Account& account, const EntityJoined& event) {
  leave(account, event.entity);
  const bool submits = event.capacity == core::Capacity::Submitter;
  (submits ? account.entities : account.edits_for).push_back(event.entity);
  if (std::ranges::find(account.roles, core::Role::Applicant) == account.roles.end())
    account.roles.push_back(core::Role::Applicant);
}

/// Somebody signed out.
struct SessionEnded {
  static constexpr std::string_view name = "session-ended";
  core::AccountId account;
  core::SessionId session;
  FIELDS(account, session)
};

struct AccountClosed {
  static constexpr std::string_view name = "account-closed";
  core::AccountId account;
  FIELDS(account)
};

}  // namespace accounts
