#include "domain/permissions.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "domain/accounts/account.hpp"
#include "domain/accounts/invitation.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/dossiers/attachments.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/dossiers/link_checks.hpp"
#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "domain/facts.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "domain/persons/person.hpp"
#include "domain/practices/practice.hpp"

namespace permissions {
namespace {

using core::Actor;
using core::Command;
using core::Role;

struct Rule {
  const core::RecordType* command;
  std::function<bool(const Actor&, const Command&, const core::Facts& target)> permits;
};

template <class C>
Rule rule(std::function<bool(const Actor&, const C&)> permits) {
  return {&core::record_type<C>,
          [permits = std::move(permits)](const Actor& actor, const Command& command,
                                         const core::Facts&) {
            return permits(actor, command.get<C>());
          }};
}

template <class C>
Rule by(Role role) {
  return rule<C>([role](const Actor& actor, const C&) { return actor.is(role); });
}

bool submits_for(const Actor& actor, const core::EntityCode& entity) {
  return actor.is(Role::Applicant) && actor.entities.contains(entity);
}

bool acts_for(const Actor& actor, const core::EntityCode& entity) {
  return submits_for(actor, entity) ||
         (actor.is(Role::Applicant) && actor.edits_for.contains(entity));
}

/// An applicant, for the entity whose dossier it is.
template <class C>
Rule by_owner_of_dossier() {
  return rule<C>([](const Actor& actor, const C& command) {
    return acts_for(actor, core::entity_of(command.dossier));
  });
}

/// An applicant who may answer for the entity, not fill its dossier alone.
template <class C>
Rule by_submitter_of_dossier() {
  return rule<C>([](const Actor& actor, const C& command) {
    return submits_for(actor, core::entity_of(command.dossier));
  });
}

/// Who looks after the accounts, or answers for the entity.
bool leads_team(const Actor& actor, const core::EntityCode& entity) {
  return actor.is(Role::Administrator) || submits_for(actor, entity);
}

/// Nobody else acts for an account.
template <class C>
Rule by_the_account() {
  return rule<C>(
      [](const Actor& actor, const C& command) { return actor.account == command.account; });
}

Rule withdraw_invitation() {
  return {&core::record_type<accounts::WithdrawInvitation>,
          [](const Actor& actor, const Command&, const core::Facts& target) {
            const auto* invitation = target.find<facts::Invitation>();
            return invitation != nullptr && leads_team(actor, invitation->entity);
          }};
}

/// The secretariat, or an applicant for the entity whose practice it is.
template <class C>
Rule by_owner_of_practice() {
  return {&core::record_type<C>, [](const Actor& actor, const Command&, const core::Facts& target) {
            const auto* practice = target.find<facts::Practice>();
            return actor.is(Role::Secretariat) ||
                   (practice != nullptr && acts_for(actor, practice->entity));
          }};
}

/// A juror, for nobody else.
template <class C>
Rule by_the_juror() {
  return rule<C>([](const Actor& actor, const C& command) {
    return actor.is(Role::Juror) && actor.account == command.juror;
  });
}

std::vector<Rule> account_rules() {
  return {
      by<entities::RegisterEntity>(Role::Administrator),
      by<accounts::OpenAccount>(Role::Administrator),
      rule<accounts::ChangePassword>([](const Actor& actor, const auto& command) {
        return actor.is(Role::Administrator) || actor.account == command.account;
      }),
      by<accounts::ChangeRoles>(Role::Administrator),
      by_the_account<accounts::EndSession>(),
      rule<accounts::SendInvitation>([](const Actor& actor, const auto& command) {
        return leads_team(actor, command.entity);
      }),
      withdraw_invitation(),
      by_the_account<accounts::AcceptInvitation>(),
      by_the_account<accounts::OpenInvited>(),
      by_the_account<accounts::JoinEntity>(),
      rule<accounts::LeaveEntity>([](const Actor& actor, const auto& command) {
        return actor.account == command.account || leads_team(actor, command.entity);
      }),
      by<accounts::CloseAccount>(Role::Administrator),
      by<persons::ErasePerson>(Role::Administrator),
  };
}

std::vector<Rule> edition_and_dossier_rules() {
  return {
      by<editions::DraftEdition>(Role::Secretariat),
      by<editions::CloneEdition>(Role::Secretariat),
      by<editions::FreezeEdition>(Role::Secretariat),
      by<editions::ExtendDeadline>(Role::Secretariat),
      by<editions::ExtendScoring>(Role::Secretariat),
      by<editions::ExtendHearing>(Role::Secretariat),
      by<editions::ExtendComplaints>(Role::Secretariat),
      rule<editions::OpenEdition>([](const Actor& actor, const auto&) {
        return actor.is(Role::Secretariat) || actor.is(Role::Administrator);
      }),
      rule<dossiers::StartDossier>(
          [](const Actor& actor, const auto& command) { return acts_for(actor, command.entity); }),
      by_owner_of_dossier<dossiers::AddRecord>(),
      by_owner_of_dossier<dossiers::ImportRecords>(),
      by_owner_of_dossier<dossiers::ChangeRecord>(),
      by_owner_of_dossier<dossiers::RemoveRecord>(),
      by_owner_of_dossier<dossiers::AddAttachment>(),
      by_owner_of_dossier<dossiers::RemoveAttachment>(),
      by_owner_of_dossier<dossiers::RestoreRecord>(),
      by<dossiers::NoteLink>(Role::Administrator),
      by_submitter_of_dossier<dossiers::SubmitDossier>(),
      by<dossiers::AskClarification>(Role::Secretariat),
      by_submitter_of_dossier<dossiers::GiveClarification>(),
      by_submitter_of_dossier<dossiers::WithdrawDossier>(),
      by<dossiers::ScreenDossier>(Role::Secretariat),
      by_submitter_of_dossier<dossiers::ContestScreening>(),
  };
}

std::vector<Rule> jury_and_result_rules() {
  return {
      by<jury::AppointJuror>(Role::Secretariat),
      by<jury::DismissJuror>(Role::Secretariat),
      by<jury::DescribeJuror>(Role::Secretariat),
      by<jury::RulePair>(Role::Secretariat),
      by<jury::AskConflicts>(Role::Secretariat),
      by_the_juror<jury::AnswerConflict>(),
      by<jury::ImposeConflict>(Role::Secretariat),
      by<jury::WaiveConflict>(Role::Secretariat),
      by<jury::AssignJurors>(Role::Secretariat),
      by_the_juror<jury::ScoreDossier>(),
      by_the_juror<jury::SealEvaluation>(),
      by_the_juror<jury::ReviseEvaluation>(),
      by<awards::ComputeResult>(Role::Secretariat),
      by<jury::ReleaseComments>(Role::Secretariat),
      by<awards::VoteOnResult>(Role::Juror),
      by<awards::PublishResult>(Role::Secretariat),
      by<awards::FinaliseResult>(Role::Secretariat),
      by<awards::CloseResult>(Role::Secretariat),
      by<awards::RecordPastResult>(Role::Secretariat),
      by_submitter_of_dossier<awards::FileComplaint>(),
      by<awards::DecideComplaint>(Role::Secretariat),
  };
}

std::vector<Rule> practice_rules() {
  return {
      rule<practices::ProposePractice>([](const Actor& actor, const auto& command) {
        return actor.is(Role::Secretariat) || acts_for(actor, command.entity);
      }),
      by_owner_of_practice<practices::RevisePractice>(),
      by<practices::ReviewPractice>(Role::Secretariat),
      by<practices::PublishPractice>(Role::Secretariat),
      by_owner_of_practice<practices::ConfirmPractice>(),
  };
}

const std::vector<Rule>& rules() {
  static const auto all = [] {
    std::vector<Rule> joined;
    for (const auto part :
         {account_rules, edition_and_dossier_rules, jury_and_result_rules, practice_rules})
      std::ranges::move(part(), std::back_inserter(joined));
    return joined;
  }();
  return all;
}

const Rule* rule_for(const core::RecordType& command) {
  const auto found = std::ranges::find(rules(), &command, &Rule::command);
  return found == rules().end() ? nullptr : &*found;
}

core::Result<void> answer(const Actor& actor, bool permitted) {
  if (permitted) return {};
  if (actor.account.empty())
    return core::fail(core::error_of(core::ErrorKind::Unauthenticated, "not-signed-in",
                                     "Entre na sua conta para continuar.",
                                     "Sign in to your account to go on."));
  return core::fail(core::error_of(core::ErrorKind::Forbidden, "not-permitted",
                                   "A sua conta não permite fazer isto.",
                                   "Your account does not permit this."));
}

bool may_read(const Actor& actor, Audience audience, const Subject& subject) {
  const bool is_juror_of_it =
      actor.is(Role::Juror) &&
      std::ranges::find(subject.jurors, actor.account) != subject.jurors.end();
  switch (audience) {
    case Audience::Everyone:
      return true;
    case Audience::SignedIn:
      return !actor.account.empty();
    case Audience::Owner:
      return actor.is(Role::Secretariat) || acts_for(actor, subject.entity);
    case Audience::Dossier:
      return actor.is(Role::Secretariat) || acts_for(actor, subject.entity) || is_juror_of_it;
    case Audience::Evaluation:
      return is_juror_of_it;
    case Audience::Panel:
      return actor.is(Role::Secretariat) || is_juror_of_it;
    case Audience::Secretariat:
      return actor.is(Role::Secretariat);
    case Audience::Administrator:
      return actor.is(Role::Administrator);
  }
  return false;
}

}  // namespace

core::Result<void> permit(const Actor& actor, const Command& command, const core::Facts& target) {
  const auto* found = rule_for(command.type());
  const bool permitted = found != nullptr && found->permits(actor, command, target);
  return answer(actor, permitted && !actor.account.empty());
}

bool has_rule(const core::RecordType& command) {
  return rule_for(command) != nullptr;
}

bool tells_version(const core::RecordType& command) {
  return &command != &core::record_type<jury::AnswerConflict> &&
         &command != &core::record_type<awards::VoteOnResult> &&
         &command != &core::record_type<awards::FileComplaint>;
}

core::Result<void> permit_reading(const Actor& actor, Audience audience, const Subject& subject) {
  return answer(actor, may_read(actor, audience, subject));
}

}  // namespace permissions
