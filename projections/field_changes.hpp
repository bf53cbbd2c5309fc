#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/dossiers/records.hpp"

namespace projections {

/// A field that is not what it was, by its path ("indicators[0].value"), as text.
struct FieldChange {
  std::string field;
  std::optional<std::string> before;  ///< nothing where it was absent
  std::optional<std::string> after;   ///< nothing where it is absent
  FIELDS(field, before, after)
};

/// What tells two versions of a record apart, by field; a record that is not there has no fields.
[[nodiscard]] std::vector<FieldChange> field_changes(
    const std::optional<dossiers::DossierRecord>& before,
    const std::optional<dossiers::DossierRecord>& after);

}  // namespace projections
