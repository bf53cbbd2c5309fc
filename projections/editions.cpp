#include "projections/editions.hpp"

#include <algorithm>

#include "domain/editions/edition_events.hpp"

namespace projections {

ReadModel editions_model() {
  ReadModel model({"editions", 2});
  model.on<editions::EditionOpened>(
      [](const editions::EditionOpened& e, const core::Recorded& recorded, Rows& rows) {
        rows.put_record(e.edition.text(), EditionRow{e.edition, e.title, e.demonstration,
                                                     recorded.recorded_at, e.regulation});
      });
  return model;
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
