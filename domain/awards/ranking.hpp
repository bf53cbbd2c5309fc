#pragma once

#include <cstdint>
#include <vector>

#include "domain/awards/scoring.hpp"

namespace awards {

/// A dossier that can be ranked.
struct Candidate {
  core::DossierId dossier;
  regulation::Category category = regulation::Category::Municipio;
  Score score;
};

struct Ranked {
  Candidate candidate;
  std::int64_t rank = 0;  ///< within its category
};

/// Ranks each category by exact points and then by the regulation's tie-break steps; dossiers still
/// equal share their rank, and the next rank counts them all (1, 1, 3). A criterion or section
/// that does not apply loses against one that does. Ordered by category, rank and dossier.
[[nodiscard]] std::vector<Ranked> rank(const regulation::Regulation& regulation,
                                       std::vector<Candidate> candidates);

}  // namespace awards
