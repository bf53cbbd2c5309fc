#include "projections/editions.hpp"

#include <algorithm>

#include "domain/editions/edition_events.hpp"

namespace projections {
namespace {

std::string key_of(const core::EditionId& edition, std::uint64_t version) {
  return row_key({"draft", edition.text(), row_number(version)});
}

std::string key_of_last(const core::EditionId& edition) {
  return row_key({"last", edition.text()});
}

/// The event puts a deadline off, and is shown among the extensions of it.
template <class Event>
void extends(ReadModel& model, std::vector<Extension> EditionRow::* extensions,
             core::Instant regulation::Calendar::* deadline) {
  model.on<Event>([=](const Event& e, const core::Recorded&, Rows& rows) {
    auto row = rows.find<EditionRow>(e.edition.text());
    if (!row) return;
    e.put_off(row->calendar);
    (*row.*extensions).push_back({e.at, e.before, row->calendar.*deadline, e.reason});
    rows.put_record(e.edition.text(), *row);
  });
}

}  // namespace

ReadModel editions_model() {
  ReadModel model({"editions", 8});
  model.on<editions::EditionOpened>(
      [](const editions::EditionOpened& e, const core::Recorded& recorded, Rows& rows) {
        rows.put_record(e.edition.text(), EditionRow{e.edition,
                                                     e.title,
                                                     e.demonstration,
                                                     recorded.recorded_at,
                                                     e.regulation,
                                                     e.regulation.calendar,
                                                     {},
                                                     {}});
      });
  model.on<editions::RegulationFrozen>(
      [](const editions::RegulationFrozen& e, const core::Recorded&, Rows& rows) {
        auto row = rows.find<EditionRow>(e.edition.text());
        if (!row) return;
        row->regulation_sha256 = e.regulation_sha256;
        rows.put_record(e.edition.text(), *row);
      });
  extends<editions::DeadlineExtended>(model, &EditionRow::extensions,
                                      &regulation::Calendar::submission_deadline);
  extends<editions::ScoringExtended>(model, &EditionRow::scoring_extensions,
                                     &regulation::Calendar::scoring_deadline);
  extends<editions::HearingExtended>(model, &EditionRow::hearing_extensions,
                                     &regulation::Calendar::hearing_deadline);
  extends<editions::ComplaintsExtended>(model, &EditionRow::complaints_extensions,
                                        &regulation::Calendar::complaints_deadline);
  return model;
}

ReadModel edition_drafts_model() {
  ReadModel model({"edition_drafts", 2});
  model.on<editions::EditionDrafted>(
      [](const editions::EditionDrafted& e, const core::Recorded& recorded, Rows& rows) {
        const DraftRow row{{recorded.version, e.title, recorded.recorded_at, recorded.actor},
                           e.edition,
                           e.demonstration,
                           e.regulation};
        rows.put_record(key_of(e.edition, row.version), row);
        rows.put_record(key_of_last(e.edition), row);
      });
  model.on<editions::EditionOpened>([](const editions::EditionOpened& e, const core::Recorded&,
                                       Rows& rows) { rows.erase(key_of_last(e.edition)); });
  return model;
}

std::optional<DraftRow> find_draft(const eventstore::RowView& view, const core::EditionId& id) {
  return find_row<DraftRow>(view, key_of_last(id));
}

std::optional<DraftRow> find_draft(const eventstore::RowView& view, const core::EditionId& id,
                                   std::uint64_t version) {
  return find_row<DraftRow>(view, key_of(id, version));
}

std::vector<DraftLine> drafts_of(const eventstore::RowView& view, const core::EditionId& id) {
  auto rows = rows_under<DraftRow>(view, row_key({"draft", id.text(), ""}));
  return {rows.rbegin(), rows.rend()};
}

std::vector<EditionRow> all_editions(const eventstore::RowView& view) {
  auto rows = rows_under<EditionRow>(view, "");
  std::ranges::stable_sort(rows, std::greater(),
                           [](const EditionRow& row) { return row.regulation.calendar.opens; });
  return rows;
}

std::optional<EditionRow> find_edition(const eventstore::RowView& view, const core::EditionId& id) {
  return find_row<EditionRow>(view, id.text());
}

}  // namespace projections
