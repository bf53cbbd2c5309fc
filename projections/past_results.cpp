#include "projections/past_results.hpp"

namespace projections {

ReadModel past_results_model() {
  ReadModel model({"past_results", 1});
  model.on<awards::PastResultRecorded>([](const awards::PastResultRecorded& e,
                                          const core::Recorded&,
                                          Rows& rows) { rows.put_record(e.edition.text(), e); });
  return model;
}

std::vector<awards::PastResultRecorded> past_results(const eventstore::RowView& view) {
  return rows_under<awards::PastResultRecorded>(view, "");
}

}  // namespace projections
