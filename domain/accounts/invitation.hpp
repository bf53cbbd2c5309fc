#pragma once

#include <optional>

#include "domain/accounts/invitation_events.hpp"
#include "domain/core/aggregate.hpp"

namespace accounts {

/// It may be accepted within fourteen days. Errors: "invitation-exists", "invitation-id", "email",
/// "token-digest", "unknown-entity".
struct SendInvitation {
  static constexpr std::string_view name = "invitation.send";
  core::InvitationId invitation;
  core::EntityCode entity;
  std::string email;
  core::Capacity capacity = core::Capacity::Editor;
  std::string token_sha256;  ///< the code itself never reaches the log
  FIELDS(invitation, entity, email, capacity, token_sha256)

  [[nodiscard]] std::string target() const { return invitation.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"entity", entity.text()}};
  }
};

/// The same account may accept again, and nothing happens; then it is opened (`OpenInvited`), or
/// joins the entity (`JoinEntity`). Errors: "unknown-invitation" (for a wrong code too),
/// "invitation-used", "invitation-withdrawn", "invitation-over"; "account-id"
/// and "account-exists" on a newcomer's name, "unknown-account" where there is no such account.
struct AcceptInvitation {
  static constexpr std::string_view name = "invitation.accept";
  core::InvitationId invitation;
  core::AccountId account;
  bool newcomer = false;  ///< whether the account is opened with it
  std::string token;
  FIELDS(invitation, account, newcomer, token)

  [[nodiscard]] std::string target() const { return invitation.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"account", account.text()}};
  }
};

/// Errors: "unknown-invitation", "invitation-used". One that was withdrawn already stays so.
struct WithdrawInvitation {
  static constexpr std::string_view name = "invitation.withdraw";
  core::InvitationId invitation;
  FIELDS(invitation)

  [[nodiscard]] std::string target() const { return invitation.text(); }
};

/// One colleague's way into the entity's team.
class Invitation {
 public:
  static constexpr std::string_view category = "invitation";

  void apply(const InvitationSent& event) { sent_ = event; }
  void apply(const InvitationAccepted& event) { accepted_by_ = event.account; }
  void apply(const InvitationWithdrawn&) { withdrawn_ = true; }

  [[nodiscard]] core::Decision decide(const SendInvitation& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const AcceptInvitation& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const WithdrawInvitation& command,
                                      const core::Context& context) const;
  /// A facts::Invitation.
  void tell(core::Facts& facts) const;

 private:
  /// Whether it waits to be accepted.
  [[nodiscard]] core::Result<void> check_open(const core::Instant& now) const;

  std::optional<InvitationSent> sent_;
  std::optional<core::AccountId> accepted_by_;
  bool withdrawn_ = false;
};

[[nodiscard]] const core::AggregateType& invitation_type();

}  // namespace accounts
