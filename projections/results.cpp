#include "projections/results.hpp"

#include <algorithm>

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

/// Whose result is another one now, or is there no more.
std::vector<core::DossierId> affected(const ResultRow& before, const ResultRow& now) {
  std::vector<core::DossierId> dossiers;
  for (const auto& one : before.dossiers)
    if (std::ranges::find(now.dossiers, one) == now.dossiers.end()) dossiers.push_back(one.dossier);
  return dossiers;
}

/// Whether no list has taken its place yet.
bool is_set_aside(const ResultRow& listed) {
  return !listed.revisions.empty() && listed.revisions.back().at >= listed.published_at;
}

/// Puts the result last computed in the place of the one that was published.
void publish(const core::EditionId& edition, ResultState state, const Recorded& recorded,
             Rows& rows) {
  auto row = rows.find<ResultRow>(key_of(draft, edition));
  core::ensure(row.has_value(), "a result is computed before it is published");
  row->published_at = recorded.recorded_at;
  row->position = recorded.position;
  row->state = state;
  if (state == ResultState::Final) row->final_at = recorded.recorded_at;
  if (const auto before = rows.find<ResultRow>(key_of(published, edition))) {
    row->revisions = before->revisions;
    if (is_set_aside(*before)) row->revisions.back().affected = affected(*before, *row);
  }
  rows.put_record(key_of(published, edition), *row);
}

void set_aside(const awards::ResultSetAside& e, const Recorded&, Rows& rows) {
  auto row = rows.find<ResultRow>(key_of(published, e.edition));
  if (!row) return;
  if (is_set_aside(*row))
    row->revisions.back().reason += "\n" + e.reason;
  else
    row->revisions.push_back({e.at, e.reason, {}});
  rows.put_record(key_of(published, e.edition), *row);
}

void close(const awards::ResultClosed& e, const Recorded& recorded, Rows& rows) {
  auto row = rows.find<ResultRow>(key_of(published, e.edition));
  if (!row) return;
  row->state = ResultState::Closed;
  row->closed_at = recorded.recorded_at;
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
                       row->draw_seed,
                       row->state,
                       row->final_at,
                       row->closed_at,
                       row->revisions};
  for (auto& dossier : row->dossiers)
    result.dossiers.push_back(
        {named_entity(*entities, core::entity_of(dossier.dossier)), std::move(dossier)});
  return result;
}

}  // namespace

ReadModel results_model() {
  ReadModel model({"results", 8});
  model.on<ResultComputed>([](const ResultComputed& e, const Recorded& recorded, Rows& rows) {
    rows.put_record(key_of(draft, e.edition), ResultRow{e.edition,
                                                        recorded.recorded_at,
                                                        {},
                                                        recorded.position,
                                                        e.dossiers,
                                                        e.draw_seed,
                                                        ResultState::Draft,
                                                        {},
                                                        {},
                                                        {}});
  });
  model.on<ResultPublished>([](const ResultPublished& e, const Recorded& recorded, Rows& rows) {
    publish(e.edition, ResultState::Provisional, recorded, rows);
  });
  model.on<awards::ResultFinalised>(
      [](const awards::ResultFinalised& e, const Recorded& recorded, Rows& rows) {
        publish(e.edition, ResultState::Final, recorded, rows);
      });
  model.on<awards::ResultSetAside>(set_aside);
  model.on<awards::ResultClosed>(close);
  return model;
}

std::optional<EditionResult> published_result(const Views& views, const core::EditionId& edition) {
  return result_of(views, published, edition);
}

std::optional<EditionResult> draft_result(const Views& views, const core::EditionId& edition) {
  return result_of(views, draft, edition);
}

}  // namespace projections
