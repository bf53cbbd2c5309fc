#include "domain/awards/outcome.hpp"

#include <algorithm>
#include <iterator>

#include "domain/awards/all_judged.hpp"
#include "domain/awards/compute.hpp"
#include "domain/core/text.hpp"
#include "domain/core/words.hpp"
#include "domain/facts.hpp"
#include "domain/regulation/eligibility.hpp"

namespace awards {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;
using regulation::Phase;

/// The edition and its panel; once they are known, the editions before, the dossiers and their
/// evaluations, and the entities where a rule asks about them.
std::vector<core::StreamRef> streams_of(const core::EditionId& edition, const core::Facts& facts) {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}, {"panel", edition.text()}};
  const auto* panel = facts.find<facts::Panel>();
  const auto* known = facts.find<facts::Edition>();
  if (known)
    std::ranges::move(regulation::results_followed(known->regulation), std::back_inserter(streams));
  if (!panel) return streams;
  if (known && regulation::asks_of_entities(known->regulation))
    for (const auto& dossier : panel->dossiers)
      streams.push_back({"entity", core::entity_of(dossier).text()});
  for (const auto& dossier : panel->dossiers) streams.push_back({"dossier", dossier.text()});
  for (const auto& assignment : panel->assignments)
    streams.push_back({"evaluation", assignment.evaluation()});
  return streams;
}

core::Error conflict(std::string code, std::string pt, std::string en) {
  return core::error_of(ErrorKind::Conflict, std::move(code), std::move(pt), std::move(en));
}

const regulation::Calendar& calendar_in(const core::Context& context) {
  return context.facts.find<facts::Edition>()->regulation.calendar;
}

Phase phase_in(const core::Context& context) {
  return regulation::phase_at(calendar_in(context), context.now);
}

/// But for the regulation's digest, which tells deadlines too: one that was put off since changes
/// no result.
bool is_same(ResultComputed again, const ResultComputed& computed) {
  if (!again.sources.empty() && !computed.sources.empty())
    again.sources.front() = computed.sources.front();
  return again == computed;
}

/// A result that was published is set aside for a reason alone; before that there is none to give.
Result<void> check_reason(const std::optional<std::string>& reason, bool published) {
  if (published && !reason)
    return fail(core::invalid("reason-missing", "reason",
                              "O resultado está publicado: diga porque é calculado de novo.",
                              "The result is published: say why it is computed again."));
  if (!published && reason)
    return fail(core::invalid("reason-needless", "reason",
                              "O resultado ainda não foi publicado: não é precisa razão.",
                              "The result is not published yet: no reason is needed."));
  return reason ? core::check_length(*reason, "reason", 1, 2000) : Result<void>();
}

}  // namespace

std::vector<core::StreamRef> ComputeResult::reads(const core::Facts& facts) const {
  auto streams = streams_of(edition, facts);
  for (const auto& dossier : submitted) streams.push_back({"dossier", dossier.text()});
  return streams;
}

std::vector<core::StreamRef> PublishResult::reads(const core::Facts& facts) const {
  return streams_of(edition, facts);
}

std::vector<core::StreamRef> FinaliseResult::reads(const core::Facts& facts) const {
  return streams_of(edition, facts);
}

std::vector<core::StreamRef> CloseResult::reads(const core::Facts& facts) const {
  return streams_of(edition, facts);
}

void Outcome::apply(const ResultComputed& event) {
  computed_ = event;
  for (const auto& dossier : event.dossiers)
    if (!dossier.not_rankable) left_out_.erase(dossier.dossier);
  ++version_;
  unpublished_ = true;
  votes_.result_computed();
  complaints_.result_computed();
}

void Outcome::publish() {
  unpublished_ = false;
  for (const auto& dossier : computed_->dossiers)
    if (dossier.not_rankable) left_out_.insert(dossier.dossier);
}

void Outcome::apply(const ResultPublished&) {
  publish();
  state_ = State::Provisional;
  heard_ = computed_;
}

void Outcome::apply(const ResultFinalised&) {
  publish();
  state_ = State::Final;
  final_ = computed_;
}

void Outcome::apply(const ResultClosed&) {
  state_ = State::Closed;
}

Result<void> Outcome::check_open(const core::Facts& facts) const {
  if (!facts.find<facts::Edition>())
    return fail(core::error_of(ErrorKind::NotFound, "unknown-edition", "Esta edição não existe.",
                               "There is no such edition."));
  if (state_ == State::Closed)
    return fail(conflict("result-closed", "O resultado está encerrado e já não muda.",
                         "The result is closed and changes no more."));
  return {};
}

