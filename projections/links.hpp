#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Do the pages answer that dossiers name, and which are still to be asked for?
[[nodiscard]] ReadModel links_model();

/// A link of section VII as it now stands. Another address of the same record has not been checked.
struct LinkRow {
  core::DossierId dossier;
  core::RecordId record_id;
  std::string title;
  std::string url;
  std::optional<core::Instant> checked_at;
  std::optional<bool> answers;
  std::optional<std::int64_t> status;  ///< of HTTP
  FIELDS(dossier, record_id, title, url, checked_at, answers, status)
};

/// By record.
[[nodiscard]] std::vector<LinkRow> links_of(const eventstore::RowView& view,
                                            const core::DossierId& dossier);

/// Those never asked for, and those that did not answer, last before `before` and less than three
/// times in all; at most `limit`.
[[nodiscard]] std::vector<LinkRow> links_to_check(const eventstore::RowView& view,
                                                  const core::Instant& before, std::size_t limit);

}  // namespace projections
