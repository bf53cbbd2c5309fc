#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string_view>
#include <vector>

#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "domain/facts.hpp"

namespace jury {

/// A juror who may judge a dossier.
struct Candidate {
  core::AccountId juror;
  bool fits = false;  ///< the dossier is about one of the juror's areas
};

/// How many more jurors a dossier needs, and who may be one of them. Needs of one dossier have no
/// candidate in common.
struct Need {
  core::DossierId dossier;
  std::int64_t jurors = 0;
  std::vector<Candidate> candidates;
};

/// How many dossiers a juror has already, and how many may be had at most.
struct Time {
  std::int64_t load = 0;
  std::int64_t most = std::numeric_limits<std::int64_t>::max();

  [[nodiscard]] bool left() const { return load < most; }
};

/// A juror who is not named has no dossier yet and no limit.
using Times = std::map<core::AccountId, Time>;

/// Gives each dossier its jurors so that, in this order: nobody has more than their most; the work
/// is spread as evenly as the conflicts allow (the sum of the squares of the jurors' loads is the
/// least possible); as many as possible go to jurors whom they fit; and what is equal still is
/// parted by the seed. The same input, in whatever order, gives the same assignment, ordered by
/// dossier and juror.
/// Errors: "assignment-infeasible", naming every dossier with too few jurors, and those dossiers
/// and jurors (the minimum cut) of which the former need more than the latter have time for.
[[nodiscard]] core::Result<std::vector<facts::Assignment>> assign(std::vector<Need> needs,
                                                                  const Times& times,
                                                                  std::string_view seed);

}  // namespace jury
