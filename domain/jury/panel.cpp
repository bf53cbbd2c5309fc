#include "domain/jury/panel.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "domain/core/text.hpp"
#include "domain/jury/panel_checks.hpp"

namespace jury {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_note = 2000;

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

/// Whoever sits on the panel counts for its quorum, and so has to be able to sign in and vote.
Result<void> check_account(const core::AccountId& juror, const core::Facts& facts) {
  const auto accounts = facts.all<facts::Account>();
  const auto found = std::ranges::find(accounts, juror, &facts::Account::id);
  if (found == accounts.end() || (*found)->closed)
    return fail(core::invalid("unknown-account", "juror", "Não há conta aberta com este nome.",
                              "There is no open account of this name."));
  if ((*found)->roles != std::vector{core::Role::Juror})
    return fail(core::invalid("not-a-juror", "juror",
                              "Esta conta não tem o papel de jurado, e só esse.",
                              "This account does not have the role of a juror, and that alone."));
  return {};
}

Result<void> check_answer(const AnswerConflict& command, bool is_late) {
  if (command.has_conflict != command.kind.has_value())
    return fail(core::invalid("conflict-kind", "kind",
                              "Indique a natureza do impedimento, se o há, e só nesse caso.",
                              "Name the kind of conflict if there is one, and only then."));
  return core::check_length(command.note, "note", is_late ? 1 : 0, longest_note);
}

std::optional<Affiliation> affiliation_of(const JurorAppointed& event) {
  if (!event.municipality) return std::nullopt;
  return Affiliation{*event.municipality, event.affiliation_name.value_or("")};
}

}  // namespace

void Panel::apply(const JurorAppointed& event) {
  edition_ = event.edition;
  const auto [place, is_new] = jurors_.try_emplace(event.juror);
  auto& juror = place->second;
  if (is_new) juror.since = event.at;
  juror.affiliation = affiliation_of(event);
  juror.sits = true;
}

void Panel::apply(const PairRuled& event) {
  rules_[{event.dossier, event.juror}] = event.rule;
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
  conflicts_.insert({event.dossier, event.juror});
  assignments_.erase({event.dossier, event.juror});
}

void Panel::apply(const ConflictImposed& event) {
  answers_[{event.dossier, event.juror}] = Answer::Imposed;
  conflicts_.insert({event.dossier, event.juror});
  assignments_.erase({event.dossier, event.juror});
}

void Panel::apply(const ConflictWaived& event) {
  answers_[{event.dossier, event.juror}] = Answer::Waived;
  conflicts_.erase({event.dossier, event.juror});
}

