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

/// The account is then opened (`OpenInvited`), or joins the entity (`JoinEntity`); until it has,
/// the invitation is not used: the same account may accept again, and nothing happens, or another
/// one in its place. Errors: "unknown-invitation" (for a wrong code too), "invitation-used",
/// "invitation-withdrawn", "inviter-gone" (who sent it left the entity), "invitation-over";
/// "account-id" and "account-exists" on a newcomer's name; "unknown-account", "account-closed",
/// "account-roles" of one that is there.
struct AcceptInvitation {
  static constexpr std::string_view name = "invitation.accept";
  core::InvitationId invitation;
  core::AccountId account;
  bool newcomer = false;  ///< whether the account is opened with it
  std::string token;
  FIELDS(invitation, account, newcomer, token)

  [[nodiscard]] std::string target() const { return invitation.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& known) const;
};

/// Errors: "unknown-invitation", "invitation-used". One that was withdrawn already stays so.
struct WithdrawInvitation {
  static constexpr std::string_view name = "invitation.withdraw";
  core::InvitationId invitation;
  FIELDS(invitation)

  [[nodiscard]] std::string target() const { return invitation.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& known) const;
};

/// One colleague's way into the entity's team.
class Invitation {
 public:
  static constexpr std::string_view category = "invitation";

  void apply(const InvitationSent& event) { sent_ = event; }
  void apply(const InvitationAccepted& event) { accepted_by_ = event.account; }
  void apply(const InvitationWithdrawn&);

  [[nodiscard]] core::Decision decide(const SendInvitation& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const AcceptInvitation& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const WithdrawInvitation& command,
                                      const core::Context& context) const;
  /// A facts::Invitation.
  void tell(core::Facts& facts) const;

 private:
  /// Whether who has accepted it has joined.
  [[nodiscard]] bool is_used(const core::Facts& facts) const;
  /// Whether it waits to be accepted.
  [[nodiscard]] core::Result<void> check_open(const core::Context& context) const;

  std::optional<InvitationSent> sent_;
  std::optional<core::AccountId> accepted_by_;
  bool withdrawn_ = false;
};

[[nodiscard]] const core::AggregateType& invitation_type();

}  // namespace accounts
