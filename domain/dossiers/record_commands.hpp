#pragma once

#include "domain/core/aggregate.hpp"
#include "domain/dossiers/dossier_events.hpp"

/// Several people fill a dossier at once: each command is about one record, and says which revision
/// of it its author has read. Who comes second with the same record hears "record-changed", with
/// what stands, to merge; different records never get into each other's way.
namespace dossiers {

/// The edition whose rules a dossier follows.
[[nodiscard]] inline std::vector<core::StreamRef> edition_read(const core::DossierId& dossier) {
  return {{"edition", core::edition_of(dossier).text()}};
}

/// What every change of a record or attachment may be refused for. A draft changes until the
/// deadline: "unknown-dossier", "dossier-withdrawn", "already-submitted", "deadline-passed". A
/// submitted dossier changes in the sections that a clarification opens: "section-closed",
/// "clarification-over".

/// Errors beside those: "record-exists", "too-many-records" (200), "unknown-origin" (it has to be a
/// record of another dossier of the entity), and those of `check` on the record.
struct AddRecord {
  static constexpr std::string_view name = "dossier.add-record";
  core::DossierId dossier;
  core::RecordId record_id;
  DossierRecord record;
  std::optional<RecordOrigin> origin = {};  ///< where it was taken over from an earlier dossier
  FIELDS(dossier, record_id, record, origin)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    auto streams = edition_read(dossier);
    if (origin) streams.push_back({"dossier", origin->dossier.text()});
    return streams;
  }
};

struct ImportedRecord {
  core::RecordId record_id;
  DossierRecord record;
  std::optional<RecordOrigin> origin = {};  ///< as in AddRecord
  FIELDS(record_id, record, origin)
};

/// Adds all of the records, or none; those that stand already just so stay as they are. Errors
/// beside those, each on its place in the list: "record-exists" (with other content, or twice in
/// the list), "too-many-records", "unknown-origin", and those of `check`.
struct ImportRecords {
  static constexpr std::string_view name = "dossier.import-records";
  core::DossierId dossier;
  std::vector<ImportedRecord> records;
  FIELDS(dossier, records)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Puts a record in the place of another of the same kind. Errors beside those: "unknown-record",
/// "record-changed", "record-kind", and those of `check` on the record.
struct ChangeRecord {
  static constexpr std::string_view name = "dossier.change-record";
  core::DossierId dossier;
  core::RecordId record_id;
  std::int64_t revision = 0;  ///< that its author has read
  DossierRecord record;
  FIELDS(dossier, record_id, revision, record)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

/// Its attachments go with it. Errors beside those: "unknown-record", "record-changed".
struct RemoveRecord {
  static constexpr std::string_view name = "dossier.remove-record";
  core::DossierId dossier;
  core::RecordId record_id;
  std::int64_t revision = 0;  ///< that its author has read
  FIELDS(dossier, record_id, revision)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

/// Makes what a record once was its newest version, also of one that was removed, whose attachments
/// come back with it; nothing happens where it stands already. Errors beside those:
/// "unknown-record", "record-changed", "unknown-revision", "too-many-records",
/// "too-many-attachments".
struct RestoreRecord {
  static constexpr std::string_view name = "dossier.restore-record";
  core::DossierId dossier;
  core::RecordId record_id;
  std::int64_t revision = 0;  ///< that its author has read
  std::int64_t restores = 0;  ///< the revision that is wanted back
  FIELDS(dossier, record_id, revision, restores)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

}  // namespace dossiers
