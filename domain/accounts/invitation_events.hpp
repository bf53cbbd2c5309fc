#pragma once

#include <string>

#include "domain/core/context.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/personal.hpp"

namespace accounts {

/// Somebody who acts for an entity asks a colleague to do so too.
struct InvitationSent {
  static constexpr std::string_view name = "invitation-sent";
  core::InvitationId invitation;
  core::EntityCode entity;
  core::Personal email;  ///< of the colleague
  core::Capacity capacity = core::Capacity::Editor;
  std::string token_sha256;  ///< of the code that the colleague shows
  core::Instant at;
  core::AccountId by;
  core::Instant until;  ///< the last second in which it may be accepted
  FIELDS(invitation, entity, email, capacity, token_sha256, at, by, until)

  [[nodiscard]] core::PersonId person() const {
    return core::PersonId("Invited-" + invitation.text());
  }
};

struct InvitationAccepted {
  static constexpr std::string_view name = "invitation-accepted";
  core::InvitationId invitation;
  core::EntityCode entity;
  core::AccountId account;
  core::Instant at;
  FIELDS(invitation, entity, account, at)
};

struct InvitationWithdrawn {
  static constexpr std::string_view name = "invitation-withdrawn";
  core::InvitationId invitation;
  core::EntityCode entity;
  core::Instant at;
  core::AccountId by;
  FIELDS(invitation, entity, at, by)
};

}  // namespace accounts
