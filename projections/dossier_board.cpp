#include "projections/dossier_board.hpp"

#include <algorithm>

#include "domain/dossiers/records.hpp"

namespace projections {
namespace {

using namespace dossiers;
using core::Recorded;

/// The edition is part of a dossier's id, so that its dossiers stand together.
std::string key_of(const core::DossierId& dossier) {
  return row_key({"dossier", core::edition_of(dossier).text(), dossier.text()});
}

std::string key_of(const core::DossierId& dossier, const core::RecordId& record) {
  return row_key({"record", dossier.text(), record.text()});
}

void count(DossierRow& row, regulation::Section section, std::int64_t difference) {
  row.records += difference;
  auto found = std::ranges::lower_bound(row.sections, section, {}, &SectionCount::section);
  if (found == row.sections.end() || found->section != section)
    found = row.sections.insert(found, {section, 0});
  found->records += difference;
  if (found->records == 0) row.sections.erase(found);
}

/// Changes the row of a dossier that was started before.
template <class Change>
void change(Rows& rows, const core::DossierId& dossier, const Recorded& recorded, Change change) {
  auto row = rows.find<DossierRow>(key_of(dossier));
  core::ensure(row.has_value(), "a dossier is started before it changes");
  change(*row);
  row->version = recorded.version;
  rows.put_record(key_of(dossier), *row);
}

void put(Rows& rows, DossierRow& dossier, const core::RecordId& id, const DossierRecord& record) {
  count(dossier, section_of(record), +1);
  rows.put_record(key_of(dossier.dossier, id), RecordRow{id, section_of(record), record});
}

void take_away(Rows& rows, DossierRow& dossier, const core::RecordId& id) {
  const auto key = key_of(dossier.dossier, id);
  const auto earlier = rows.find<RecordRow>(key);
  core::ensure(earlier.has_value(), "a record is added before it changes");
  count(dossier, earlier->section, -1);
  rows.erase(key);
}

void start(const DossierStarted& e, const Recorded& recorded, Rows& rows) {
  DossierRow row;
  row.dossier = e.dossier;
  row.edition = e.edition;
  row.entity = e.entity;
  row.category = e.category;
  row.version = recorded.version;
  rows.put_record(key_of(e.dossier), row);
}

void submit(const DossierSubmitted& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    row.state = DossierState::Submitted;
    row.receipt = ReceiptRow{e.dossier, recorded.position, e.at, e.by, e.responsible};
  });
}

void screen(const DossierScreened& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    row.state = e.verdict == Verdict::Eligible ? DossierState::Eligible : DossierState::NotEligible;
    row.screening = ScreeningRow{e.verdict, e.reason, e.at};
  });
}

}  // namespace

ReadModel dossier_board_model() {
  ReadModel model({"dossier_board", 1});
  model.on<DossierStarted>(start);
  model.on<DossierRecordAdded>([](const DossierRecordAdded& e, const Recorded& at, Rows& rows) {
    change(rows, e.dossier, at, [&](DossierRow& row) { put(rows, row, e.record_id, e.record); });
  });
  model.on<DossierRecordChanged>([](const DossierRecordChanged& e, const Recorded& at, Rows& rows) {
    change(rows, e.dossier, at, [&](DossierRow& row) {
      take_away(rows, row, e.record_id);
      put(rows, row, e.record_id, e.record);
    });
  });
  model.on<DossierRecordRemoved>([](const DossierRecordRemoved& e, const Recorded& at, Rows& rows) {
    change(rows, e.dossier, at, [&](DossierRow& row) { take_away(rows, row, e.record_id); });
  });
  model.on<DossierSubmitted>(submit);
  model.on<DossierScreened>(screen);
  return model;
}

std::vector<DossierRow> dossiers_of(const eventstore::RowView& view,
                                    const core::EditionId& edition) {
  return rows_under<DossierRow>(view, row_key({"dossier", edition.text(), ""}));
}

std::optional<DossierRow> find_dossier(const eventstore::RowView& view,
                                       const core::DossierId& dossier) {
  return find_row<DossierRow>(view, key_of(dossier));
}

std::vector<RecordRow> records_of(const eventstore::RowView& view, const core::DossierId& dossier) {
  auto records = rows_under<RecordRow>(view, row_key({"record", dossier.text(), ""}));
  std::ranges::stable_sort(records, {}, &RecordRow::section);
  return records;
}

}  // namespace projections
