#pragma once

#include "domain/dossiers/completeness.hpp"
#include "projections/attachments.hpp"
#include "projections/dossier_board.hpp"
#include "projections/entities.hpp"
#include "projections/views.hpp"

namespace projections {

/// A line of an edition's list of dossiers.
struct ListedDossier {
  NamedEntity entity;
  DossierRow dossier;
  FIELDS(entity, dossier)
};

/// What is missing, in a sentence for each section that lacks something.
struct MissingWords {
  std::string pt;
  std::string en;
  FIELDS(pt, en)
};

/// Records that neither an attachment nor a link shows, and a sentence for each section that has
/// some.
struct WithoutEvidence {
  std::vector<core::RecordId> records;
  MissingWords words;
  FIELDS(records, words)
};

/// A dossier as its readers see it, with the edition's demands on it.
struct WholeDossier {
  NamedEntity entity;
  DossierRow dossier;
  std::vector<dossiers::SectionStatus> completeness;  ///< one for each section of the regulation
  MissingWords missing;
  WithoutEvidence without_evidence;
  std::vector<RecordRow> records;
  std::vector<AttachmentRow> attachments;
  FIELDS(entity, dossier, completeness, missing, without_evidence, records, attachments)
};

/// Takes out who submitted the dossier, and who attached its files and when.
void hide_authors(WholeDossier& whole);

/// By entity.
[[nodiscard]] std::vector<ListedDossier> dossier_board(const Views& views,
                                                       const core::EditionId& edition);
[[nodiscard]] std::optional<WholeDossier> whole_dossier(const Views& views,
                                                        const core::DossierId& dossier);

}  // namespace projections
