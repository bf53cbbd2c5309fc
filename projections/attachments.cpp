#include "projections/attachments.hpp"

#include <algorithm>

namespace projections {
namespace {

using core::Recorded;

std::string key_of(const core::DossierId& dossier, const core::AttachmentId& attachment) {
  return row_key({"attachment", dossier.text(), attachment.text()});
}

}  // namespace

ReadModel attachments_model() {
  ReadModel model({"attachments", 1});
  model.on<dossiers::DossierAttachmentAdded>(
      [](const dossiers::DossierAttachmentAdded& e, const Recorded&, Rows& rows) {
        rows.put_record(key_of(e.dossier, e.attachment),
                        AttachmentRow{e.attachment, e.record_id, e.title, e.file});
        for (const auto& sha256 : {e.file.sha256, e.file.anonymous_sha256})
          rows.put(row_key({"content", sha256}), "");
      });
  model.on<dossiers::DossierAttachmentRemoved>(
      [](const dossiers::DossierAttachmentRemoved& e, const Recorded&, Rows& rows) {
        rows.erase(key_of(e.dossier, e.attachment));
      });
  return model;
}

std::vector<AttachmentRow> attachments_of(const eventstore::RowView& view,
                                          const core::DossierId& dossier) {
  auto rows = rows_under<AttachmentRow>(view, row_key({"attachment", dossier.text(), ""}));
  std::ranges::stable_sort(rows, {}, &AttachmentRow::record_id);
  return rows;
}

std::optional<AttachmentRow> find_attachment(const eventstore::RowView& view,
                                             const core::DossierId& dossier,
                                             const core::AttachmentId& attachment) {
  return find_row<AttachmentRow>(view, key_of(dossier, attachment));
}

std::set<std::string> contents_named(const eventstore::RowView& view) {
  const auto prefix = row_key({"content", ""});
  std::set<std::string> named;
  view.scan(prefix, [&](std::string_view key, std::string_view) {
    named.emplace(key.substr(prefix.size()));
    return true;
  });
  return named;
}

}  // namespace projections
