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

enum class InvitationState { Sent, Accepted, Withdrawn };
CHOICES(InvitationState, "sent", "accepted", "withdrawn")

struct InvitationRow {
  core::InvitationId invitation;
  core::EntityCode entity;
  std::string email;
  core::Capacity capacity = core::Capacity::Editor;
  InvitationState state = InvitationState::Sent;  ///< one whose time is over stays sent
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

[[nodiscard]] Team team_of(const Views& views, const core::EntityCode& entity);

}  // namespace projections
