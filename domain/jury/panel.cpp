#include "domain/jury/panel.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "domain/core/text.hpp"

namespace jury {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_note = 2000;

core::Error unknown_edition() {
  return core::error_of(ErrorKind::NotFound, "unknown-edition", "Esta edição não existe.",
                        "There is no such edition.");
}

core::Error not_asked() {
  return core::error_of(ErrorKind::Conflict, "conflict-not-asked",
                        "Este jurado ainda não foi consultado sobre esta candidatura.",
                        "This juror has not been asked about this dossier yet.");
}

core::Error conflict_stands() {
  return core::error_of(ErrorKind::Conflict, "conflict-stands",
                        "Já há um impedimento, que só o secretariado pode levantar.",
                        "There is a conflict already, which only the secretariat can waive.");
}

core::Error unknown_entity(const std::string& field) {
  return core::invalid("unknown-entity", field, "Esta autarquia não existe.",
                       "There is no such autarquia.");
}

const facts::Entity* find_entity(const core::Facts& facts, const core::EntityCode& code) {
  for (const auto* entity : facts.all<facts::Entity>())
    if (entity->code == code) return entity;
  return nullptr;
}

bool is_eligible(const core::Facts& facts, const core::DossierId& dossier) {
  return std::ranges::any_of(facts.all<facts::Dossier>(), [&](const auto* known) {
    return known->id == dossier && known->state == facts::DossierState::Eligible;
  });
}

Result<void> check_dossiers(const core::EditionId& edition,
                            const std::vector<core::DossierId>& dossiers,
                            const core::Facts& facts) {
  if (dossiers.empty())
    return fail(core::invalid("dossiers-missing", "dossiers", "Indique pelo menos uma candidatura.",
                              "Name at least one dossier."));
  std::set<core::DossierId> seen;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const auto field = "dossiers[" + std::to_string(i) + "]";
    if (!seen.insert(dossiers[i]).second)
      return fail(core::invalid("dossier-repeated", field, "Esta candidatura já foi indicada.",
                                "This dossier has been named already."));
    if (core::edition_of(dossiers[i]) != edition || !is_eligible(facts, dossiers[i]))
      return fail(core::invalid("dossier-not-eligible", field,
                                "Esta candidatura não foi admitida nesta edição.",
                                "This dossier has not been found eligible in this edition."));
  }
  return {};
}

std::vector<core::StreamRef> edition_and(const core::EditionId& edition,
                                         const std::vector<core::DossierId>& dossiers) {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}};
  for (const auto& dossier : dossiers) streams.push_back({"dossier", dossier.text()});
  return streams;
}

Result<void> check_answer(const AnswerConflict& command) {
  if (command.has_conflict != command.kind.has_value())
    return fail(core::invalid("conflict-kind", "kind",
                              "Indique a natureza do impedimento, se o há, e só nesse caso.",
                              "Name the kind of conflict if there is one, and only then."));
  return core::check_length(command.note, "note", 0, longest_note);
}

Result<void> check_size(std::int64_t per_dossier, std::int64_t fewest) {
  constexpr std::int64_t most = 30;
  if (per_dossier < fewest || per_dossier > most)
    return fail(
        core::invalid("jurors-per-dossier", "per_dossier",
                      "Cada candidatura tem de " + std::to_string(fewest) + " a 30 jurados.",
                      "A dossier has from " + std::to_string(fewest) + " to 30 jurors."));
  return {};
}

}  // namespace

std::vector<core::StreamRef> AppointJuror::reads(const core::Facts&) const {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}};
  if (affiliation) streams.push_back({"entity", affiliation->text()});
  return streams;
}

std::vector<core::StreamRef> AskConflicts::reads(const core::Facts&) const {
  auto streams = edition_and(edition, dossiers);
  for (const auto& dossier : dossiers)
    streams.push_back({"entity", core::entity_of(dossier).text()});
  return streams;
}

std::vector<core::StreamRef> AssignJurors::reads(const core::Facts&) const {
  return edition_and(edition, dossiers);
}

void Panel::apply(const JurorAppointed& event) {
  edition_ = event.edition;
  jurors_[event.juror] = event.municipality;
}

void Panel::apply(const ConflictsAsked& event) {
  dossiers_.insert(event.dossiers.begin(), event.dossiers.end());
  for (const auto& dossier : event.dossiers)
    for (const auto& juror : event.jurors) answers_.try_emplace({dossier, juror}, Answer::Asked);
}

