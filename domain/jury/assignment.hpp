#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "domain/facts.hpp"

namespace jury {

/// How many more jurors a dossier needs, and who may be one of them.
struct Need {
  core::DossierId dossier;
  std::int64_t jurors = 0;
  std::vector<core::AccountId> candidates;
};

/// How many dossiers each juror has already.
using Load = std::map<core::AccountId, std::int64_t>;

/// Gives each dossier its jurors so that the work is spread as evenly as the conflicts allow: the
/// sum of the squares of the jurors' loads is the least possible. The same input, in whatever
/// order, gives the same assignment, ordered by dossier and juror.
/// Errors: "assignment-infeasible", naming every dossier with too few candidates.
[[nodiscard]] core::Result<std::vector<facts::Assignment>> assign(std::vector<Need> needs,
                                                                  const Load& load);

}  // namespace jury
