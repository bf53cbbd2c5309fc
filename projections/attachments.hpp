#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/dossiers/attachments.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Which files does a dossier show as evidence, and which contents are still named by any? A file
/// is shown while its record stands.
[[nodiscard]] ReadModel attachments_model();

struct Attaching {
  core::AccountId by;
  core::Instant at;
  FIELDS(by, at)
};

struct AttachmentRow {
  core::AttachmentId attachment;
  core::RecordId record_id;
  std::string title;
  dossiers::StoredFile file;
  std::optional<Attaching> attached;  ///< for those who may know the authors
  FIELDS(attachment, record_id, title, file, attached)
};

/// By record, in the order of their ids.
[[nodiscard]] std::vector<AttachmentRow> attachments_of(const eventstore::RowView& view,
                                                        const core::DossierId& dossier);
[[nodiscard]] std::optional<AttachmentRow> find_attachment(const eventstore::RowView& view,
                                                           const core::DossierId& dossier,
                                                           const core::AttachmentId& attachment);
/// Also where it or its record was removed since.
[[nodiscard]] std::optional<AttachmentRow> find_ever_attached(const eventstore::RowView& view,
                                                              const core::DossierId& dossier,
                                                              const core::AttachmentId& attachment);
/// SHA-256 of every file that was ever attached and of its copy, those since removed too: what a
/// dossier showed on any date can still be read, and a restored record has its files again.
[[nodiscard]] std::set<std::string> contents_named(const eventstore::RowView& view);

}  // namespace projections
