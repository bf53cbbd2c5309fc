#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/awards/complaint_events.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// What do entities say of a result, and what was decided?
[[nodiscard]] ReadModel complaints_model();

struct ComplaintRow {
  core::ComplaintId complaint;
  core::DossierId dossier;
  awards::ComplaintStage stage = awards::ComplaintStage::Hearing;
  core::Instant filed_at;
  std::string text;
  std::optional<awards::ComplaintVerdict> verdict;  ///< nothing: not decided yet
  std::optional<core::Instant> decided_at;
  std::optional<std::string> reasons;
  FIELDS(complaint, dossier, stage, filed_at, text, verdict, decided_at, reasons)
};

/// By their ids.
[[nodiscard]] std::vector<ComplaintRow> complaints_of(const eventstore::RowView& view,
                                                      const core::EditionId& edition);

}  // namespace projections
