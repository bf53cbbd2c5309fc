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

bool is_shown(const RecordRow& row, const std::vector<AttachmentRow>& attachments) {
  return dossiers::links_evidence(row.record) ||
         std::ranges::find(attachments, row.record_id, &AttachmentRow::record_id) !=
             attachments.end();
}

WithoutEvidence without_evidence(const WholeDossier& whole) {
  WithoutEvidence without;
  std::vector<regulation::Section> sections;
  for (const auto& row : whole.records) {
    if (is_shown(row, whole.attachments)) continue;
    without.records.push_back(row.record_id);
    sections.push_back(row.section);
  }
  const auto words = dossiers::without_evidence_words(std::move(sections));
  without.words = {words.pt, words.en};
  return without;
}

}  // namespace

void hide_authors(WholeDossier& whole) {
  whole.dossier.receipt.reset();
  for (auto& attachment : whole.attachments) attachment.attached.reset();
}

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
  whole.without_evidence = without_evidence(whole);
  if (edition) add_completeness(whole, edition->regulation);
  return whole;
}

}  // namespace projections
