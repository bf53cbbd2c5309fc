#include "projections/dossier_board.hpp"

#include <algorithm>

#include "domain/dossiers/clarification.hpp"
#include "domain/dossiers/contest.hpp"

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

/// The last revision of a record that was removed: the next one follows it.
struct RemovedRow {
  std::int64_t revision = 0;
  std::optional<RecordOrigin> origin;
  FIELDS(revision, origin)
};

std::string key_of_removed(const core::DossierId& dossier, const core::RecordId& record) {
  return row_key({"removed", dossier.text(), record.text()});
}

/// Takes the record out of the rows, if it stands; answers what it was, revision 0 where it never
/// was.
RemovedRow take_out(Rows& rows, DossierRow& dossier, const core::RecordId& id) {
  if (const auto earlier = rows.find<RecordRow>(key_of(dossier.dossier, id))) {
    count(dossier, earlier->section, -1);
    rows.erase(key_of(dossier.dossier, id));
    return {earlier->revision, earlier->origin};
  }
  const auto removed = rows.find<RemovedRow>(key_of_removed(dossier.dossier, id));
  if (!removed) return {};
  rows.erase(key_of_removed(dossier.dossier, id));
  return *removed;
}

/// The record's next version.
template <class E>
void put_version(const E& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    auto before = take_out(rows, row, e.record_id);
    if constexpr (std::is_same_v<E, DossierRecordAdded>) before.origin = e.origin;
    count(row, section_of(e.record), +1);
    rows.put_record(
        key_of(e.dossier, e.record_id),
        RecordRow{e.record_id, before.revision + 1, section_of(e.record), before.origin, e.record});
  });
}

void remove(const DossierRecordRemoved& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    auto before = take_out(rows, row, e.record_id);
    ++before.revision;
    rows.put_record(key_of_removed(e.dossier, e.record_id), before);
  });
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

void ask(const ClarificationAsked& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    row.state = DossierState::Clarifying;
    row.clarification = ClarificationRow{e.sections, e.question, e.at, e.until, {}, {}};
  });
}

void clarify(const ClarificationGiven& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    core::ensure(row.clarification.has_value(), "a clarification is asked before it is given");
    row.state = DossierState::Submitted;
    row.clarification->answer = e.answer;
    row.clarification->given_at = e.at;
  });
}

void withdraw(const DossierWithdrawn& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    row.state = DossierState::Withdrawn;
    row.withdrawal = WithdrawalRow{e.reason, e.at, e.by};
  });
}

void screen(const DossierScreened& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded, [&](DossierRow& row) {
    row.state = e.verdict == Verdict::Eligible ? DossierState::Eligible : DossierState::NotEligible;
    if (row.screening)
      row.earlier_screenings.push_back({*std::move(row.screening), std::move(row.contest)});
    row.screening = ScreeningRow{e.verdict, e.reason, e.at};
    row.contest.reset();
  });
}

void contest(const ScreeningContested& e, const Recorded& recorded, Rows& rows) {
  change(rows, e.dossier, recorded,
         [&](DossierRow& row) { row.contest = ContestRow{e.text, e.at, e.by}; });
}

}  // namespace

ReadModel dossier_board_model() {
  ReadModel model({"dossier_board", 6});
  model.on<DossierStarted>(start);
  model.on<DossierRecordAdded>(put_version<DossierRecordAdded>);
  model.on<DossierRecordChanged>(put_version<DossierRecordChanged>);
  model.on<DossierRecordRestored>(put_version<DossierRecordRestored>);
  model.on<DossierRecordRemoved>(remove);
  model.on<DossierSubmitted>(submit);
  model.on<ClarificationAsked>(ask);
  model.on<ClarificationGiven>(clarify);
  model.on<DossierWithdrawn>(withdraw);
  model.on<DossierScreened>(screen);
  model.on<ScreeningContested>(contest);
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

std::optional<StandingRecord> standing_record(const eventstore::RowView& view,
                                              const core::DossierId& dossier,
                                              const core::RecordId& record) {
  if (auto row = find_row<RecordRow>(view, key_of(dossier, record)))
    return StandingRecord{record, row->revision, std::move(row->record)};
  if (const auto removed = find_row<RemovedRow>(view, key_of_removed(dossier, record)))
    return StandingRecord{record, removed->revision, std::nullopt};
  return std::nullopt;
}

}  // namespace projections
