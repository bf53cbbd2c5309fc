#pragma once

#include <optional>
#include <vector>

#include "domain/statistics/table.hpp"

namespace statistics_tests {

/// A row for each subject, a column for each rater.
using Rows = std::vector<std::vector<std::optional<double>>>;

constexpr auto none = std::nullopt;

inline statistics::Table table_of(const Rows& rows) {
  statistics::Table table(rows.size(), rows.empty() ? 0 : rows.front().size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j)
      if (rows[i][j]) table.rate(i, j, *rows[i][j]);
  return table;
}

inline Rows transformed(Rows rows, auto change) {
  for (auto& row : rows)
    for (auto& value : row)
      if (value) value = change(*value);
  return rows;
}

/// Krippendorff 2011: twelve units, four observers.
inline Rows krippendorff_2011() {
  return {{1, 1, none, 1}, {2, 2, 3, 2},    {3, 3, 3, 3},       {3, 3, 3, 3},
          {2, 2, 2, 2},    {1, 2, 3, 4},    {4, 4, 4, 4},       {1, 1, 2, 1},
          {2, 2, 2, 2},    {none, 5, 5, 5}, {none, none, 1, 1}, {none, 3, none, none}};
}

/// Shrout and Fleiss 1979, table 2: six targets, four judges.
inline Rows shrout_fleiss_1979() {
  return {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
}

}  // namespace statistics_tests
