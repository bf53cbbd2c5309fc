#pragma once

#include <optional>
#include <vector>

#include "domain/regulation/regulation.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Which editions are there, and by which rules?
struct EditionRow {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  core::Instant opened_at;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, opened_at, regulation)
};

[[nodiscard]] ReadModel editions_model();

/// The newest first.
[[nodiscard]] std::vector<EditionRow> all_editions(const eventstore::RowView& view);
[[nodiscard]] std::optional<EditionRow> find_edition(const eventstore::RowView& view,
                                                     const core::EditionId& id);

}  // namespace projections
