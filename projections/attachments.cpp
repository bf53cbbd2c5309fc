#include "projections/attachments.hpp"

#include <algorithm>

namespace projections {
namespace {

using namespace dossiers;
using core::Recorded;

std::string key_of(const core::DossierId& dossier, const core::AttachmentId& attachment) {
  return row_key({"attachment", dossier.text(), attachment.text()});
}

/// A record as far as its attachments go with it. A new record of a removed one's name has none of
/// the attachments of those before it.
struct BearerRow {
  core::RecordId record_id;
  std::int64_t of_the_name = 0;  ///< how many records the name has had
  bool stands = false;
  FIELDS(record_id, of_the_name, stands)
};

std::string key_of(const core::DossierId& dossier, const core::RecordId& record) {
  return row_key({"bearer", dossier.text(), record.text()});
}

/// An attachment of the record that then had the name.
struct BorneRow : AttachmentRow {
  std::int64_t of_the_name = 0;
  bool removed = false;
  FIELDS_AND_THOSE_OF(AttachmentRow, of_the_name, removed)
};

bool stands(const BorneRow& row, const BearerRow& bearer) {
  return !row.removed && bearer.stands && row.record_id == bearer.record_id &&
         row.of_the_name == bearer.of_the_name;
}

template <class E, class Change>
void change_bearer(const E& e, Rows& rows, Change change) {
  const auto key = key_of(e.dossier, e.record_id);
  auto bearer = rows.find<BearerRow>(key).value_or(BearerRow{e.record_id, 0, false});
  change(bearer);
  rows.put_record(key, bearer);
}

void attach(const DossierAttachmentAdded& e, const Recorded&, Rows& rows) {
  const auto bearer = rows.find<BearerRow>(key_of(e.dossier, e.record_id));
  core::ensure(bearer.has_value(), "a record is added before its attachments");
  rows.put_record(key_of(e.dossier, e.attachment),
                  BorneRow{{e.attachment, e.record_id, e.title, e.file, Attaching{e.by, e.at}},
                           bearer->of_the_name});
  for (const auto& sha256 : {e.file.sha256, e.file.anonymous_sha256})
    rows.put(row_key({"content", sha256}), "");
}

}  // namespace

ReadModel attachments_model() {
  ReadModel model({"attachments", 4});
  model.on<DossierRecordAdded>([](const DossierRecordAdded& e, const Recorded&, Rows& rows) {
    change_bearer(e, rows, [](BearerRow& bearer) {
      ++bearer.of_the_name;
      bearer.stands = true;
    });
  });
  model.on<DossierRecordRemoved>([](const DossierRecordRemoved& e, const Recorded&, Rows& rows) {
    change_bearer(e, rows, [](BearerRow& bearer) { bearer.stands = false; });
  });
  model.on<DossierRecordRestored>([](const DossierRecordRestored& e, const Recorded&, Rows& rows) {
    change_bearer(e, rows, [](BearerRow& bearer) { bearer.stands = true; });
  });
  model.on<DossierAttachmentAdded>(attach);
  model.on<DossierAttachmentRemoved>(
      [](const DossierAttachmentRemoved& e, const Recorded&, Rows& rows) {
        const auto key = key_of(e.dossier, e.attachment);
        auto row = rows.find<BorneRow>(key);
        core::ensure(row.has_value(), "an attachment is added before it is removed");
        row->removed = true;
        rows.put_record(key, *row);
      });
  return model;
}

std::vector<AttachmentRow> attachments_of(const eventstore::RowView& view,
                                          const core::DossierId& dossier) {
  const auto bearers = rows_under<BearerRow>(view, row_key({"bearer", dossier.text(), ""}));
  auto rows = rows_under<BorneRow>(view, row_key({"attachment", dossier.text(), ""}));
  std::ranges::stable_sort(rows, {}, &BorneRow::record_id);
  std::vector<AttachmentRow> standing;
  for (auto& row : rows)
    if (std::ranges::any_of(bearers, [&](const auto& bearer) { return stands(row, bearer); }))
      standing.push_back(std::move(row));
  return standing;
}

std::optional<AttachmentRow> find_attachment(const eventstore::RowView& view,
                                             const core::DossierId& dossier,
                                             const core::AttachmentId& attachment) {
  auto row = find_row<BorneRow>(view, key_of(dossier, attachment));
  if (!row) return std::nullopt;
  const auto bearer = find_row<BearerRow>(view, key_of(dossier, row->record_id));
  if (!bearer || !stands(*row, *bearer)) return std::nullopt;
  return *std::move(row);
}

std::optional<AttachmentRow> find_ever_attached(const eventstore::RowView& view,
                                                const core::DossierId& dossier,
                                                const core::AttachmentId& attachment) {
  return find_row<BorneRow>(view, key_of(dossier, attachment));
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
