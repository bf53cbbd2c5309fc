#include "projections/results.hpp"

#include "projections/editions.hpp"

namespace projections {
namespace {

using awards::ResultComputed;
using awards::ResultPublished;
using core::Recorded;

constexpr std::string_view draft = "draft";
constexpr std::string_view published = "published";

std::string key_of(std::string_view stage, const core::EditionId& edition) {
  return row_key({stage, edition.text()});
}

void publish(const ResultPublished& e, const Recorded& recorded, Rows& rows) {
  auto row = rows.find<ResultRow>(key_of(draft, e.edition));
  core::ensure(row.has_value(), "a result is computed before it is published");
  row->published_at = recorded.recorded_at;
  row->position = recorded.position;
  rows.put_record(key_of(published, e.edition), *row);
}

std::optional<EditionResult> result_of(const Views& views, std::string_view stage,
                                       const core::EditionId& id) {
  auto row = find_row<ResultRow>(*views.view("results"), key_of(stage, id));
  const auto edition = find_edition(*views.view("editions"), id);
  if (!row || !edition) return std::nullopt;
  const auto entities = views.view("entities");
  EditionResult result{id,
                       edition->title,
                       edition->demonstration,
                       row->computed_at,
                       row->published_at,
                       row->position,
                       {},
                       row->draw_seed};
  for (auto& dossier : row->dossiers)
    result.dossiers.push_back(
        {named_entity(*entities, core::entity_of(dossier.dossier)), std::move(dossier)});
  return result;
}

}  // namespace

ReadModel results_model() {
  ReadModel model({"results", 3});
  model.on<ResultComputed>([](const ResultComputed& e, const Recorded& recorded, Rows& rows) {
    rows.put_record(
        key_of(draft, e.edition),
        ResultRow{e.edition, recorded.recorded_at, {}, recorded.position, e.dossiers, e.draw_seed});
  });
  model.on<ResultPublished>(publish);
  return model;
}

std::optional<EditionResult> published_result(const Views& views, const core::EditionId& edition) {
  return result_of(views, published, edition);
}

std::optional<EditionResult> draft_result(const Views& views, const core::EditionId& edition) {
  return result_of(views, draft, edition);
}

}  // namespace projections
