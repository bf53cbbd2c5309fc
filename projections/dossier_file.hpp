#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/result.hpp"
#include "projections/attachments.hpp"
#include "projections/dossier_board.hpp"
#include "projections/entities.hpp"
#include "projections/views.hpp"

namespace projections {

/// A record as the file tells it.
struct ToldRecord {
  core::RecordId record_id;
  std::optional<dossiers::RecordOrigin> origin;
  dossiers::DossierRecord record;
  FIELDS(record_id, origin, record)
};

/// A dossier as a file: its records whole, its attachments by name and SHA-256.
struct DossierFile {
  static constexpr std::string_view newest_format = "autarquia-solidaria/dossier/1";
  std::string format;
  core::DossierId dossier;
  core::EditionId edition;
  NamedEntity entity;
  std::vector<ToldRecord> records;         ///< by section, then by id
  std::vector<AttachmentRow> attachments;  ///< without who attached them
  FIELDS(format, dossier, edition, entity, records, attachments)
};

/// Nothing where there is no such dossier.
[[nodiscard]] std::optional<DossierFile> dossier_file(const Views& views,
                                                      const core::DossierId& dossier);

/// Whether this program understands the file. Error: "file-format" on "format".
[[nodiscard]] core::Result<void> check(const DossierFile& file);

}  // namespace projections
