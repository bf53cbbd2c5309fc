#include "projections/links.hpp"

#include "domain/dossiers/dossier_events.hpp"
#include "domain/dossiers/link_checks.hpp"

namespace projections {
namespace {

using core::Recorded;
using namespace dossiers;

std::string key_of(const core::DossierId& dossier, const core::RecordId& record) {
  return row_key({"link", dossier.text(), record.text()});
}

std::string due_key(const core::DossierId& dossier, const core::RecordId& record) {
  return row_key({"due", dossier.text(), record.text()});
}

/// A link that is to be asked for, or asked for again.
struct Due {
  core::DossierId dossier;
  core::RecordId record_id;
  std::int64_t failures = 0;
  std::optional<core::Instant> failed_at;
  FIELDS(dossier, record_id, failures, failed_at)
};

void forget(const core::DossierId& dossier, const core::RecordId& record, Rows& rows) {
  rows.erase(key_of(dossier, record));
  rows.erase(due_key(dossier, record));
}

template <class Event>
void put(const Event& e, const Recorded&, Rows& rows) {
  const auto* link = std::get_if<Link>(&e.record);
  if (link == nullptr) return forget(e.dossier, e.record_id, rows);
  const auto key = key_of(e.dossier, e.record_id);
  const auto before = rows.find<LinkRow>(key);
  LinkRow row{e.dossier, e.record_id, link->title, link->url, {}, {}, {}};
  if (before && before->url == row.url) {
    row.checked_at = before->checked_at;
    row.answers = before->answers;
    row.status = before->status;
  } else {
    rows.put_record(due_key(e.dossier, e.record_id), Due{e.dossier, e.record_id, 0, {}});
  }
  rows.put_record(key, row);
}

void remove(const DossierRecordRemoved& e, const Recorded&, Rows& rows) {
  forget(e.dossier, e.record_id, rows);
}

void note_due(const LinkChecked& e, Rows& rows) {
  constexpr std::int64_t most_failures = 3;
  const auto key = due_key(e.dossier, e.record_id);
  auto due = rows.find<Due>(key);
  if (!due) return;
  ++due->failures;
  due->failed_at = e.at;
  if (e.answers || due->failures == most_failures)
    rows.erase(key);
  else
    rows.put_record(key, *due);
}

/// What came back from an address that has been changed meanwhile says nothing of the new one.
void note(const LinkChecked& e, const Recorded&, Rows& rows) {
  const auto key = key_of(e.dossier, e.record_id);
  auto row = rows.find<LinkRow>(key);
  if (!row || row->url != e.url) return;
  row->checked_at = e.at;
  row->answers = e.answers;
  row->status = e.status;
  rows.put_record(key, *row);
  note_due(e, rows);
}

}  // namespace

ReadModel links_model() {
  ReadModel model({"links", 1});
  model.on<DossierRecordAdded>(put<DossierRecordAdded>);
  model.on<DossierRecordChanged>(put<DossierRecordChanged>);
  model.on<DossierRecordRestored>(put<DossierRecordRestored>);
  model.on<DossierRecordRemoved>(remove);
  model.on<LinkChecked>(note);
  return model;
}

std::vector<LinkRow> links_of(const eventstore::RowView& view, const core::DossierId& dossier) {
  return rows_under<LinkRow>(view, row_key({"link", dossier.text(), ""}));
}

std::vector<LinkRow> links_to_check(const eventstore::RowView& view, const core::Instant& before,
                                    std::size_t limit) {
  std::vector<LinkRow> links;
  view.scan(row_key({"due", ""}), [&](std::string_view, std::string_view value) {
    const auto due = row_as<Due>(value);
    if (due.failed_at && due.failed_at->time() >= before.time()) return true;
    auto link = find_row<LinkRow>(view, key_of(due.dossier, due.record_id));
    core::ensure(link.has_value(), "a link that is due stands");
    links.push_back(*std::move(link));
    return links.size() < limit;
  });
  return links;
}

}  // namespace projections