Result<void> Outcome::check_current(const core::Context& context) const {
  const auto again = compute(context, computed_->draw_seed);
  if (!again) return fail(again.error());
  if (!is_same(*again, *computed_))
    return fail(conflict("result-outdated",
                         "Algo mudou desde o cálculo; calcule de novo antes de publicar.",
                         "Something has changed since it was computed; compute it again before "
                         "publishing."));
  return {};
}

Decision Outcome::decide(const ComputeResult& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  const bool published = state_ != State::Draft;
  if (auto checked = check_reason(command.reason, published); !checked)
    return fail(checked.error());
  if (auto checked = check_all_judged(command.submitted, context); !checked)
    return fail(checked.error());
  auto result = compute(context, command.draw_seed);
  if (!result) return fail(result.error());
  std::vector<core::Event> events;
  if (published)
    events.emplace_back(
        ResultSetAside{command.edition, context.now, context.actor.account, *command.reason});
  events.emplace_back(*std::move(result));
  return events;
}

Decision Outcome::decide(const PublishResult& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  if (!computed_) return fail(not_computed());
  if (state_ == State::Final)
    return fail(
        conflict("result-final", "Já há lista definitiva.", "There is a final list already."));
  if (!unpublished_)
    return fail(conflict("result-published", "O resultado já está publicado.",
                         "The result is published already."));
  if (phase_in(context) < Phase::Hearing) {
    const auto [pt, en] = core::in_words(calendar_in(context).results, context.lisbon);
    return fail(conflict("results-too-early",
                         "Os resultados só podem ser publicados a partir de " + pt + ".",
                         "Results may be published from " + en + " on."));
  }
  if (auto checked = check_hearing_ahead(context); !checked) return fail(checked.error());
  if (auto checked = check_current(context); !checked) return fail(checked.error());
  if (auto checked = check_adopted(context.facts); !checked) return fail(checked.error());
  return std::vector<core::Event>{ResultPublished{command.edition}};
}

Result<void> Outcome::check_hearing_ahead(const core::Context& context) const {
  const auto& calendar = calendar_in(context);
  const auto end = core::in_words(calendar.hearing_deadline, context.lisbon);
  if (phase_in(context) > Phase::Hearing)
    return fail(conflict(
        "hearing-over",
        "A audiência dos interessados acabou em " + end.pt + ": prolongue primeiro o seu prazo.",
        "The hearing ended on " + end.en + ": extend its deadline first."));
  const auto earliest = regulation::end_of_term_cut_short(
      calendar.hearing_days, context.now, calendar.hearing_deadline, context.lisbon);
  if (!earliest) return {};
  const auto until = core::in_words(*earliest, context.lisbon);
  const auto days = std::to_string(*calendar.hearing_days);
  return fail(conflict("hearing-too-short",
                       "A audiência dos interessados dura " + days +
                           " dias úteis, pelo menos, e acaba em " + end.pt +
                           ": prolongue primeiro o seu prazo, até " + until.pt + " ou depois.",
                       "The hearing takes " + days + " working days at least, and ends on " +
                           end.en + ": extend its deadline first, to " + until.en + " or later."));
}

Result<void> Outcome::check_adopted(const core::Facts& facts) const {
  const auto* panel = facts.find<facts::Panel>();
  core::ensure(panel != nullptr, "what was computed was judged by a panel");
  Impeded impeded;
  for (const auto& [dossier, juror] : panel->conflicts)
    if (std::ranges::find(computed_->dossiers, dossier, &DossierResult::dossier) !=
        computed_->dossiers.end())
      impeded[dossier].insert(juror);
  return votes_.check_adopted(voters(*panel, facts.find<facts::Edition>()->regulation.calendar),
                              impeded);
}

Result<void> Outcome::check_hearing_over(const core::Context& context) const {
  if (state_ == State::Draft)
    return fail(conflict("result-not-published", "Ainda não há lista provisória.",
                         "There is no provisional list yet."));
  if (state_ == State::Final && !unpublished_)
    return fail(conflict("result-final", "A lista definitiva já está publicada.",
                         "The final list is published already."));
  if (state_ == State::Provisional && !is_same(*computed_, *heard_))
    return fail(conflict("hearing-due",
                         "O resultado mudou depois da lista provisória: publique primeiro a nova, "
                         "para que as autarquias se pronunciem.",
                         "The result has changed since the provisional list: publish the new one "
                         "first, so that entities are heard on it."));
  const auto end = core::in_words(calendar_in(context).hearing_deadline, context.lisbon);
  if (phase_in(context) <= Phase::Hearing)
    return fail(conflict("hearing-open", "As autarquias podem pronunciar-se até " + end.pt + ".",
                         "Entities may be heard until " + end.en + "."));
  return {};
}

