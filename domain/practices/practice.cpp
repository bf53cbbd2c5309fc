#include "domain/practices/practice.hpp"

#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace practices {
namespace {

using core::Context;
using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::invalid;
using core::Result;

Result<void> check_id(const core::PracticeId& practice) {
  constexpr std::size_t longest = 80;
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  };
  const auto& id = practice.text();
  if (id.empty() || id.size() > longest || !std::ranges::all_of(id, allowed))
    return fail(invalid("practice-id", "practice",
                        "Use até 80 letras minúsculas sem acento, algarismos e hífenes.",
                        "Use up to 80 unaccented lower-case letters, digits and hyphens."));
  return {};
}

const facts::Dossier* find_dossier(const core::Facts& facts, const core::DossierId& id) {
  for (const auto* dossier : facts.all<facts::Dossier>())
    if (dossier->id == id) return dossier;
  return nullptr;
}

Result<void> check_origin(const Proposal& proposal, const core::Facts& facts) {
  const auto* dossier = find_dossier(facts, proposal.dossier);
  if (dossier == nullptr)
    return fail(invalid("unknown-dossier", "dossier", "Esta candidatura não existe.",
                        "There is no such dossier."));
  if (core::entity_of(proposal.dossier) != proposal.entity)
    return fail(invalid("practice-entity", "entity", "A candidatura é de outra autarquia.",
                        "The dossier is another entity's."));
  if (dossier->state != facts::DossierState::Eligible)
    return fail(invalid("not-eligible", "dossier", "Esta candidatura não foi admitida.",
                        "This dossier has not been found eligible."));
  if (std::ranges::find(dossier->good_practices, proposal.record_id) ==
      dossier->good_practices.end())
    return fail(invalid("record-not-offered", "record_id",
                        "A candidatura não propõe este registo como boa prática.",
                        "The dossier does not offer this record as a good practice."));
  return {};
}

/// The last day that has begun in Portugal, which in summer is an hour ahead of UTC.
core::Date last_day_begun(core::Instant now) {
  const auto there = now.time() + std::chrono::hours(1);
  return core::Date(std::chrono::floor<std::chrono::days>(there));
}

std::unexpected<core::Error> conflict(std::string code, std::string pt, std::string en) {
  return fail(error_of(ErrorKind::Conflict, std::move(code), std::move(pt), std::move(en)));
}

}  // namespace

void Practice::tell(core::Facts& facts) const {
  facts.tell(facts::Practice{practice_, entity_});
}

void Practice::apply(const PracticeProposed& event) {
  stage_ = Stage::Proposed;
  practice_ = event.practice;
  entity_ = event.entity;
  revision_ = 1;
}

void Practice::apply(const PracticeRevised&) {
  stage_ = Stage::Proposed;
  ++revision_;
}

void Practice::apply(const PracticeReviewed& event) {
  if (event.verdict == Verdict::Return) {
    stage_ = Stage::Returned;
  } else if (event.step == ReviewStep::First) {
    stage_ = Stage::ApprovedOnce;
    first_reviewer_ = event.reviewer;
  } else {
    stage_ = Stage::Approved;
  }
}

void Practice::apply(const PracticePublished&) {
  stage_ = Stage::Published;
  published_ = true;
}

void Practice::apply(const PracticeConfirmed& event) {
  confirmed_on_ = event.on;
}

Result<void> Practice::check_exists() const {
  if (stage_ == Stage::None)
    return fail(error_of(ErrorKind::NotFound, "unknown-practice", "Esta boa prática não existe.",
                         "There is no such practice."));
  return {};
}

Decision Practice::decide(const ProposePractice& command, const Context& context) const {
  if (stage_ != Stage::None)
    return conflict("practice-exists", "Já existe uma boa prática com este código.",
                    "There is a practice with this code already.");
  if (auto checked = check_id(command.practice); !checked) return fail(checked.error());
  if (auto checked = check_origin(command, context.facts); !checked) return fail(checked.error());
  if (auto checked = check(command); !checked) return fail(checked.error());
  return std::vector<core::Event>{PracticeProposed{command}};
}

Decision Practice::decide(const RevisePractice& command, const Context&) const {
  if (auto checked = check_exists(); !checked) return fail(checked.error());
  if (stage_ != Stage::Returned && stage_ != Stage::Published)
    return conflict("under-review", "Esta boa prática está a ser revista.",
                    "This practice is under review.");
  if (auto checked = check(command); !checked) return fail(checked.error());
  return std::vector<core::Event>{PracticeRevised{command}};
}

Result<void> Practice::check_review(const ReviewPractice& command,
                                    const core::AccountId& reviewer) const {
  const bool first = command.step == ReviewStep::First;
  if (stage_ != (first ? Stage::Proposed : Stage::ApprovedOnce))
    return fail({ErrorKind::Conflict, "review-order", "step",
                 "Não é este o passo de revisão em que a boa prática está.",
                 "This is not the review step at which the practice stands."});
  if (!first && reviewer == first_reviewer_)
    return fail(error_of(ErrorKind::Forbidden, "same-reviewer",
                         "O segundo passo cabe a outra pessoa.",
                         "The second step is for somebody else."));
  return core::check_length(command.note, "note", command.verdict == Verdict::Return ? 1 : 0, 1000);
}

Decision Practice::decide(const ReviewPractice& command, const Context& context) const {
  if (auto checked = check_exists(); !checked) return fail(checked.error());
  const auto& reviewer = context.actor.account;
  if (auto checked = check_review(command, reviewer); !checked) return fail(checked.error());
  return std::vector<core::Event>{
      PracticeReviewed{command.practice, command.step, command.verdict, command.note, reviewer}};
}

Decision Practice::decide(const PublishPractice& command, const Context&) const {
  if (auto checked = check_exists(); !checked) return fail(checked.error());
  if (stage_ != Stage::Approved)
    return conflict("not-approved", "A versão mais recente precisa de duas aprovações.",
                    "The latest version needs two approvals.");
  return std::vector<core::Event>{PracticePublished{command.practice, revision_}};
}

Decision Practice::decide(const ConfirmPractice& command, const Context& context) const {
  if (auto checked = check_exists(); !checked) return fail(checked.error());
  if (!published_)
    return conflict("not-published", "Só se confirma uma boa prática publicada.",
                    "Only a published practice is confirmed.");
  if (command.on > last_day_begun(context.now))
    return fail(invalid("confirmed-in-future", "on", "Esta data ainda não chegou.",
                        "This date has not come yet."));
  if (confirmed_on_ && command.on <= *confirmed_on_)
    return fail(invalid("confirmation-order", "on",
                        "Já há uma confirmação desta data ou posterior.",
                        "There is a confirmation of this date or a later one."));
  return std::vector<core::Event>{PracticeConfirmed{command.practice, command.on}};
}

const core::AggregateType& practice_type() {
  static const auto type = core::describe_aggregate<Practice>(
      core::Events<PracticeProposed, PracticeRevised, PracticeReviewed, PracticePublished,
                   PracticeConfirmed>(),
      core::Commands<ProposePractice, RevisePractice, ReviewPractice, PublishPractice,
                     ConfirmPractice>());
  return type;
}

}  // namespace practices
