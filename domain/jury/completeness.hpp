#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/core/reason.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/regulation/regulation.hpp"

namespace jury {

/// How far an evaluation is. Empty `missing`: it may be sealed, if a criterion applies.
struct Completeness {
  std::int64_t marked = 0;           ///< criteria with a mark, or said not to apply
  std::int64_t criteria = 0;         ///< in all
  std::vector<std::string> missing;  ///< titles of those without, in the regulation's order
  core::Reason words;                ///< "Faltam 2 de 3 critérios: Alcance; Resultados."
  FIELDS(marked, criteria, missing, words)
};

[[nodiscard]] Completeness completeness(const regulation::Regulation& regulation,
                                        const std::vector<Mark>& marks);

}  // namespace jury
