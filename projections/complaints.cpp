#include "projections/complaints.hpp"

namespace projections {
namespace {

using awards::ComplaintDecided;
using awards::ComplaintFiled;

std::string key_of(const core::EditionId& edition, const core::ComplaintId& complaint) {
  return row_key({edition.text(), complaint.text()});
}

}  // namespace

ReadModel complaints_model() {
  ReadModel model({"complaints", 1});
  model.on<ComplaintFiled>([](const ComplaintFiled& e, const core::Recorded&, Rows& rows) {
    rows.put_record(key_of(e.edition, e.complaint),
                    ComplaintRow{e.complaint, e.dossier, e.stage, e.at, e.text, {}, {}, {}});
  });
  model.on<ComplaintDecided>([](const ComplaintDecided& e, const core::Recorded&, Rows& rows) {
    auto row = rows.find<ComplaintRow>(key_of(e.edition, e.complaint));
    if (!row) return;
    row->verdict = e.verdict;
    row->decided_at = e.at;
    row->reasons = e.reasons;
    rows.put_record(key_of(e.edition, e.complaint), *row);
  });
  return model;
}

std::vector<ComplaintRow> complaints_of(const eventstore::RowView& view,
                                        const core::EditionId& edition) {
  return rows_under<ComplaintRow>(view, row_key({edition.text(), ""}));
}

}  // namespace projections
