#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/awards/scoring.hpp"

namespace awards {

/// A dossier that can be ranked.
struct Candidate {
  core::DossierId dossier;
  regulation::Category category = regulation::Category::Municipio;
  Score score;
  std::string lot = {};  ///< drawn, where the regulation has a draw: the lowest comes first
};

/// What a prize of the theme looks at; nullptr where it does not apply. More is better.
[[nodiscard]] const Points* value_of(const regulation::Theming& theme, const Score& score);

/// What comes first within a category: more points, or more by a prize's theme, and then the
/// steps of the tie-break. What does not apply loses against what does.
class Order {
 public:
  explicit Order(const regulation::Regulation& regulation,
                 std::optional<regulation::Theming> theme = {});

  [[nodiscard]] bool before(const Candidate& one, const Candidate& other) const;
  [[nodiscard]] bool equal(const Candidate& one, const Candidate& other) const;

 private:
  const std::vector<regulation::TieBreak>& steps_;
  std::optional<regulation::Theming> theme_;
};

struct Ranked {
  Candidate candidate;
  std::int64_t rank = 0;  ///< within its category
};

/// Ranks each category by exact points and then by the regulation's tie-break steps; dossiers still
/// equal share their rank, and the next rank counts them all (1, 1, 3). Ordered by category, rank
/// and dossier.
[[nodiscard]] std::vector<Ranked> rank(const regulation::Regulation& regulation,
                                       std::vector<Candidate> candidates);

}  // namespace awards
