#include "domain/editions/edition.hpp"

#include <algorithm>
#include <chrono>

#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace editions {
namespace {

/// No dot: it parts dossier from juror in an evaluation's name.
bool is_edition_id(const std::string& id) {
  return id.size() <= 40 && std::ranges::all_of(id, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::vector<core::Error> faults_of_name(const core::EditionId& edition, const std::string& title) {
  std::vector<core::Error> faults;
  if (!is_edition_id(edition.text()))
    faults.push_back(core::invalid(
        "edition-id", "edition", "Use até 40 letras minúsculas sem acento, algarismos e hífenes.",
        "Use up to 40 unaccented lower-case letters, digits and hyphens."));
  if (auto checked = core::check_length(title, "title", 1, 200); !checked)
    faults.push_back(std::move(checked.error()));
  return faults;
}

core::Error edition_exists() {
  return core::error_of(core::ErrorKind::Conflict, "edition-exists",
                        "Já existe uma edição com este código.",
                        "There is an edition with this code already.");
}

/// The same day and hour of the next year, by the clock on the wall; of 29 February, the 28th.
core::Instant a_year_later(const core::Instant& instant, const core::WallClock& clock) {
  namespace chrono = std::chrono;
  const auto time = clock.shown(instant);
  const auto day = chrono::floor<chrono::days>(time);
  auto date = chrono::year_month_day(day) + chrono::years(1);
  if (!date.ok()) date = date.year() / date.month() / chrono::last;
  return clock.moment(chrono::local_days(date) + (time - day));
}

regulation::Regulation of_the_next_year(const facts::Edition& edition,
                                        const core::WallClock& clock) {
  auto rules = edition.frozen_regulation();
  auto& calendar = rules.calendar;
  for (auto* moment :
       {&calendar.opens, &calendar.submission_deadline, &calendar.scoring_deadline,
        &calendar.results, &calendar.hearing_deadline, &calendar.complaints_deadline})
    *moment = a_year_later(*moment, clock);
  rules.follows.insert(rules.follows.begin(), edition.id);
  rules.draw_commitment.reset();
  return rules;
}

/// An edition that was opened here, or whose awards are recorded.
bool is_known(const core::EditionId& edition, const core::Facts& facts) {
  return std::ranges::count(facts.all<facts::Edition>(), edition, &facts::Edition::id) +
             std::ranges::count(facts.all<facts::Outcome>(), edition, &facts::Outcome::edition) >
         0;
}

void add_earlier(std::vector<core::StreamRef>& streams, const core::EditionId& earlier) {
  streams.push_back({"edition", earlier.text()});
  streams.push_back({"result", earlier.text()});
}

core::Result<void> check_follows(const OpenEdition& command, const core::Facts& facts) {
  for (std::size_t i = 0; i < command.regulation.follows.size(); ++i)
    if (!is_known(command.regulation.follows[i], facts))
      return core::fail(core::invalid("unknown-edition", core::item("regulation.follows", i),
                                      "Não há edição anterior com este código.",
                                      "There is no earlier edition of this name."));
  return {};
}

}  // namespace

std::vector<core::Error> faults(const OpenEdition& command, const core::WallClock& lisbon) {
  auto faults = faults_of_name(command.edition, command.title);
  auto found = regulation::faults(command.regulation);
  const auto& calendar = command.regulation.calendar;
  for (const auto check : {regulation::check_hearing_length, regulation::check_complaints_length})
    if (auto checked = check(calendar, lisbon); !checked)
      found.push_back(std::move(checked.error()));
  for (auto& fault : found) {
    fault.field.insert(0, "regulation.");
    faults.push_back(std::move(fault));
  }
  return faults;
}

void Edition::apply(const EditionDrafted& event) {
  draft_ = event;
}

void Edition::apply(const EditionOpened& event) {
  opened_ = event;
  frozen_calendar_ = event.regulation.calendar;
}

std::vector<core::StreamRef> FreezeEdition::reads(const core::Facts& facts) const {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}, {"result", edition.text()}};
  const auto* draft = facts.find<facts::EditionDraft>();
  if (draft == nullptr) return streams;
  for (const auto& earlier : draft->follows)
    if (earlier != edition) add_earlier(streams, earlier);
  return streams;
}

std::vector<core::StreamRef> OpenEdition::reads(const core::Facts&) const {
  std::vector<core::StreamRef> streams = {{"result", edition.text()}};
  for (const auto& earlier : regulation.follows)
    if (earlier != edition) add_earlier(streams, earlier);
  return streams;
}

core::Decision Edition::decide(const OpenEdition& command, const core::Context& context) const {
  if (opened_ || is_known(command.edition, context.facts)) return core::fail(edition_exists());
  if (auto found = faults(command, context.lisbon); !found.empty())
    return core::fail(std::move(found.front()));
  if (auto checked = check_follows(command, context.facts); !checked)
    return core::fail(checked.error());
  const auto& rules = command.regulation;
  if (regulation::phase_at(rules.calendar, context.now) > regulation::Phase::Applications)
    return core::fail(
        core::invalid("deadline-passed", "regulation.calendar.submission_deadline",
                      "O prazo das candidaturas já passou: ninguém se poderia candidatar.",
                      "The submission deadline has passed already: nobody could apply."));
  return std::vector<core::Event>{
      EditionOpened{command.edition, command.title, command.demonstration, rules},
      RegulationFrozen{command.edition, core::digest_of(rules, context.writing),
                       rules.draw_commitment}};
}

core::Decision Edition::decide(const DraftEdition& command, const core::Context&) const {
  if (opened_) return core::fail(edition_exists());
  if (auto found = faults_of_name(command.edition, command.title); !found.empty())
    return core::fail(std::move(found.front()));
  return std::vector<core::Event>{
      EditionDrafted{command.edition, command.title, command.demonstration, command.regulation}};
}

core::Decision Edition::decide(const CloneEdition& command, const core::Context& context) const {
  const auto* from = context.facts.find<facts::Edition>();
  if (from == nullptr)
    return core::fail(core::invalid("unknown-edition", "from", "Esta edição não existe.",
                                    "There is no such edition."));
  return decide(DraftEdition{command.edition, command.title, from->demonstration,
                             of_the_next_year(*from, context.lisbon)},
                context);
}

core::Decision Edition::decide(const FreezeEdition&, const core::Context& context) const {
  if (!draft_)
    return core::fail(core::error_of(core::ErrorKind::NotFound, "no-draft",
                                     "Não há rascunho desta edição.",
                                     "There is no draft of this edition."));
  return decide(
      OpenEdition{draft_->edition, draft_->title, draft_->demonstration, draft_->regulation},
      context);
}

void Edition::tell(core::Facts& facts) const {
  if (opened_)
    facts.tell(facts::Edition{opened_->edition, opened_->regulation, opened_->demonstration,
                              frozen_calendar_});
  else if (draft_)
    facts.tell(facts::EditionDraft{draft_->edition, draft_->regulation.follows});
}

const core::AggregateType& edition_type() {
  static const auto type = core::describe_aggregate<Edition>(
      core::Events<EditionDrafted, EditionOpened, RegulationFrozen, DeadlineExtended,
                   ScoringExtended, HearingExtended, ComplaintsExtended>(),
      core::Commands<DraftEdition, CloneEdition, FreezeEdition, OpenEdition, ExtendDeadline,
                     ExtendScoring, ExtendHearing, ExtendComplaints>());
  return type;
}

}  // namespace editions
