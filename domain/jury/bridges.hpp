#pragma once

#include <cstdint>
#include <vector>

#include "domain/jury/assignment.hpp"

namespace jury {

/// Whether jurors can be compared: two are if they share a dossier, or a chain of jurors who do.
struct Bridges {
  std::int64_t groups = 0;  ///< within which they can; 1 is as it should be, 0 nothing assigned
  std::vector<facts::Assignment> proposals;  ///< what to assign beside, to make one group
};

/// `possible` are the pairs that might be assigned beside; each proposal joins two groups, and goes
/// to the juror with the fewest dossiers, within that juror's time. Where they are too few, some
/// groups stay apart.
[[nodiscard]] Bridges bridges(const std::vector<facts::Assignment>& assignments,
                              std::vector<facts::Assignment> possible, Times times);

}  // namespace jury
