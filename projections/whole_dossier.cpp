#include "projections/whole_dossier.hpp"

#include <algorithm>

#include "projections/editions.hpp"

namespace projections {
namespace {

void add_completeness(WholeDossier& whole, const regulation::Regulation& rules) {
  std::vector<regulation::Section> sections;
  std::ranges::transform(whole.records, std::back_inserter(sections), &RecordRow::section);
  whole.completeness = dossiers::completeness(rules, sections);
  const auto missing = dossiers::missing_words(whole.completeness);
  whole.missing = {missing.pt, missing.en};
}

}  // namespace

std::vector<ListedDossier> dossier_board(const Views& views, const core::EditionId& edition) {
  const auto entities = views.view("entities");
  std::vector<ListedDossier> listed;
  for (auto& dossier : dossiers_of(*views.view("dossier_board"), edition))
    listed.push_back({named_entity(*entities, dossier.entity), std::move(dossier)});
  return listed;
}

std::optional<WholeDossier> whole_dossier(const Views& views, const core::DossierId& dossier) {
  const auto board = views.view("dossier_board");
  auto row = find_dossier(*board, dossier);
  if (!row) return std::nullopt;
  const auto edition = find_edition(*views.view("editions"), row->edition);
  WholeDossier whole;
  whole.entity = named_entity(*views.view("entities"), row->entity);
  whole.dossier = *std::move(row);
  whole.records = records_of(*board, dossier);
  whole.attachments = attachments_of(*views.view("attachments"), dossier);
  if (edition) add_completeness(whole, edition->regulation);
  return whole;
}

}  // namespace projections