std::optional<Panel::Answer> Panel::answer_of(const Pair& pair) const {
  const auto found = answers_.find(pair);
  return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

bool Panel::has_conflict(const Pair& pair) const {
  return conflicts_.contains(pair);
}

bool Panel::may_judge(const Pair& pair) const {
  const auto answer = answer_of(pair);
  return answer == Answer::None || answer == Answer::Waived;
}

bool Panel::sits(const core::AccountId& juror) const {
  const auto found = jurors_.find(juror);
  return found != jurors_.end() && found->second.sits;
}

std::vector<core::AccountId> Panel::jurors() const {
  std::vector<core::AccountId> sitting;
  for (const auto& [id, juror] : jurors_)
    if (juror.sits) sitting.push_back(id);
  return sitting;
}

Decision Panel::decide(const AppointJuror& command, const core::Context& context) const {
  if (auto open = check_open(command.edition, context.facts); !open) return fail(open.error());
  if (sits(command.juror))
    return fail(core::error_of(ErrorKind::Conflict, "juror-appointed",
                               "Este jurado já faz parte do júri.",
                               "This juror sits on the panel already."));
  if (auto checked = check_account(command.juror, context.facts); !checked)
    return fail(checked.error());
  if (auto checked = core::check_length(command.juror_name, "juror_name", 1, longest_name);
      !checked)
    return fail(checked.error());
  JurorAppointed appointed{
      command.edition, command.juror, command.juror_name, command.affiliation, {}, context.now};
  if (command.affiliation) {
    const auto* entity = find_entity(context.facts, *command.affiliation);
    if (!entity) return fail(unknown_entity("affiliation"));
    appointed.municipality = entity->municipality;
    appointed.affiliation_name = entity->name;
  }
  auto conflicts = late_conflicts(command.juror, affiliation_of(appointed), {}, context.facts);
  std::vector<core::Event> events = {std::move(appointed)};
  std::ranges::move(conflicts, std::back_inserter(events));
  return events;
}

Decision Panel::decide(const RulePair& command, const core::Context& context) const {
  const Pair pair = {command.dossier, command.juror};
  if (auto checked = check_decided(pair, command.reason, context.facts); !checked)
    return fail(checked.error());
  if (command.rule == rule_of(pair))
    return fail(core::error_of(ErrorKind::Conflict, "rule-stands", "Já está assim decidido.",
                               "It is so decided already."));
  if (command.rule == PairRule::Fixed && has_conflict(pair)) return fail(conflict_stands());
  if (command.rule == PairRule::Forbidden && assignments_.contains(pair))
    return fail(core::error_of(ErrorKind::Conflict, "pair-assigned",
                               "Esta candidatura já foi distribuída a este jurado.",
                               "This dossier has been assigned to this juror already."));
  return std::vector<core::Event>{
      PairRuled{command.dossier, command.juror, command.rule, command.reason}};
}

Decision Panel::decide(const AskConflicts& command, const core::Context& context) const {
  if (auto open = check_open(command.edition, context.facts); !open) return fail(open.error());
  if (jurors().empty())
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

Decision Panel::decide(const AnswerConflict& command, const core::Context& context) const {
  const Pair pair = {command.dossier, command.juror};
  if (context.actor.account != command.juror)
    return fail(core::error_of(ErrorKind::Forbidden, "not-your-answer",
                               "Cada jurado responde por si.", "Each juror answers in person."));
  if (auto open = check_open(core::edition_of(pair.dossier), context.facts); !open)
    return fail(open.error());
  if (!answer_of(pair)) return fail(not_asked());
  if (has_conflict(pair)) return fail(conflict_stands());
  if (!command.has_conflict && answer_of(pair) == Answer::Waived)
    return fail(core::error_of(ErrorKind::Conflict, "conflict-waived",
                               "O secretariado já decidiu sobre este impedimento.",
                               "The secretariat has decided on this conflict already."));
  const bool is_late = command.has_conflict && assignments_.contains(pair);
  if (auto checked = check_answer(command, is_late); !checked) return fail(checked.error());
  if (!command.has_conflict)
    return std::vector<core::Event>{ConflictDenied{command.dossier, command.juror, command.note}};
  return std::vector<core::Event>{
      ConflictDeclared{command.dossier, command.juror, *command.kind, command.note}};
}

Result<void> Panel::check_decided(const Pair& pair, const std::string& reason,
                                  const core::Facts& facts) const {
  if (auto open = check_open(core::edition_of(pair.dossier), facts); !open) return open;
  if (!answer_of(pair)) return fail(not_asked());
  return core::check_length(reason, "reason", 1, longest_note);
}

Decision Panel::decide(const ImposeConflict& command, const core::Context& context) const {
  const Pair pair = {command.dossier, command.juror};
  if (auto checked = check_decided(pair, command.reason, context.facts); !checked)
    return fail(checked.error());
  if (has_conflict(pair)) return fail(conflict_stands());
  return std::vector<core::Event>{
      ConflictImposed{command.dossier, command.juror, ImposedBy::Secretariat, command.reason}};
}

Decision Panel::decide(const WaiveConflict& command, const core::Context& context) const {
  const Pair pair = {command.dossier, command.juror};
  if (auto checked = check_decided(pair, command.reason, context.facts); !checked)
    return fail(checked.error());
  if (!has_conflict(pair))
    return fail(core::error_of(ErrorKind::Conflict, "no-conflict",
                               "Não há impedimento que levantar.",
                               "There is no conflict to waive."));
  return std::vector<core::Event>{ConflictWaived{command.dossier, command.juror, command.reason}};
}

void Panel::tell(core::Facts& facts) const {
  if (jurors_.empty()) return;
  facts::Panel panel{edition_,
                     jurors(),
                     {assignments_.begin(), assignments_.end()},
                     {dossiers_.begin(), dossiers_.end()},
                     {conflicts_.begin(), conflicts_.end()},
                     {}};
  for (const auto& [id, juror] : jurors_)
    if (juror.sits && juror.since) panel.since.emplace(id, *juror.since);
  facts.tell(std::move(panel));
}

const core::AggregateType& panel_type() {
  static const auto type = core::describe_aggregate<Panel>(
      core::Events<JurorAppointed, JurorLeft, JurorDescribed, PairRuled, ConflictsAsked,
                   ConflictDenied, ConflictDeclared, ConflictImposed, ConflictWaived,
                   JurorsAssigned>(),
      core::Commands<AppointJuror, DismissJuror, DescribeJuror, RulePair, AskConflicts,
                     AnswerConflict, ImposeConflict, WaiveConflict, AssignJurors>());
  return type;
}

}  // namespace jury
