#include "server/bundle/export.hpp"

#include "domain/awards/outcome.hpp"
#include "domain/editions/extensions.hpp"
#include "projections/recorded.hpp"
#include "server/command_handler.hpp"

namespace server {
namespace {

using core::fail;
using core::Recorded;
using core::Result;

Result<std::vector<Recorded>> stream(const eventstore::Store& log, const char* category,
                                     const core::EditionId& edition) {
  std::vector<Recorded> events;
  eventstore::Version version = 0;
  const auto read =
      projections::read_on(log, {category, edition.text()}, version, projections::newest,
                           [&](Recorded recorded) { events.push_back(std::move(recorded)); });
  if (!read) return fail(read.error());
  return events;
}

/// The result last published, in whichever list, and its publication.
struct Published {
  const Recorded* computed = nullptr;
  const Recorded* published = nullptr;
};

Published last_published(const std::vector<Recorded>& events) {
  Published found;
  const Recorded* computed = nullptr;
  for (const auto& event : events) {
    if (event.event.get_if<awards::ResultComputed>() != nullptr) computed = &event;
    if (event.event.get_if<awards::ResultPublished>() != nullptr ||
        event.event.get_if<awards::ResultFinalised>() != nullptr)
      found = {computed, &event};
  }
  return found;
}

Result<awards::Basis> basis_at(const eventstore::Store& log, const Recorded& computed) {
  const auto& result = computed.event.get<awards::ResultComputed>();
  auto facts =
      facts_at(log, awards::ComputeResult{result.edition, result.draw_seed}, computed.position);
  if (!facts) return fail(std::move(facts.error()));
  return awards::basis_of({{}, computed.recorded_at, *std::move(facts), writing()},
                          result.draw_seed);
}

}  // namespace

Result<ResultBundle> bundle_of(const eventstore::Store& log, const core::EditionId& edition) {
  const auto of_edition = stream(log, "edition", edition);
  if (!of_edition) return fail(of_edition.error());
  const auto of_result = stream(log, "result", edition);
  if (!of_result) return fail(of_result.error());
  const auto [computed, published] = last_published(*of_result);
  if (published == nullptr)
    return fail(core::error_of(core::ErrorKind::NotFound, "result-not-published",
                               "O resultado desta edição ainda não foi publicado.",
                               "The result of this edition has not been published yet."));
  auto basis = basis_at(log, *computed);
  if (!basis) return fail(std::move(basis.error()));
  ResultBundle bundle;
  bundle.basis = *std::move(basis);
  bundle.result = computed->event.get<awards::ResultComputed>();
  for (const auto& event : *of_edition) {
    if (event.position > computed->position) break;
    const auto* opened = event.event.get_if<editions::EditionOpened>();
    if (opened == nullptr && !editions::visit_extension(event.event, [](const auto&) {})) continue;
    if (opened != nullptr) {
      bundle.title = opened->title;
      bundle.demonstration = opened->demonstration;
    }
    bundle.receipts.push_back(log.receipt(event.position));
  }
  for (const auto* event : {computed, published})
    bundle.receipts.push_back(log.receipt(event->position));
  bundle.log_key = log.verifier().text();
  return bundle;
}

}  // namespace server
