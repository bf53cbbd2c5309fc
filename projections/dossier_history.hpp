#pragma once

#include <optional>
#include <vector>

#include "domain/dossiers/records.hpp"
#include "projections/field_changes.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// What was each record of a dossier, and what was attached to it? Who made it so, and when?
[[nodiscard]] ReadModel dossier_history_model();

enum class RecordEvent { Added, Changed, Removed, Restored };
CHOICES(RecordEvent, "added", "changed", "removed", "restored")

/// A version of one record; without content where it is the removal.
struct VersionRow {
  core::RecordId record_id;
  std::int64_t revision = 0;
  RecordEvent event = RecordEvent::Added;
  core::AccountId by;
  core::Instant at;
  std::optional<std::int64_t> restores;  ///< the revision that was taken back
  std::optional<dossiers::DossierRecord> record;
  FIELDS(record_id, revision, event, by, at, restores, record)
};

/// The same, with what it changed in the version before it.
struct RecordVersion : VersionRow {
  std::vector<FieldChange> changes;
  FIELDS_AND_THOSE_OF(VersionRow, changes)
};

enum class AttachmentEvent { Added, Removed };
CHOICES(AttachmentEvent, "added", "removed")

/// A file was attached to a record, or taken away from it. That it went or came back with its
/// record, the record's versions tell.
struct AttachmentChange {
  core::AttachmentId attachment;
  core::RecordId record_id;
  std::string title;
  AttachmentEvent event = AttachmentEvent::Added;
  core::AccountId by;
  core::Instant at;
  FIELDS(attachment, record_id, title, event, by, at)
};

/// By record, oldest version first; of one record alone where `record` names one.
[[nodiscard]] std::vector<RecordVersion> history_of(const eventstore::RowView& view,
                                                    const core::DossierId& dossier,
                                                    const core::RecordId& record = {});
/// In the order in which it happened; of one record alone where `record` names one.
[[nodiscard]] std::vector<AttachmentChange> attachment_history_of(
    const eventstore::RowView& view, const core::DossierId& dossier,
    const core::RecordId& record = {});

}  // namespace projections
