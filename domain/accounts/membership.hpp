#pragma once

#include "domain/core/aggregate.hpp"
#include "domain/core/ids.hpp"

/// How colleagues come to act for an entity, and cease to.
namespace accounts {

/// An account has come to act for an entity by this invitation, whatever became of it since.
struct Joined {
  core::AccountId account;
  core::InvitationId invitation;
  friend bool operator==(const Joined&, const Joined&) = default;
};

/// Opens the account that has accepted an invitation, for the invited address. Errors: those of
/// `OpenAccount` on name and password, "account-exists", "invitation-not-accepted".
struct OpenInvited {
  static constexpr std::string_view name = "account.open-invited";
  core::AccountId account;
  core::InvitationId invitation;
  std::string full_name;
  std::string password_hash;  ///< Argon2id in its textual form, never the password
  FIELDS(account, invitation, full_name, password_hash)

  [[nodiscard]] std::string target() const { return account.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"invitation", invitation.text()}};
  }
};

/// The invitation's entity and capacity are the account's from then on; who leaves comes back by
/// another one. Errors: "unknown-account", "account-closed", "invitation-not-accepted",
/// "invitation-used", "account-roles" (who judges or organises does not apply).
struct JoinEntity {
  static constexpr std::string_view name = "account.join-entity";
  core::AccountId account;
  core::InvitationId invitation;
  FIELDS(account, invitation)

  [[nodiscard]] std::string target() const { return account.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"invitation", invitation.text()}};
  }
};

/// Errors: "unknown-account", "account-closed", "not-a-member" on the entity.
struct LeaveEntity {
  static constexpr std::string_view name = "account.leave-entity";
  core::AccountId account;
  core::EntityCode entity;
  FIELDS(account, entity)

  [[nodiscard]] std::string target() const { return account.text(); }
};

}  // namespace accounts
