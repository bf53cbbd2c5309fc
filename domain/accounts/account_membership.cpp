#include <algorithm>

#include "domain/accounts/account.hpp"
#include "domain/accounts/account_checks.hpp"

namespace accounts {
namespace {

using core::Context;
using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::Result;

/// The invitation, once this account has accepted it.
Result<const facts::Invitation*> accepted_by(const core::AccountId& account,
                                             const core::Facts& facts) {
  const auto* invitation = facts.find<facts::Invitation>();
  if (invitation != nullptr && invitation->accepted_by == account) return invitation;
  return fail(error_of(ErrorKind::Conflict, "invitation-not-accepted",
                       "Esta conta não aceitou este convite.",
                       "This account has not accepted this invitation."));
}

EntityJoined joined(const core::AccountId& account, const facts::Invitation& invitation) {
  return {account, invitation.entity, invitation.capacity, invitation.id};
}

}  // namespace

Result<void> check_may_join(const facts::Account& account) {
  if (account.closed) return fail(account_closed());
  if (std::ranges::any_of(account.roles,
                          [](core::Role role) { return role != core::Role::Applicant; }))
    return fail(error_of(ErrorKind::Conflict, "account-roles",
                         "Esta conta tem outro papel no prémio e não pode apresentar candidaturas.",
                         "This account has another role in the award and cannot apply."));
  return {};
}

core::Error invitation_used() {
  return error_of(ErrorKind::Conflict, "invitation-used", "Este convite já foi aceite.",
                  "This invitation has been accepted already.");
}

void Account::apply(const EntityJoined& event) {
  join(*account_, event);
  joined_by_.insert(event.invitation);
}

void Account::apply(const EntityLeft& event) {
  leave(*account_, event.entity);
}

Decision Account::decide(const OpenInvited& command, const Context& context) const {
  const auto invitation = accepted_by(command.account, context.facts);
  if (!invitation) return fail(invitation.error());
  const OpenAccount opening{command.account,       command.full_name,       (*invitation)->email,
                            command.password_hash, {core::Role::Applicant}, {}};
  if (auto checked = check_new(opening); !checked) return fail(checked.error());
  return std::vector<core::Event>{AccountOpened{opening.account,
                                                opening.full_name,
                                                opening.email,
                                                opening.password_hash,
                                                opening.roles,
                                                {}},
                                  joined(command.account, **invitation)};
}

Decision Account::decide(const JoinEntity& command, const Context& context) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  const auto invitation = accepted_by(command.account, context.facts);
  if (!invitation) return fail(invitation.error());
  if (auto may = check_may_join(*account_); !may) return fail(may.error());
  if (joined_by_.contains(command.invitation)) return fail(invitation_used());
  return std::vector<core::Event>{joined(command.account, **invitation)};
}

Decision Account::decide(const LeaveEntity& command, const Context& context) const {
  if (auto checked = check_open(); !checked) return fail(checked.error());
  const auto acts_for = [&](const std::vector<core::EntityCode>& entities) {
    return std::ranges::find(entities, command.entity) != entities.end();
  };
  if (!acts_for(account_->entities) && !acts_for(account_->edits_for))
    return fail(core::invalid("not-a-member", "entity", "Esta conta não age por esta autarquia.",
                              "This account does not act for this entity."));
  return std::vector<core::Event>{
      EntityLeft{command.account, command.entity, context.actor.account}};
}

}  // namespace accounts
