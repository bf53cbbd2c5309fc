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

Result<void> is_open(const regulation::Calendar& calendar, const core::Instant& now) {
  if (now < calendar.opens)
    return fail(error_of(ErrorKind::Conflict, "not-open-yet",
                         "As candidaturas a esta edição ainda não abriram.",
                         "This edition does not take dossiers yet."));
  if (now > calendar.submission_deadline) return fail(deadline_passed());
  return {};
}

Result<void> takes_part(const regulation::Regulation& rules, regulation::Category category) {
  if (std::ranges::find(rules.categories, category) == rules.categories.end())
    return fail(core::invalid("category-not-in-edition", "entity",
                              "Esta edição não recebe candidaturas de autarquias deste tipo.",
                              "This edition takes no dossiers of this kind of entity."));
  return {};
}

Result<void> check(const Responsible& responsible) {
  constexpr std::size_t longest = 200;
  Checks checks("responsible");
  checks.text("name", responsible.name.text(), longest);
  checks.text("function", responsible.function.text(), longest);
  return checks.result();
}

Result<void> check_reason(const ScreenDossier& command) {
  constexpr std::size_t longest = 2000;
  if (command.verdict == Verdict::NotEligible && !command.reason)
    return fail(core::invalid("reason-missing", "reason",
                              "Diga por que razão a candidatura não é admitida.",
                              "Say why the dossier is not eligible."));
  Checks checks;
  checks.text("reason", command.reason, longest);
  return checks.result();
}

}  // namespace

std::vector<core::StreamRef> StartDossier::reads(const core::Facts& facts) const {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}, {"entity", entity.text()}};
  if (const auto* known = facts.find<facts::Edition>())
    std::ranges::move(regulation::results_followed(known->regulation), std::back_inserter(streams));
  return streams;
}

void Dossier::apply(const DossierStarted& event) {
  started_ = event;
}
void Dossier::apply(const DossierSubmitted&) {
  submitted_ = true;
}
void Dossier::apply(const DossierScreened& event) {
  verdict_ = event.verdict;
}

Decision Dossier::decide(const StartDossier& command, const core::Context& context) const {
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
  if (auto fits = takes_part(edition->regulation, entity->category); !fits)
    return fail(fits.error());
  const regulation::Applicants applicants(edition->regulation, context.facts);
  if (auto reason = regulation::not_admitted(edition->regulation, entity->category,
                                             applicants.find(command.entity)))
    return fail(core::invalid("not-admitted", "entity", reason->pt, reason->en));
  if (auto open = is_open(edition->regulation.calendar, context.now); !open)
    return fail(open.error());
  return std::vector<core::Event>{DossierStarted{core::dossier_of(command.edition, command.entity),
                                                 command.edition, command.entity,
                                                 entity->category}};
}

Decision Dossier::decide(const SubmitDossier& command, const core::Context& context) const {
  if (auto open = may_change(context); !open) return fail(open.error());
  if (auto checked = check(command.responsible); !checked) return fail(checked.error());
  const auto missing = missing_words(completeness(rules_of(context), sections()));
  if (!missing.pt.empty())
    return fail(error_of(ErrorKind::Invalid, "incomplete",
                         "A candidatura ainda não está completa. " + missing.pt,
                         "The dossier is not complete yet. " + missing.en));
  return std::vector<core::Event>{
      DossierSubmitted{command.dossier, context.now, context.actor.account, command.responsible}};
}

Decision Dossier::decide(const ScreenDossier& command, const core::Context& context) const {
  if (!started_) return fail(unknown_dossier());
  if (!submitted_)
    return fail(error_of(ErrorKind::Conflict, "not-submitted",
                         "Esta candidatura não foi submetida.", "This dossier was not submitted."));
  if (verdict_)
    return fail(error_of(ErrorKind::Conflict, "already-screened",
                         "A admissibilidade desta candidatura já foi decidida.",
                         "This dossier has been screened already."));
  if (context.now <= rules_of(context).calendar.submission_deadline)
    return fail(error_of(ErrorKind::Conflict, "screening-too-early",
                         "A admissibilidade verifica-se depois do fim do prazo de candidatura.",
                         "Screening begins after the submission deadline."));
  if (auto checked = check_reason(command); !checked) return fail(checked.error());
  return std::vector<core::Event>{DossierScreened{
      command.dossier, context.now, context.actor.account, command.verdict, command.reason}};
}

void Dossier::tell(core::Facts& facts) const {
  if (!started_) return;
  facts::Dossier told{started_->dossier, started_->category, facts::DossierState::Draft, {}};
  if (submitted_) told.state = facts::DossierState::Submitted;
  if (verdict_)
    told.state = *verdict_ == Verdict::Eligible ? facts::DossierState::Eligible
                                                : facts::DossierState::NotEligible;
  for (const auto& [id, record] : records_.standing()) {
    const auto* programme = std::get_if<Programme>(record);
    if (programme != nullptr && programme->good_practice) told.good_practices.push_back(id);
    told.themes.insert(theme_of(*record));
    std::ranges::move(partners_of(*record), std::back_inserter(told.partners));
  }
  facts.tell(std::move(told));
}

Result<void> Dossier::may_change(const core::Context& context) const {
  if (!started_) return fail(unknown_dossier());
  if (submitted_)
    return fail(error_of(ErrorKind::Conflict, "already-submitted",
                         "A candidatura já foi submetida e não pode ser alterada.",
                         "The dossier has been submitted and cannot be changed."));
  if (context.now > rules_of(context).calendar.submission_deadline) return fail(deadline_passed());
  return {};
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
                   DossierSubmitted, DossierScreened>(),
      core::Commands<StartDossier, AddRecord, ChangeRecord, RemoveRecord, RestoreRecord,
                     AddAttachment, RemoveAttachment, SubmitDossier, ScreenDossier>());
  return type;
}

}  // namespace dossiers
