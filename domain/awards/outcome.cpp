#include "domain/awards/outcome.hpp"

#include <algorithm>
#include <iterator>

#include "domain/awards/compute.hpp"
#include "domain/facts.hpp"
#include "domain/regulation/eligibility.hpp"

namespace awards {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;

/// The edition and its panel; once they are known, the editions before, the dossiers and their
/// evaluations, and the entities where a rule asks about them.
std::vector<core::StreamRef> sources_of(const core::EditionId& edition, const core::Facts& facts) {
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

}  // namespace

std::vector<core::StreamRef> ComputeResult::reads(const core::Facts& facts) const {
  return sources_of(edition, facts);
}

std::vector<core::StreamRef> PublishResult::reads(const core::Facts& facts) const {
  return sources_of(edition, facts);
}

void Outcome::apply(const ResultComputed& event) {
  computed_ = event;
}

void Outcome::apply(const ResultPublished&) {
  published_ = true;
}

core::Result<void> Outcome::check_unpublished(const core::Facts& facts) const {
  if (!facts.find<facts::Edition>())
    return fail(core::error_of(ErrorKind::NotFound, "unknown-edition", "Esta edição não existe.",
                               "There is no such edition."));
  if (published_)
    return fail(core::error_of(ErrorKind::Conflict, "result-published",
                               "O resultado já está publicado.",
                               "The result is published already."));
  return {};
}

Decision Outcome::decide(const ComputeResult& command, const core::Context& context) const {
  if (auto checked = check_unpublished(context.facts); !checked) return fail(checked.error());
  auto result = compute(context, command.draw_seed);
  if (!result) return fail(result.error());
  return std::vector<core::Event>{*std::move(result)};
}

Decision Outcome::decide(const PublishResult& command, const core::Context& context) const {
  if (auto checked = check_unpublished(context.facts); !checked) return fail(checked.error());
  if (!computed_)
    return fail(core::error_of(ErrorKind::Conflict, "result-not-computed",
                               "O resultado ainda não foi calculado.",
                               "The result has not been computed yet."));
  const auto earliest = context.facts.find<facts::Edition>()->regulation.calendar.results;
  if (context.now < earliest)
    return fail(
        core::error_of(ErrorKind::Conflict, "results-too-early",
                       "Os resultados só podem ser publicados a partir de " + earliest.text() + ".",
                       "Results may be published from " + earliest.text() + " on."));
  const auto again = compute(context, computed_->draw_seed);
  if (!again) return fail(again.error());
  if (*again != *computed_)
    return fail(core::error_of(ErrorKind::Conflict, "result-outdated",
                               "Algo mudou desde o cálculo; calcule de novo antes de publicar.",
                               "Something has changed since it was computed; compute it again "
                               "before publishing."));
  return std::vector<core::Event>{ResultPublished{command.edition}};
}

void Outcome::tell(core::Facts& facts) const {
  if (!computed_ || !published_) return;
  facts::Outcome outcome{computed_->edition, {}};
  for (const auto& dossier : computed_->dossiers)
    for (const auto& award : dossier.awards)
      if (award.granted) outcome.granted[core::entity_of(dossier.dossier)].insert(award.id);
  facts.tell(std::move(outcome));
}

const core::AggregateType& outcome_type() {
  static const auto type =
      core::describe_aggregate<Outcome>(core::Events<ResultComputed, ResultPublished>(),
                                        core::Commands<ComputeResult, PublishResult>());
  return type;
}

}  // namespace awards
