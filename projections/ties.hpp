#pragma once

#include <optional>
#include <vector>

#include "projections/results.hpp"

namespace projections {

/// Two dossiers that follow each other in a category with the same points as published.
struct Tie {
  NamedEntity first;
  NamedEntity second;
  bool shared = false;                   ///< they are equal in every step, and share their rank
  std::optional<awards::Reason> parted;  ///< nothing also where the result does not tell
  FIELDS(first, second, shared, parted)
};

/// Between a dossier and the next, of a result in its order; nothing where they do not tie.
[[nodiscard]] std::optional<Tie> tie_with_next(const std::vector<NamedResult>& dossiers,
                                               std::size_t at, const regulation::Regulation& rules);

/// Those that a dossier has with its neighbours.
[[nodiscard]] std::vector<Tie> ties_of(const std::vector<NamedResult>& dossiers, std::size_t at,
                                       const regulation::Regulation& rules);

}  // namespace projections
