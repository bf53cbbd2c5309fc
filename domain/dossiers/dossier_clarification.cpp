#include <algorithm>
#include <set>

#include "domain/dossiers/checks.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/dossier_faults.hpp"
#include "domain/dossiers/record_rules.hpp"

namespace dossiers {
namespace {

using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::Result;
using regulation::Section;

constexpr std::size_t longest_text = 2000;

core::Error clarification_over() {
  return error_of(ErrorKind::TooLate, "clarification-over",
                  "O prazo para prestar o esclarecimento terminou.",
                  "The time for the clarification is over.");
}

bool has_section(const regulation::Regulation& rules, Section section) {
  return std::ranges::find(rules.sections, section, &regulation::SectionRules::section) !=
         rules.sections.end();
}

Result<void> check_sections(const std::vector<Section>& sections,
                            const regulation::Regulation& rules) {
  const bool each_once = std::set(sections.begin(), sections.end()).size() == sections.size();
  const bool known =
      std::ranges::all_of(sections, [&](Section section) { return has_section(rules, section); });
  if (!sections.empty() && each_once && known) return {};
  return fail(core::invalid("sections", "sections",
                            "Indique as secções a esclarecer, cada uma uma vez, entre as desta "
                            "edição.",
                            "Name the sections to be clarified, each once, of those that this "
                            "edition has."));
}

Result<void> check(const AskClarification& command, const core::Context& context) {
  const auto& rules = rules_of(context);
  if (auto checked = check_sections(command.sections, rules); !checked) return checked;
  if (command.until <= context.now ||
      regulation::phase_at(rules.calendar, command.until) > regulation::Phase::Scoring)
    return fail(core::invalid("clarification-until", "until",
                              "O prazo do esclarecimento fica entre este momento e o fim do prazo "
                              "de avaliação.",
                              "A clarification ends between now and the scoring deadline."));
  Checks checks;
  checks.text("question", command.question, longest_text);
  return checks.result();
}

/// A round that is asked for again takes nothing back from what it opened.
Result<void> check_widened(const ClarificationAsked& before, const AskClarification& command) {
  if (command.until < before.until)
    return fail(core::invalid("clarification-until", "until",
                              "Já foi dado um prazo maior para o esclarecimento.",
                              "A later moment was given for the clarification already."));
  const std::set now_open(command.sections.begin(), command.sections.end());
  if (std::ranges::all_of(before.sections,
                          [&](auto section) { return now_open.contains(section); }))
    return {};
  return fail(core::invalid("sections", "sections",
                            "As secções já abertas continuam abertas: indique-as também.",
                            "What is open already stays open: name those sections too."));
}

/// "I", "I and III", "I, II and III".
std::string names_of(const std::vector<Section>& sections, std::string_view last_after) {
  std::string names;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (i > 0) names += i + 1 < sections.size() ? ", " : last_after;
    names += regulation::choice_names(sections[i])[static_cast<std::size_t>(sections[i])];
  }
  return names;
}

}  // namespace

Result<void> may_change_in(const ClarificationAsked& round, const core::Instant& now,
                           std::optional<Section> section) {
  if (!core::in_time(now, round.until)) return fail(clarification_over());
  if (!section || std::ranges::find(round.sections, *section) != round.sections.end()) return {};
  const bool one = round.sections.size() == 1;
  return fail(error_of(
      ErrorKind::Conflict, "section-closed",
      std::string("O esclarecimento pedido só permite alterar ") +
          (one ? "a secção " : "as secções ") + names_of(round.sections, " e ") + ".",
      std::string("The clarification that was asked for opens ") +
          (one ? "section " : "sections ") + names_of(round.sections, " and ") + " alone."));
}

void Dossier::apply(const ClarificationAsked& event) {
  if (!asked_) stood_ = standing();
  asked_ = event;
}
void Dossier::apply(const ClarificationGiven&) {
  clarified_ = true;
}

Decision Dossier::decide(const AskClarification& command, const core::Context& context) const {
  if (auto may = may_screen(context); !may) return fail(may.error());
  if (verdict_) return fail(already_screened());
  if (clarified_)
    return fail(error_of(ErrorKind::Conflict, "clarification-asked",
                         "Já foi prestado um esclarecimento sobre esta candidatura, e só há um.",
                         "A clarification of this dossier was given, and there is only one."));
  if (auto checked = check(command, context); !checked) return fail(checked.error());
  if (auto checked = asked_ ? check_widened(*asked_, command) : Result<void>(); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{ClarificationAsked{command.dossier, context.now,
                                                     context.actor.account, command.sections,
                                                     command.question, command.until}};
}

Decision Dossier::decide(const GiveClarification& command, const core::Context& context) const {
  if (auto exists = takes_part(); !exists) return fail(exists.error());
  if (!asked_)
    return fail(error_of(ErrorKind::Conflict, "clarification-not-asked",
                         "Não foi pedido nenhum esclarecimento.",
                         "No clarification was asked for."));
  if (clarified_)
    return fail(error_of(ErrorKind::Conflict, "clarification-given",
                         "O esclarecimento já foi prestado.",
                         "The clarification has been given already."));
  if (!core::in_time(context.now, asked_->until)) return fail(clarification_over());
  Checks checks;
  checks.text("answer", command.answer, longest_text);
  if (auto checked = checks.result(); !checked) return fail(checked.error());
  if (auto complete = is_complete(context); !complete) return fail(complete.error());
  return std::vector<core::Event>{
      ClarificationGiven{command.dossier, context.now, context.actor.account, command.answer}};
}

Dossier::Stood Dossier::standing() const {
  Stood stood;
  for (const auto& [id, record] : records_.standing()) stood.revisions[id] = records_.revision(id);
  for (const auto& [id, attached] : attachments_)
    if (records_.contains(attached.record_id)) stood.attachments.emplace(id, attached);
  return stood;
}

/// Records first: attachments go and come back with them.
std::vector<core::Event> Dossier::brought_back(const core::Writing& writing) const {
  std::vector<core::Event> events;
  if (!asked_ || clarified_) return events;
  Dossier again = *this;
  const auto happens = [&](const auto& event) {
    again.apply(event);
    events.emplace_back(event);
  };
  const auto& dossier = asked_->dossier;
  for (const auto& [id, revision] : stood_.revisions) {
    const auto* standing = records_.find(id);
    const auto& wanted = *records_.find(id, revision);
    if (standing == nullptr || !alike(*standing, wanted, writing))
      happens(DossierRecordRestored{dossier, id, revision, wanted});
  }
  for (const auto& [id, record] : records_.standing())
    if (!stood_.revisions.contains(id)) happens(DossierRecordRemoved{dossier, id});
  for (const auto& [id, attached] : again.standing().attachments) {
    const auto stood = stood_.attachments.find(id);
    if (stood == stood_.attachments.end() ||
        core::digest_of(stood->second, writing) != core::digest_of(attached, writing))
      happens(DossierAttachmentRemoved{dossier, id});
  }
  for (const auto& [id, attached] : stood_.attachments)
    if (again.find(id) == nullptr) happens(attached);
  return events;
}

}  // namespace dossiers
