#include "projections/invitations.hpp"

#include <algorithm>

namespace projections {
namespace {

using namespace accounts;
using core::Recorded;

std::string key_of(const core::EntityCode& entity, const core::InvitationId& invitation) {
  return row_key({entity.text(), invitation.text()});
}

template <class E, class Change>
void change(const E& e, Rows& rows, Change change) {
  auto row = rows.find<InvitationRow>(key_of(e.entity, e.invitation));
  core::ensure(row.has_value(), "an invitation is sent before it is answered");
  change(*row);
  rows.put_record(key_of(e.entity, e.invitation), *row);
}

bool contains(const std::vector<core::EntityCode>& entities, const core::EntityCode& entity) {
  return std::ranges::find(entities, entity) != entities.end();
}

}  // namespace

ReadModel invitations_model() {
  ReadModel model({"invitations", 2});
  model.on<InvitationSent>([](const InvitationSent& e, const Recorded&, Rows& rows) {
    rows.put_record(key_of(e.entity, e.invitation), InvitationRow{e.invitation,
                                                                  e.entity,
                                                                  e.email,
                                                                  e.capacity,
                                                                  InvitationState::Sent,
                                                                  e.at,
                                                                  e.by,
                                                                  e.until,
                                                                  {}});
  });
  model.on<EntityJoined>([](const EntityJoined& e, const Recorded&, Rows& rows) {
    change(e, rows, [&](InvitationRow& row) {
      row.state = InvitationState::Accepted;
      row.accepted_by = e.account;
    });
  });
  model.on<InvitationWithdrawn>([](const InvitationWithdrawn& e, const Recorded&, Rows& rows) {
    change(e, rows, [](InvitationRow& row) { row.state = InvitationState::Withdrawn; });
  });
  return model;
}

Team team_of(const Views& views, const core::EntityCode& entity, const core::Instant& now) {
  Team team{entity, {}, {}};
  for (auto& account : all_accounts(*views.view("accounts"))) {
    const bool submits = contains(account.entities, entity);
    if (account.closed || (!submits && !contains(account.edits_for, entity))) continue;
    team.members.push_back({account.account, std::move(account.full_name),
                            submits ? core::Capacity::Submitter : core::Capacity::Editor});
  }
  team.invitations =
      rows_under<InvitationRow>(*views.view("invitations"), row_key({entity.text(), ""}));
  for (auto& invitation : team.invitations)
    if (invitation.state == InvitationState::Sent && !core::in_time(now, invitation.until))
      invitation.state = InvitationState::Expired;
  return team;
}

}  // namespace projections
