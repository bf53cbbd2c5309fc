#include "projections/dossier_history.hpp"

#include "domain/dossiers/attachments.hpp"

namespace projections {
namespace {

using namespace dossiers;
using core::Recorded;

/// How many versions a record has.
struct VersionCount {
  std::int64_t versions = 0;
  FIELDS(versions)
};

/// Puts the next version of the record that `e` is about.
template <class E>
void put(VersionRow row, const E& e, const Recorded& at, Rows& rows) {
  const auto key = row_key({"count", e.dossier.text(), e.record_id.text()});
  auto count = rows.find<VersionCount>(key).value_or(VersionCount());
  row.record_id = e.record_id;
  row.revision = ++count.versions;
  row.by = at.actor;
  row.at = at.recorded_at;
  rows.put_record(key, count);
  rows.put_record(row_key({"version", e.dossier.text(), e.record_id.text(),
                           row_number(static_cast<std::uint64_t>(row.revision))}),
                  row);
}

VersionRow version(RecordEvent event, std::optional<DossierRecord> record = {}) {
  VersionRow row;
  row.event = event;
  row.record = std::move(record);
  return row;
}

/// The attachment's last change, which says what it is.
std::string key_of(const core::DossierId& dossier, const core::AttachmentId& attachment) {
  return row_key({"attachment", dossier.text(), attachment.text()});
}

template <class E>
void put(AttachmentChange change, const E& e, const Recorded& at, Rows& rows) {
  change.by = at.actor;
  change.at = at.recorded_at;
  rows.put_record(key_of(e.dossier, e.attachment), change);
  rows.put_record(row_key({"attachment-change", e.dossier.text(), row_number(at.position)}),
                  change);
}

void attach(const DossierAttachmentAdded& e, const Recorded& at, Rows& rows) {
  put({e.attachment, e.record_id, e.title, AttachmentEvent::Added, {}, {}}, e, at, rows);
}

void take_away(const DossierAttachmentRemoved& e, const Recorded& at, Rows& rows) {
  auto change = rows.find<AttachmentChange>(key_of(e.dossier, e.attachment));
  core::ensure(change.has_value(), "a file is attached before it is taken away");
  change->event = AttachmentEvent::Removed;
  put(*std::move(change), e, at, rows);
}

}  // namespace

ReadModel dossier_history_model() {
  ReadModel model({"dossier_history", 2});
  model.on<DossierRecordAdded>([](const DossierRecordAdded& e, const Recorded& at, Rows& rows) {
    put(version(RecordEvent::Added, e.record), e, at, rows);
  });
  model.on<DossierRecordChanged>([](const DossierRecordChanged& e, const Recorded& at, Rows& rows) {
    put(version(RecordEvent::Changed, e.record), e, at, rows);
  });
  model.on<DossierRecordRemoved>([](const DossierRecordRemoved& e, const Recorded& at, Rows& rows) {
    put(version(RecordEvent::Removed), e, at, rows);
  });
  model.on<DossierRecordRestored>(
      [](const DossierRecordRestored& e, const Recorded& at, Rows& rows) {
        auto row = version(RecordEvent::Restored, e.record);
        row.restores = e.restores;
        put(std::move(row), e, at, rows);
      });
  model.on<DossierAttachmentAdded>(attach);
  model.on<DossierAttachmentRemoved>(take_away);
  return model;
}

std::vector<RecordVersion> history_of(const eventstore::RowView& view,
                                      const core::DossierId& dossier,
                                      const core::RecordId& record) {
  const auto prefix = record.empty() ? row_key({"version", dossier.text(), ""})
                                     : row_key({"version", dossier.text(), record.text(), ""});
  std::vector<RecordVersion> history;
  for (auto& row : rows_under<VersionRow>(view, prefix)) {
    const bool first = row.revision == 1;
    auto changes = field_changes(first ? std::nullopt : history.back().record, row.record);
    history.push_back({std::move(row), std::move(changes)});
  }
  return history;
}

std::vector<AttachmentChange> attachment_history_of(const eventstore::RowView& view,
                                                    const core::DossierId& dossier,
                                                    const core::RecordId& record) {
  auto changes =
      rows_under<AttachmentChange>(view, row_key({"attachment-change", dossier.text(), ""}));
  if (!record.empty())
    std::erase_if(changes, [&](const auto& change) { return change.record_id != record; });
  return changes;
}

}  // namespace projections
