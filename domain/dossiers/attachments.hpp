#pragma once

#include "domain/core/aggregate.hpp"
#include "domain/dossiers/dossier_events.hpp"

namespace dossiers {

constexpr std::int64_t largest_attachment = std::int64_t{25} << 20;    ///< bytes
constexpr std::int64_t largest_attachments = std::int64_t{250} << 20;  ///< bytes, of one dossier
constexpr std::size_t most_attachments = 200;                          ///< of one dossier

/// A file as it was taken in. Who reads the dossier for its entity or the secretariat gets the
/// file; jurors get a copy that does not say who made it.
struct StoredFile {
  std::string media_type;  ///< what its bytes say that it is
  std::int64_t bytes = 0;
  std::string sha256;            ///< lower-case hexadecimal
  std::string anonymous_sha256;  ///< of the copy for jurors
  bool checked_for_malware = false;
  FIELDS(media_type, bytes, sha256, anonymous_sha256, checked_for_malware)
};

/// Evidence of what a record tells, beside its links.
struct DossierAttachmentAdded {
  static constexpr std::string_view name = "dossier-attachment-added";
  core::DossierId dossier;
  core::AttachmentId attachment;
  core::RecordId record_id;
  std::string title;
  StoredFile file;
  core::Instant at;
  core::AccountId by;
  FIELDS(dossier, attachment, record_id, title, file, at, by)
};

struct DossierAttachmentRemoved {
  static constexpr std::string_view name = "dossier-attachment-removed";
  core::DossierId dossier;
  core::AttachmentId attachment;
  FIELDS(dossier, attachment)
};

/// The edge fills in `file`, of what has been uploaded. Errors: those of changing the record,
/// "unknown-record", "attachment-exists", "text-length" and "text-unreadable" on the title,
/// "file-too-large", "too-many-attachments".
struct AddAttachment {
  static constexpr std::string_view name = "dossier.add-attachment";
  core::DossierId dossier;
  core::AttachmentId attachment;
  core::RecordId record_id;
  std::string title;
  StoredFile file;
  FIELDS(dossier, attachment, record_id, title, file)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const;
};

/// Errors: those of changing the record, "unknown-attachment".
struct RemoveAttachment {
  static constexpr std::string_view name = "dossier.remove-attachment";
  core::DossierId dossier;
  core::AttachmentId attachment;
  FIELDS(dossier, attachment)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const;
};

}  // namespace dossiers
