#pragma once

#include "domain/core/fields.hpp"
#include "domain/core/personal.hpp"

namespace persons {

/// From here on nobody can read what is this person's, in any event before or after.
struct PersonErased {
  static constexpr std::string_view name = "person-erased";
  static constexpr bool erases_person = true;
  core::PersonId erased;
  FIELDS(erased)

  [[nodiscard]] core::PersonId person() const { return erased; }
};

}  // namespace persons
