#pragma once

#include <optional>

#include "domain/accounts/account_events.hpp"
#include "domain/accounts/membership.hpp"
#include "domain/core/aggregate.hpp"
#include "domain/facts.hpp"

/// People sign in with their account's id. An e-mail address is where mail goes; two accounts may
/// share one, as an office does.
namespace accounts {

/// Roles, once each; entities where, and only where, one role is applicant.
/// Errors: "account-id", "text-length", "email", "password-hash", "roles", "juror-alone",
/// "entities", "unknown-entity", "account-exists", "account-closed".
struct OpenAccount {
  static constexpr std::string_view name = "account.open";
  core::AccountId account;  ///< lower-case: "candidatura-1701"
  std::string full_name;
  std::string email;
  std::string password_hash;  ///< Argon2id in its textual form, never the password
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  FIELDS(account, full_name, email, password_hash, roles, entities)

  [[nodiscard]] std::string target() const { return account.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& known) const;
};

/// Errors: "password-hash", "unknown-account", "account-closed".
struct ChangePassword {
  static constexpr std::string_view name = "account.change-password";
  core::AccountId account;
  std::string password_hash;
  FIELDS(account, password_hash)

  [[nodiscard]] std::string target() const { return account.text(); }
};

/// In place of all that the account was, as editor too; what it is already changes nothing.
/// Errors: "roles", "juror-alone", "entities", "unknown-entity", "unknown-account",
/// "account-closed".
struct ChangeRoles {
  static constexpr std::string_view name = "account.change-roles";
  core::AccountId account;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  FIELDS(account, roles, entities)

  [[nodiscard]] std::string target() const { return account.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& known) const;
};

/// Signs out of one session; one that has ended already changes nothing.
/// Errors: "unknown-account", "account-closed".
struct EndSession {
  static constexpr std::string_view name = "account.end-session";
  core::AccountId account;
  core::SessionId session;
  FIELDS(account, session)

  [[nodiscard]] std::string target() const { return account.text(); }
};

/// For good: the id is never given out again. Errors: "unknown-account", "account-closed".
struct CloseAccount {
  static constexpr std::string_view name = "account.close";
  core::AccountId account;
  FIELDS(account)

  [[nodiscard]] std::string target() const { return account.text(); }
};

/// One person's way in, and what they may do.
class Account {
 public:
  static constexpr std::string_view category = "account";

  void apply(const AccountOpened& event);
  void apply(const PasswordChanged& event);
  void apply(const RolesChanged& event);
  void apply(const EntityJoined& event);
  void apply(const EntityLeft& event);
  void apply(const SessionEnded& event);
  void apply(const AccountClosed& event);

  [[nodiscard]] core::Decision decide(const OpenAccount& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ChangePassword& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ChangeRoles& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const OpenInvited& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const JoinEntity& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const LeaveEntity& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const EndSession& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const CloseAccount& command, const core::Context&) const;
  /// A facts::Account, and what it has joined by.
  void tell(core::Facts& facts) const;

 private:
  /// Whether there is an open account.
  [[nodiscard]] core::Result<void> check_open() const;
  /// Whether the command may open the account, its roles aside.
  [[nodiscard]] core::Result<void> check_new(const OpenAccount& command) const;

  std::optional<facts::Account> account_;
  std::set<core::InvitationId> joined_by_;
};

[[nodiscard]] const core::AggregateType& account_type();

}  // namespace accounts
