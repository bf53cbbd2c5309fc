#include "domain/dossiers/dossier.hpp"

#include <algorithm>

#include "domain/dossiers/checks.hpp"
#include "domain/dossiers/completeness.hpp"
#include "domain/dossiers/dossier_faults.hpp"
#include "domain/dossiers/partners.hpp"
#include "domain/facts.hpp"
#include "domain/regulation/eligibility.hpp"

namespace dossiers {
namespace {

using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::Result;

Result<void> is_open(const core::Context& context) {
  const auto phase = phase_of(context);
  if (phase < regulation::Phase::Applications)
    return fail(error_of(ErrorKind::Conflict, "not-open-yet",
                         "As candidaturas a esta edição ainda não abriram.",
                         "This edition does not take dossiers yet."));
  if (phase > regulation::Phase::Applications) return fail(deadline_passed(context));
  return {};
}

Result<void> fits(const regulation::Regulation& rules, regulation::Category category) {
  if (std::ranges::find(rules.categories, category) == rules.categories.end())
    return fail(core::invalid("category-not-in-edition", "entity",
                              "Esta edição não recebe candidaturas de autarquias deste tipo.",
                              "This edition takes no dossiers of this kind of entity."));
  return {};
}

Result<void> is_admitted(const core::EntityCode& entity, regulation::Category category,
                         const core::Context& context) {
  const auto& rules = context.facts.find<facts::Edition>()->regulation;
  const regulation::Applicants applicants(rules, context.facts);
  const auto reason = regulation::not_admitted(rules, category, applicants.find(entity));
  if (!reason) return {};
  return fail(core::invalid("not-admitted", "entity", reason->pt, reason->en));
}

/// What an admission may ask about, once the edition is known.
std::vector<core::StreamRef> admission_read(const core::EditionId& edition,
                                            const core::EntityCode& entity,
                                            const core::Facts& facts) {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}, {"entity", entity.text()}};
  if (const auto* known = facts.find<facts::Edition>())
    std::ranges::move(regulation::results_followed(known->regulation), std::back_inserter(streams));
  return streams;
}

Result<void> check(const Responsible& responsible) {
  constexpr std::size_t longest = 200;
  Checks checks("responsible");
  checks.text("name", responsible.name.text(), longest);
  checks.text("function", responsible.function.text(), longest);
  return checks.result();
}

}  // namespace

std::vector<core::StreamRef> StartDossier::reads(const core::Facts& facts) const {
  return admission_read(edition, entity, facts);
}

std::vector<core::StreamRef> SubmitDossier::reads(const core::Facts& facts) const {
  return admission_read(core::edition_of(dossier), core::entity_of(dossier), facts);
}

void Dossier::apply(const DossierStarted& event) {
  started_ = event;
}
void Dossier::apply(const DossierSubmitted&) {
  submitted_ = true;
}
void Dossier::apply(const DossierWithdrawn&) {
  withdrawn_ = true;
}

Decision Dossier::decide(const StartDossier& command, const core::Context& context) const {
  if (withdrawn_) return fail(takes_part().error());
  if (started_)
    return fail(error_of(ErrorKind::Conflict, "dossier-exists",
                         "Esta autarquia já tem uma candidatura nesta edição.",
                         "This entity has a dossier in this edition already."));
  const auto* edition = context.facts.find<facts::Edition>();
  if (edition == nullptr)
    return fail(core::invalid("unknown-edition", "edition", "Esta edição não existe.",
                              "There is no such edition."));
  const auto* entity = context.facts.find<facts::Entity>();
  if (entity == nullptr)
    return fail(core::invalid("unknown-entity", "entity", "Esta autarquia não existe.",
                              "There is no such entity."));
  if (auto fitting = fits(edition->regulation, entity->category); !fitting)
    return fail(fitting.error());
  if (auto admitted = is_admitted(command.entity, entity->category, context); !admitted)
    return fail(admitted.error());
  if (auto open = is_open(context); !open) return fail(open.error());
  return std::vector<core::Event>{DossierStarted{core::dossier_of(command.edition, command.entity),
                                                 command.edition, command.entity,
                                                 entity->category}};
}

Decision Dossier::decide(const SubmitDossier& command, const core::Context& context) const {
  if (auto open = is_open_draft(context); !open) return fail(open.error());
  if (auto admitted = is_admitted(started_->entity, started_->category, context); !admitted)
    return fail(admitted.error());
  if (auto checked = check(command.responsible); !checked) return fail(checked.error());
  if (auto complete = is_complete(context); !complete) return fail(complete.error());
  return std::vector<core::Event>{
      DossierSubmitted{command.dossier, context.now, context.actor.account, command.responsible}};
}