void Panel::apply(const ConflictDenied& event) {
  answers_[{event.dossier, event.juror}] = Answer::None;
}

void Panel::apply(const ConflictDeclared& event) {
  answers_[{event.dossier, event.juror}] = Answer::Declared;
  assignments_.erase({event.dossier, event.juror});
}

void Panel::apply(const ConflictImposed& event) {
  answers_[{event.dossier, event.juror}] = Answer::Imposed;
  assignments_.erase({event.dossier, event.juror});
}

void Panel::apply(const ConflictWaived& event) {
  answers_[{event.dossier, event.juror}] = Answer::Waived;
}

void Panel::apply(const JurorsAssigned& event) {
  for (const auto& [dossier, juror] : event.assignments) assignments_.insert({dossier, juror});
}

std::optional<Panel::Answer> Panel::answer_of(const Pair& pair) const {
  const auto found = answers_.find(pair);
  return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

bool Panel::has_conflict(const Pair& pair) const {
  const auto answer = answer_of(pair);
  return answer == Answer::Declared || answer == Answer::Imposed;
}

bool Panel::may_judge(const Pair& pair) const {
  const auto answer = answer_of(pair);
  return answer == Answer::None || answer == Answer::Waived;
}

std::vector<core::AccountId> Panel::jurors() const {
  const auto ids = std::views::keys(jurors_);
  return {ids.begin(), ids.end()};
}

Decision Panel::decide(const AppointJuror& command, const core::Context& context) const {
  if (!context.facts.find<facts::Edition>()) return fail(unknown_edition());
  if (jurors_.contains(command.juror))
    return fail(core::error_of(ErrorKind::Conflict, "juror-appointed",
                               "Este jurado já faz parte do júri.",
                               "This juror sits on the panel already."));
  if (auto checked = core::check_length(command.juror_name, "juror_name", 1, longest_name);
      !checked)
    return fail(checked.error());
  std::optional<core::EntityCode> municipality;
  if (command.affiliation) {
    const auto* entity = find_entity(context.facts, *command.affiliation);
    if (!entity) return fail(unknown_entity("affiliation"));
    municipality = entity->municipality;
  }
  return std::vector<core::Event>{JurorAppointed{command.edition, command.juror, command.juror_name,
                                                 command.affiliation, municipality}};
}

Decision Panel::decide(const AskConflicts& command, const core::Context& context) const {
  if (!context.facts.find<facts::Edition>()) return fail(unknown_edition());
  if (jurors_.empty())
    return fail(core::error_of(ErrorKind::Conflict, "no-jurors", "Ainda não há jurados.",
                               "There are no jurors yet."));
  if (auto checked = check_dossiers(command.edition, command.dossiers, context.facts); !checked)
    return fail(checked.error());
  const auto asked_all = [&](const auto& dossier) {
    return std::ranges::all_of(
        jurors(), [&](const auto& juror) { return answers_.contains({dossier, juror}); });
  };
  if (std::ranges::all_of(command.dossiers, asked_all))
    return fail(core::error_of(ErrorKind::Conflict, "nothing-to-ask",
                               "Todos os jurados já foram consultados sobre estas candidaturas.",
                               "Every juror has been asked about these dossiers already."));
  auto derived = derived_conflicts(command, context.facts);
  if (!derived) return fail(derived.error());
  std::vector<core::Event> events = {ConflictsAsked{command.edition, command.dossiers, jurors()}};
  std::ranges::move(*derived, std::back_inserter(events));
  return events;
}

Result<std::vector<core::Event>> Panel::derived_conflicts(const AskConflicts& command,
                                                          const core::Facts& facts) const {
  std::vector<core::Event> conflicts;
  for (std::size_t i = 0; i < command.dossiers.size(); ++i) {
    const auto& dossier = command.dossiers[i];
    const auto* entity = find_entity(facts, core::entity_of(dossier));
    if (!entity) return fail(unknown_entity("dossiers[" + std::to_string(i) + "]"));
    for (const auto& [juror, municipality] : jurors_)
      if (!answers_.contains({dossier, juror}) && municipality == entity->municipality)
        conflicts.emplace_back(ConflictImposed{dossier, juror, ImposedBy::Affiliation,
                                               "O jurado pertence ao mesmo município."});
  }
  return conflicts;
}

Decision Panel::decide(const AnswerConflict& command, const core::Context& context) const {
  const Pair pair = {command.dossier, command.juror};
  if (context.actor.account != command.juror)
    return fail(core::error_of(ErrorKind::Forbidden, "not-your-answer",
                               "Cada jurado responde por si.", "Each juror answers in person."));
  if (!answer_of(pair)) return fail(not_asked());
  if (has_conflict(pair)) return fail(conflict_stands());
  if (auto checked = check_answer(command); !checked) return fail(checked.error());
  if (!command.has_conflict)
    return std::vector<core::Event>{ConflictDenied{command.dossier, command.juror, command.note}};
  return std::vector<core::Event>{
      ConflictDeclared{command.dossier, command.juror, *command.kind, command.note}};
}

Result<void> Panel::check_decided(const Pair& pair, const std::string& reason) const {
  if (!answer_of(pair)) return fail(not_asked());
  return core::check_length(reason, "reason", 1, longest_note);
}

Decision Panel::decide(const ImposeConflict& command, const core::Context&) const {
  const Pair pair = {command.dossier, command.juror};
  if (auto checked = check_decided(pair, command.reason); !checked) return fail(checked.error());
  if (has_conflict(pair)) return fail(conflict_stands());
  return std::vector<core::Event>{
      ConflictImposed{command.dossier, command.juror, ImposedBy::Secretariat, command.reason}};
}

Decision Panel::decide(const WaiveConflict& command, const core::Context&) const {
  const Pair pair = {command.dossier, command.juror};
  if (auto checked = check_decided(pair, command.reason); !checked) return fail(checked.error());
  if (!has_conflict(pair))
    return fail(core::error_of(ErrorKind::Conflict, "no-conflict",
                               "Não há impedimento que levantar.",
                               "There is no conflict to waive."));
  return std::vector<core::Event>{ConflictWaived{command.dossier, command.juror, command.reason}};
}

std::vector<Need> Panel::needs_of(const AssignJurors& command) const {
  std::vector<Need> needs;
  for (const auto& dossier : command.dossiers) {
    Need need{dossier, command.per_dossier, {}};
    for (const auto& juror : jurors()) {
      if (assignments_.contains({dossier, juror}))
        --need.jurors;
      else if (may_judge({dossier, juror}))
        need.candidates.push_back(juror);
    }
    if (need.jurors > 0) needs.push_back(std::move(need));
  }
  return needs;
}

Decision Panel::decide(const AssignJurors& command, const core::Context& context) const {
  const auto* edition = context.facts.find<facts::Edition>();
  if (!edition) return fail(unknown_edition());
  if (auto checked = check_dossiers(command.edition, command.dossiers, context.facts); !checked)
    return fail(checked.error());
  if (auto checked = check_size(command.per_dossier, edition->regulation.minimum_jurors); !checked)
    return fail(checked.error());
  const auto needs = needs_of(command);
  if (needs.empty())
    return fail(core::error_of(ErrorKind::Conflict, "nothing-to-assign",
                               "Estas candidaturas já têm todos os seus jurados.",
                               "These dossiers have all their jurors already."));
  Load load;
  for (const auto& assignment : assignments_) ++load[assignment.juror];
  const auto chosen = assign(needs, load);
  if (!chosen) return fail(chosen.error());
  JurorsAssigned event{command.edition, command.per_dossier, {}};
  for (const auto& [dossier, juror] : *chosen) event.assignments.push_back({dossier, juror});
  return std::vector<core::Event>{std::move(event)};
}

void Panel::tell(core::Facts& facts) const {
  if (jurors_.empty()) return;
  facts::Panel panel{edition_,
                     jurors(),
                     {assignments_.begin(), assignments_.end()},
                     {dossiers_.begin(), dossiers_.end()},
                     {}};
  for (const auto& [pair, answer] : answers_)
    if (has_conflict(pair)) panel.conflicts.push_back(pair);
  facts.tell(std::move(panel));
}

const core::AggregateType& panel_type() {
  static const auto type = core::describe_aggregate<Panel>(
      core::Events<JurorAppointed, ConflictsAsked, ConflictDenied, ConflictDeclared,
                   ConflictImposed, ConflictWaived, JurorsAssigned>(),
      core::Commands<AppointJuror, AskConflicts, AnswerConflict, ImposeConflict, WaiveConflict,
                     AssignJurors>());
  return type;
}

}  // namespace jury
