#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/result.hpp"
#include "domain/statistics/table.hpp"

namespace server::cli {

/// Scores as somebody brings them: a row for each subject, a column for each rater.
struct ScoreTable {
  std::vector<std::string> subjects;
  std::vector<std::string> raters;
  /// By subject and rater: a decimal with a point (`awards::decimal` reads it), "" where missing.
  std::vector<std::vector<std::string>> cells;

  /// The nearest double of each.
  [[nodiscard]] statistics::Table ratings() const;
};

/// From CSV whose first row and first column are labels. The separator is `;` if the first line has
/// one, else `,`. Decimals have a point; beside `;` they may have commas, all of the file the same.
/// Errors, with line and column: those of `read_csv`, "no-scores" (not a rater, or not a row),
/// "ragged-row", "label-missing", "label-repeated", "not-a-number", "mixed-decimal-marks".
[[nodiscard]] core::Result<ScoreTable> parse_score_table(std::string_view text);

/// The same from a file of at most 8 MiB. Errors also: "file-unreadable", "file-too-large".
[[nodiscard]] core::Result<ScoreTable> read_score_table(const std::filesystem::path& file);

}  // namespace server::cli
