#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/result.hpp"

namespace server::cli {

/// A record of a CSV file (RFC 4180), and the line that it ends in, counted from 1.
struct CsvRecord {
  std::size_t line = 1;
  std::vector<std::string> cells;
};

/// An error at a place that a person can go to: "Linha 3, coluna 2: ...", both counted from 1.
[[nodiscard]] core::Error error_at(std::size_t line, std::size_t column, std::string code,
                                   const std::string& pt, const std::string& en);

/// All records, without blank lines, of at most 10,001 by 1,001 cells of at most 200 bytes. Cells
/// are UTF-8 without control characters; blanks around what is not quoted are left out. Errors,
/// with line and column: "csv-malformed", "not-utf-8", "control-character", "cell-too-long",
/// "too-many-rows", "too-many-columns".
[[nodiscard]] core::Result<std::vector<CsvRecord>> read_csv(std::string_view text, char separator);

}  // namespace server::cli