Result<void> Outcome::check_complaints_ahead(const core::Context& context) const {
  const auto& calendar = calendar_in(context);
  const auto end = core::in_words(calendar.complaints_deadline, context.lisbon);
  if (phase_in(context) > Phase::Complaints)
    return fail(conflict("complaints-over",
                         "O prazo das reclamações acabou em " + end.pt + ": prolongue-o primeiro.",
                         "The time for complaints ended on " + end.en + ": extend it first."));
  const auto earliest = regulation::end_of_term_cut_short(
      calendar.complaint_days, context.now, calendar.complaints_deadline, context.lisbon);
  if (!earliest) return {};
  const auto until = core::in_words(*earliest, context.lisbon);
  const auto days = std::to_string(*calendar.complaint_days);
  return fail(conflict(
      "complaints-too-short",
      "As autarquias têm " + days + " dias úteis para reclamar, pelo menos, e o prazo acaba em " +
          end.pt + ": prolongue-o primeiro, até " + until.pt + " ou depois.",
      "Entities have " + days + " working days at least to complain, and the time " +
          "for it ends on " + end.en + ": extend it first, to " + until.en + " or later."));
}

Decision Outcome::decide(const FinaliseResult& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  if (auto checked = check_hearing_over(context); !checked) return fail(checked.error());
  if (auto checked = check_complaints_ahead(context); !checked) return fail(checked.error());
  if (auto checked = check_complaints(); !checked) return fail(checked.error());
  if (auto checked = check_current(context); !checked) return fail(checked.error());
  const auto adopted = unpublished_ ? check_adopted(context.facts) : Result<void>();
  if (!adopted) return fail(adopted.error());
  return std::vector<core::Event>{ResultFinalised{command.edition}};
}

Decision Outcome::decide(const CloseResult& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  if (state_ != State::Final)
    return fail(conflict("result-not-final", "Ainda não há lista definitiva.",
                         "There is no final list yet."));
  const auto end = core::in_words(calendar_in(context).complaints_deadline, context.lisbon);
  if (phase_in(context) <= Phase::Complaints)
    return fail(conflict("complaints-open", "Há reclamações até " + end.pt + ".",
                         "Complaints are taken until " + end.en + "."));
  if (auto checked = check_complaints(); !checked) return fail(checked.error());
  if (unpublished_)
    return fail(conflict("result-not-published",
                         "O resultado foi calculado de novo: publique a lista definitiva.",
                         "The result was computed again: publish the final list."));
  if (auto checked = check_current(context); !checked) return fail(checked.error());
  return std::vector<core::Event>{ResultClosed{command.edition}};
}

void Outcome::tell(core::Facts& facts) const {
  if (past_) {
    facts::Outcome outcome{past_->edition, {}};
    for (const auto& [entity, awards] : past_->granted)
      outcome.granted[entity].insert(awards.begin(), awards.end());
    facts.tell(std::move(outcome));
  }
  if (computed_) {
    facts::Computation computation{computed_->edition, complaints_.reopened()};
    for (const auto& dossier : computed_->dossiers)
      if (dossier.not_rankable && !left_out_.contains(dossier.dossier))
        computation.unranked.insert(dossier.dossier);
    facts.tell(std::move(computation));
  }
  if (!final_) return;
  facts::Outcome outcome{final_->edition, {}, state_ == State::Closed};
  for (const auto& dossier : final_->dossiers)
    for (const auto& award : dossier.awards)
      if (award.granted) outcome.granted[core::entity_of(dossier.dossier)].insert(award.id);
  facts.tell(std::move(outcome));
}

const core::AggregateType& outcome_type() {
  static const auto type = core::describe_aggregate<Outcome>(
      core::Events<ResultComputed, ResultSetAside, ResultVoted, ResultPublished, ResultFinalised,
                   ResultClosed, ComplaintFiled, ComplaintDecided, PastResultRecorded>(),
      core::Commands<ComputeResult, VoteOnResult, PublishResult, FinaliseResult, CloseResult,
                     FileComplaint, DecideComplaint, RecordPastResult>());
  return type;
}

}  // namespace awards
