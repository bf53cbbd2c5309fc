#include "domain/accounts/invitation.hpp"

#include <algorithm>
#include <chrono>

#include "domain/accounts/account_checks.hpp"
#include "domain/accounts/membership.hpp"
#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace accounts {
namespace {

using core::Context;
using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::invalid;
using core::Result;

constexpr std::chrono::days open_for(14);

core::Error unknown_invitation() {
  return error_of(ErrorKind::NotFound, "unknown-invitation",
                  "Não há convite com este código. Confirme que o copiou por inteiro.",
                  "There is no invitation with this code. Check that you copied all of it.");
}

/// The code must not reach the log: what arrives has to look like its digest.
bool is_digest(const std::string& text) {
  constexpr std::size_t length = 64;
  return text.size() == length && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

Result<void> check(const SendInvitation& command, const core::Facts& facts) {
  constexpr std::size_t longest_id = 64;  // a pseudonym is made of it
  if (command.invitation.text().size() > longest_id)
    return fail(invalid("invitation-id", "invitation", "Use até 64 letras, algarismos e hífenes.",
                        "Use up to 64 letters, digits and hyphens."));
  if (!core::is_email(command.email))
    return fail(invalid("email", "email", "Escreva um endereço como nome@exemplo.pt.",
                        "Write an address such as name@example.pt."));
  if (!is_digest(command.token_sha256))
    return fail(invalid("token-digest", "token_sha256",
                        "O código do convite tem de vir resumido com SHA-256.",
                        "The invitation's code has to come as its SHA-256."));
  if (facts.find<facts::Entity>() == nullptr)
    return fail(invalid("unknown-entity", "entity", "Não há autarquia com este código.",
                        "No entity has this code."));
  return {};
}

Result<void> check_account(const AcceptInvitation& command, const core::Facts& facts) {
  const auto accounts = facts.all<facts::Account>();
  const auto found = std::ranges::find(accounts, command.account, &facts::Account::id);
  const bool exists = found != accounts.end();
  if (command.newcomer)
    if (auto checked = check_id(command.account); !checked) return checked;
  if (command.newcomer && exists)
    return fail({ErrorKind::Conflict, "account-exists", "account",
                 "Já há uma conta com este nome. Escolha outro.",
                 "There is an account of this name already. Choose another."});
  if (command.newcomer) return {};
  if (!exists)
    return fail(invalid("unknown-account", "account", "Não há conta com este nome.",
                        "There is no account of this name."));
  return check_may_join(**found);
}

/// Whether whoever sent it acts for the entity still; who never did, as an administrator, may.
bool may_still_invite(const InvitationSent& sent, const core::Facts& facts) {
  const auto accounts = facts.all<facts::Account>();
  const auto found = std::ranges::find(accounts, sent.by, &facts::Account::id);
  if (found == accounts.end()) return true;
  const auto has = [](const auto& list, const auto& wanted) {
    return std::ranges::find(list, wanted) != list.end();
  };
  return !(*found)->closed &&
         (has((*found)->entities, sent.entity) || has((*found)->roles, core::Role::Administrator));
}

/// What the invitation says of itself, who sent it, and the account that has accepted it.
std::vector<core::StreamRef> use_of(const core::InvitationId& invitation,
                                    const core::Facts& known) {
  std::vector<core::StreamRef> streams = {{"invitation", invitation.text()}};
  const auto* told = known.find<facts::Invitation>();
  for (const auto& account :
       {told ? told->accepted_by : std::nullopt, told ? told->sent_by : std::nullopt})
    if (account) streams.push_back({"account", account->text()});
  return streams;
}

}  // namespace

std::vector<core::StreamRef> AcceptInvitation::reads(const core::Facts& known) const {
  auto streams = use_of(invitation, known);
  streams.push_back({"account", account.text()});
  return streams;
}

std::vector<core::StreamRef> WithdrawInvitation::reads(const core::Facts& known) const {
  return use_of(invitation, known);
}

void Invitation::apply(const InvitationWithdrawn&) {
  withdrawn_ = true;
  accepted_by_.reset();
}

Decision Invitation::decide(const SendInvitation& command, const Context& context) const {
  if (sent_)
    return fail({ErrorKind::Conflict, "invitation-exists", "invitation",
                 "Já há um convite com este nome.",
                 "There is an invitation of this name already."});
  if (auto checked = check(command, context.facts); !checked) return fail(checked.error());
  return std::vector<core::Event>{InvitationSent{
      command.invitation, command.entity, command.email, command.capacity, command.token_sha256,
      context.now, context.actor.account, core::Instant(context.now.time() + open_for)}};
}

bool Invitation::is_used(const core::Facts& facts) const {
  return accepted_by_ && std::ranges::any_of(facts.all<Joined>(), [&](const Joined* joined) {
           return *joined == Joined{*accepted_by_, sent_->invitation};
         });
}

Result<void> Invitation::check_open(const core::Context& context) const {
  if (is_used(context.facts)) return fail(invitation_used());
  if (withdrawn_)
    return fail(error_of(ErrorKind::Conflict, "invitation-withdrawn",
                         "Este convite foi retirado. Peça outro a quem o convidou.",
                         "This invitation was withdrawn. Ask for another."));
  if (!may_still_invite(*sent_, context.facts))
    return fail(
        error_of(ErrorKind::Conflict, "inviter-gone",
                 "Quem o convidou já não age por esta autarquia. Peça outro convite.",
                 "Who invited you does not act for this entity any more. Ask for another."));
  if (!core::in_time(context.now, sent_->until))
    return fail(error_of(ErrorKind::TooLate, "invitation-over",
                         "O prazo deste convite terminou. Peça outro a quem o convidou.",
                         "The time of this invitation is over. Ask for another."));
  return {};
}

Decision Invitation::decide(const AcceptInvitation& command, const Context& context) const {
  if (!sent_ || context.writing.sha256(command.token) != sent_->token_sha256)
    return fail(unknown_invitation());
  if (accepted_by_ == command.account) return std::vector<core::Event>();
  if (auto open = check_open(context); !open) return fail(open.error());
  if (auto checked = check_account(command, context.facts); !checked) return fail(checked.error());
  return std::vector<core::Event>{
      InvitationAccepted{command.invitation, sent_->entity, command.account, context.now}};
}

Decision Invitation::decide(const WithdrawInvitation& command, const Context& context) const {
  if (!sent_) return fail(unknown_invitation());
  if (is_used(context.facts)) return fail(invitation_used());
  if (withdrawn_) return std::vector<core::Event>();
  return std::vector<core::Event>{
      InvitationWithdrawn{command.invitation, sent_->entity, context.now, context.actor.account}};
}

void Invitation::tell(core::Facts& facts) const {
  if (sent_)
    facts.tell(facts::Invitation{sent_->invitation, sent_->entity, sent_->email, sent_->capacity,
                                 accepted_by_, sent_->by});
}

const core::AggregateType& invitation_type() {
  static const auto type = core::describe_aggregate<Invitation>(
      core::Events<InvitationSent, InvitationAccepted, InvitationWithdrawn>(),
      core::Commands<SendInvitation, AcceptInvitation, WithdrawInvitation>());
  return type;
}

}  // namespace accounts
