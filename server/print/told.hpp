#pragma once

#include <string>
#include <vector>

#include "domain/dossiers/records.hpp"

namespace server::print {

/// A field as it is read on paper: "Período", "De 1 de março de 2021 a 30 de junho de 2021".
struct ToldField {
  std::string field_label;
  std::vector<std::string> field_values;  ///< more than one where the field is a list
  FIELDS(field_label, field_values)
};

/// What a record says beyond its title, in the order of its fields; what it leaves open is not
/// told.
[[nodiscard]] std::vector<ToldField> told(const dossiers::DossierRecord& record);

}  // namespace server::print
