#include "domain/jury/evaluation.hpp"

#include <algorithm>
#include <ranges>
#include <set>

#include "domain/core/text.hpp"
#include "domain/jury/completeness.hpp"
#include "domain/jury/panel_checks.hpp"

namespace jury {
namespace {

using core::Decision;
using core::Error;
using core::ErrorKind;
using core::fail;
using core::Result;

constexpr std::size_t longest_comment = 4000;
constexpr std::size_t longest_reason = 2000;

std::vector<core::StreamRef> streams_of(const core::DossierId& dossier) {
  const auto edition = core::edition_of(dossier);
  auto streams = edition_and(edition, {dossier});
  streams.push_back({"panel", edition.text()});
  return streams;
}

Error forbidden(std::string code, std::string pt, std::string en) {
  return core::error_of(ErrorKind::Forbidden, std::move(code), std::move(pt), std::move(en));
}

bool has(const std::vector<facts::Assignment>& list, const facts::Assignment& wanted) {
  return std::ranges::find(list, wanted) != list.end();
}

/// Who may judge this dossier at all; the first refusal tells no more than the juror may know.
Result<void> check_juror(const facts::Assignment& wanted, const core::Context& context) {
  if (context.actor.account != wanted.juror)
    return fail(forbidden("not-your-evaluation", "Cada jurado avalia por si.",
                          "Each juror scores in person."));
  const auto* panel = context.facts.find<facts::Panel>();
  if (panel && has(panel->conflicts, wanted))
    return fail(forbidden("juror-has-conflict", "Tem um impedimento nesta candidatura.",
                          "You have a conflict of interests in this dossier."));
  const bool sits = panel && std::ranges::find(panel->jurors, wanted.juror) != panel->jurors.end();
  if (!sits || !has(panel->assignments, wanted))
    return fail(forbidden("not-assigned", "Esta candidatura não lhe foi distribuída.",
                          "This dossier is not assigned to you."));
  return {};
}

Result<void> check_juror_and_dossier(const facts::Assignment& wanted,
                                     const core::Context& context) {
  if (auto checked = check_juror(wanted, context); !checked) return checked;
  if (auto open = check_open(core::edition_of(wanted.dossier), context.facts); !open) return open;
  const auto* dossier = context.facts.find<facts::Dossier>();
  if (!dossier || dossier->state != facts::DossierState::Eligible)
    return fail(core::error_of(ErrorKind::Conflict, "dossier-not-eligible",
                               "Esta candidatura não está admitida.",
                               "This dossier is not eligible."));
  return {};
}

Result<void> check_value(const regulation::PlacedCriterion& placed, const Mark& mark,
                         const std::string& field) {
  const auto& scale = placed.section->scale;
  if (!mark.value && !placed.criterion->may_not_apply)
    return fail(core::invalid("criterion-applies", field,
                              "Este critério aplica-se a todas as candidaturas: dê-lhe um valor.",
                              "This criterion applies to every dossier: give it a value."));
  if (mark.value && (*mark.value < scale.minimum || *mark.value > scale.maximum)) {
    const auto from = std::to_string(scale.minimum);
    const auto to = std::to_string(scale.maximum);
    return fail(core::invalid("score-outside-scale", field,
                              "A pontuação vai de " + from + " a " + to + ".",
                              "A score goes from " + from + " to " + to + "."));
  }
  return {};
}

Result<void> check_mark(const regulation::Regulation& regulation, const Mark& mark,
                        const std::string& place, std::set<core::CriterionId>& seen) {
  const auto placed = regulation::find_criterion(regulation, mark.criterion);
  if (!placed)
    return fail(core::invalid("unknown-criterion", place + ".criterion",
                              "Este critério não existe.", "There is no such criterion."));
  if (!seen.insert(mark.criterion).second)
    return fail(core::invalid("criterion-repeated", place + ".criterion",
                              "Este critério já foi indicado.",
                              "This criterion has been named already."));
  if (auto checked = core::check_length(mark.comment.value_or(core::Personal()).text(),
                                        place + ".comment", 0, longest_comment);
      !checked)
    return checked;
  return check_value(*placed, mark, place + ".value");
}

/// Until the scoring deadline; and once more where what was said of the dossier was upheld, until
/// the result is computed anew.
bool may_change(const core::DossierId& dossier, const core::Context& context) {
  const auto& calendar = context.facts.find<facts::Edition>()->regulation.calendar;
  const auto* computation = context.facts.find<facts::Computation>();
  return regulation::phase_at(calendar, context.now) <= regulation::Phase::Scoring ||
         (computation != nullptr && computation->reopened.contains(dossier));
}

/// And as long as the dossier is not ranked, because too few have judged it.
bool is_open(const core::DossierId& dossier, const core::Context& context) {
  const auto* computation = context.facts.find<facts::Computation>();
  return may_change(dossier, context) ||
         (computation != nullptr && computation->unranked.contains(dossier));
}

Error scoring_closed() {
  return core::error_of(ErrorKind::TooLate, "scoring-closed", "O prazo de avaliação terminou.",
                        "Scoring has closed.");
}

std::vector<Mark> values_of(const std::map<core::CriterionId, Mark>& marks) {
  const auto values = std::views::values(marks);
  return {values.begin(), values.end()};
}

bool anything_applies(const std::vector<Mark>& marks) {
  return std::ranges::any_of(marks, [](const Mark& mark) { return mark.value.has_value(); });
}

Error nothing_applies() {
  return core::invalid("nothing-applies", "",
                       "Pelo menos um critério tem de se aplicar à candidatura.",
                       "At least one criterion has to apply to the dossier.");
}

Result<void> check_marks(const regulation::Regulation& regulation, const std::vector<Mark>& marks) {
  if (marks.empty())
    return fail(core::invalid("marks-missing", "marks", "Dê pelo menos uma pontuação.",
                              "Give at least one mark."));
  std::set<core::CriterionId> seen;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (auto checked = check_mark(regulation, marks[i], core::item("marks", i), seen); !checked)
      return checked;
  return {};
}

}  // namespace

std::optional<facts::Assignment> parse_evaluation(std::string_view stream_id) {
  const auto dot = stream_id.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto dossier = core::DossierId::parse(stream_id.substr(0, dot));
  const auto juror = core::AccountId::parse(stream_id.substr(dot + 1));
  if (!dossier || !juror) return std::nullopt;
  return facts::Assignment{*dossier, *juror};
}

std::string ScoreDossier::target() const {
  return facts::Assignment{dossier, juror}.evaluation();
}

std::vector<core::StreamRef> ScoreDossier::reads(const core::Facts&) const {
  return streams_of(dossier);
}

std::string SealEvaluation::target() const {
  return facts::Assignment{dossier, juror}.evaluation();
}

std::vector<core::StreamRef> SealEvaluation::reads(const core::Facts&) const {
  return streams_of(dossier);
}

std::string ReviseEvaluation::target() const {
  return facts::Assignment{dossier, juror}.evaluation();
}

std::vector<core::StreamRef> ReviseEvaluation::reads(const core::Facts&) const {
  return streams_of(dossier);
}

void Evaluation::apply(const EvaluationScored& event) {
  assignment_ = {event.dossier, event.juror};
  take(event.marks);
}

void Evaluation::apply(const EvaluationSealed&) {
  sealed_ = true;
  as_sealed_ = marks_;
}

void Evaluation::apply(const EvaluationRevised& event) {
  take(event.marks);
}

void Evaluation::take(const std::vector<Mark>& marks) {
  for (const auto& mark : marks) {
    auto& standing = marks_[mark.criterion];
    if (standing.comment != mark.comment) released_.erase(mark.criterion);
    standing = mark;
  }
}

Result<void> Evaluation::check_open(const facts::Assignment& wanted,
                                    const core::Context& context) const {
  if (auto checked = check_juror_and_dossier(wanted, context); !checked) return checked;
  if (sealed_)
    return fail(core::error_of(ErrorKind::Conflict, "evaluation-sealed",
                               "A avaliação está selada: só se altera com um motivo.",
                               "The evaluation is sealed: it changes only for a reason."));
  return {};
}

Decision Evaluation::decide(const ScoreDossier& command, const core::Context& context) const {
  if (auto checked = check_open({command.dossier, command.juror}, context); !checked)
    return fail(checked.error());
  if (!is_open(command.dossier, context)) return fail(scoring_closed());
  const auto& regulation = context.facts.find<facts::Edition>()->regulation;
  if (auto checked = check_marks(regulation, command.marks); !checked) return fail(checked.error());
  return std::vector<core::Event>{EvaluationScored{command.dossier, command.juror, command.marks}};
}

Decision Evaluation::decide(const SealEvaluation& command, const core::Context& context) const {
  if (auto checked = check_open({command.dossier, command.juror}, context); !checked)
    return fail(checked.error());
  const bool may_be_known = context.facts.find<facts::Computation>() != nullptr;
  if (may_be_known && !is_open(command.dossier, context)) return fail(scoring_closed());
  const auto marks = values_of(marks_);
  const auto state = completeness(context.facts.find<facts::Edition>()->regulation, marks);
  if (!state.missing.empty())
    return fail(core::invalid("evaluation-incomplete", "", state.words.pt, state.words.en));
  if (!anything_applies(marks)) return fail(nothing_applies());
  return std::vector<core::Event>{EvaluationSealed{command.dossier, command.juror}};
}

Decision Evaluation::decide(const ReviseEvaluation& command, const core::Context& context) const {
  if (auto checked = check_juror_and_dossier({command.dossier, command.juror}, context); !checked)
    return fail(checked.error());
  if (!sealed_)
    return fail(core::error_of(ErrorKind::Conflict, "evaluation-not-sealed",
                               "A avaliação ainda não está selada: altere-a sem mais.",
                               "The evaluation is not sealed yet: just change it."));
  if (!may_change(command.dossier, context)) return fail(scoring_closed());
  const auto& regulation = context.facts.find<facts::Edition>()->regulation;
  if (auto checked = check_marks(regulation, command.marks); !checked) return fail(checked.error());
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return fail(checked.error());
  auto revised = marks_;
  for (const auto& mark : command.marks) revised[mark.criterion] = mark;
  if (revised == marks_)
    return fail(core::invalid("nothing-changes", "marks", "Estas pontuações já são as que constam.",
                              "These marks are those that stand already."));
  if (!anything_applies(values_of(revised))) return fail(nothing_applies());
  return std::vector<core::Event>{
      EvaluationRevised{command.dossier, command.juror, command.marks, command.reason}};
}

void Evaluation::tell(core::Facts& facts) const {
  if (marks_.empty()) return;
  facts::Evaluation told{assignment_.dossier, assignment_.juror, sealed_, {}, {}};
  for (const auto& [criterion, mark] : marks_) told.marks.push_back({criterion, mark.value});
  for (const auto& [criterion, mark] : as_sealed_)
    told.as_sealed.push_back({criterion, mark.value});
  facts.tell(std::move(told));
}

const core::AggregateType& evaluation_type() {
  static const auto type = core::describe_aggregate<Evaluation>(
      core::Events<EvaluationScored, EvaluationSealed, EvaluationRevised, CommentsReleased>(),
      core::Commands<ScoreDossier, SealEvaluation, ReviseEvaluation, ReleaseComments>());
  return type;
}

}  // namespace jury
