#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/invitation_events.hpp"
#include "projections/accounts.hpp"
#include "projections/views.hpp"

namespace projections {

/// Whom has each entity invited to its team, and what came of it?
[[nodiscard]] ReadModel invitations_model();

/// Accepted once who has accepted it acts for the entity.
enum class InvitationState { Sent, Accepted, Withdrawn, Expired };
CHOICES(InvitationState, "sent", "accepted", "withdrawn", "expired")

struct InvitationRow {
  core::InvitationId invitation;
  core::EntityCode entity;
  std::string email;
  core::Capacity capacity = core::Capacity::Editor;
  InvitationState state = InvitationState::Sent;  ///< expired in no row: that takes a clock
  core::Instant at;
  core::AccountId by;
  core::Instant until;
  std::optional<core::AccountId> accepted_by;
  FIELDS(invitation, entity, email, capacity, state, at, by, until, accepted_by)
};

struct Member {
  core::AccountId account;
  std::string full_name;
  core::Capacity capacity = core::Capacity::Editor;
  FIELDS(account, full_name, capacity)
};

/// Who acts for an entity, and who was asked to.
struct Team {
  core::EntityCode entity;
  std::vector<Member> members;             ///< by account; closed ones are none
  std::vector<InvitationRow> invitations;  ///< by id
  FIELDS(entity, members, invitations)
};

/// As it is at `now`.
[[nodiscard]] Team team_of(const Views& views, const core::EntityCode& entity,
                           const core::Instant& now);

}  // namespace projections
