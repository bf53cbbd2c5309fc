#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/core/fields.hpp"
#include "eventstore/row_store.hpp"

namespace projections {

enum class DifferenceKind { Added, Removed, Changed };
CHOICES(DifferenceKind, "added", "removed", "changed")

struct RowDifference {
  std::string key;
  DifferenceKind kind = DifferenceKind::Changed;
  FIELDS(key, kind)
};

/// How the rows of a read model would change if others took their place.
struct Comparison {
  /// No more differing rows than this are named; all are counted.
  static constexpr std::size_t most_named = 20;

  eventstore::Position position = 0;  ///< which both have seen
  std::uint64_t rows = 0;             ///< of the others
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
  std::uint64_t changed = 0;
  std::vector<RowDifference> first;  ///< removed and changed ones in key order, then added ones
  FIELDS(position, rows, added, removed, changed, first)

  [[nodiscard]] std::uint64_t differing() const { return added + removed + changed; }
  [[nodiscard]] bool same() const { return differing() == 0; }
};

/// Both must have seen the same position.
[[nodiscard]] Comparison compare(const eventstore::RowView& before,
                                 const eventstore::RowView& after);

}  // namespace projections