Decision Dossier::decide(const WithdrawDossier& command, const core::Context& context) const {
  constexpr std::size_t longest = 2000;
  if (auto exists = takes_part(); !exists) return fail(exists.error());
  if (!submitted_) return fail(not_submitted());
  if (verdict_ == Verdict::NotEligible)
    return fail(error_of(ErrorKind::Conflict, "not-eligible", "Esta candidatura não foi admitida.",
                         "This dossier was not eligible."));
  if (phase_of(context) >= regulation::Phase::Hearing)
    return fail(error_of(ErrorKind::TooLate, "withdrawal-too-late",
                         "Uma candidatura só se retira antes da data dos resultados.",
                         "A dossier is withdrawn before the day of the results."));
  Checks checks;
  checks.text("reason", command.reason, longest);
  if (auto checked = checks.result(); !checked) return fail(checked.error());
  return std::vector<core::Event>{
      DossierWithdrawn{command.dossier, context.now, context.actor.account, command.reason}};
}

void Dossier::tell(core::Facts& facts) const {
  if (!started_) return;
  facts::Dossier told{started_->dossier, started_->category, facts::DossierState::Draft, {}};
  if (submitted_) told.state = facts::DossierState::Submitted;
  if (verdict_ && !contested_)
    told.state = *verdict_ == Verdict::Eligible ? facts::DossierState::Eligible
                                                : facts::DossierState::NotEligible;
  if (told.state == facts::DossierState::NotEligible && !heard_) told.turned_down = screened_at_;
  if (withdrawn_) told.state = facts::DossierState::Withdrawn;
  for (const auto& [id, record] : records_.standing()) {
    const auto* programme = std::get_if<Programme>(record);
    told.records.insert(id);
    if (programme != nullptr && programme->good_practice) told.good_practices.push_back(id);
    told.themes.insert(theme_of(*record));
    std::ranges::move(partners_of(*record), std::back_inserter(told.partners));
  }
  facts.tell(std::move(told));
}

Result<void> Dossier::takes_part() const {
  if (!started_) return fail(unknown_dossier());
  if (withdrawn_)
    return fail(error_of(ErrorKind::Conflict, "dossier-withdrawn",
                         "Esta candidatura foi retirada pela autarquia.",
                         "This dossier was withdrawn by its entity."));
  return {};
}

Result<void> Dossier::is_open_draft(const core::Context& context) const {
  if (auto exists = takes_part(); !exists) return exists;
  if (submitted_)
    return fail(error_of(ErrorKind::Conflict, "already-submitted",
                         "A candidatura já foi submetida e não pode ser alterada.",
                         "The dossier has been submitted and cannot be changed."));
  if (phase_of(context) > regulation::Phase::Applications) return fail(deadline_passed(context));
  return {};
}

Result<void> Dossier::may_change(const core::Context& context,
                                 std::optional<regulation::Section> section) const {
  if (asked_ && !clarified_ && !verdict_ && !withdrawn_)
    return may_change_in(*asked_, context.now, section);
  return is_open_draft(context);
}

Result<void> Dossier::is_complete(const core::Context& context) const {
  const auto missing = missing_words(completeness(rules_of(context), sections()));
  if (missing.pt.empty()) return {};
  return fail(error_of(ErrorKind::Invalid, "incomplete",
                       "A candidatura ainda não está completa. " + missing.pt,
                       "The dossier is not complete yet. " + missing.en));
}

std::vector<regulation::Section> Dossier::sections() const {
  std::vector<regulation::Section> sections;
  for (const auto& [id, record] : records_.standing()) sections.push_back(section_of(*record));
  return sections;
}

const core::AggregateType& dossier_type() {
  static const auto type = core::describe_aggregate<Dossier>(
      core::Events<DossierStarted, DossierRecordAdded, DossierRecordChanged, DossierRecordRemoved,
                   DossierRecordRestored, DossierAttachmentAdded, DossierAttachmentRemoved,
                   DossierSubmitted, ClarificationAsked, ClarificationGiven, DossierWithdrawn,
                   DossierScreened, ScreeningContested>(),
      core::Commands<StartDossier, AddRecord, ImportRecords, ChangeRecord, RemoveRecord,
                     RestoreRecord, AddAttachment, RemoveAttachment, SubmitDossier,
                     AskClarification, GiveClarification, WithdrawDossier, ScreenDossier,
                     ContestScreening>());
  return type;
}

}  // namespace dossiers
