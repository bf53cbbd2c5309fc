#pragma once

#include <map>
#include <vector>

#include "domain/awards/vote_events.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// How the panel votes on the result last computed; one computed anew is another one, and begins
/// without votes.
class Votes {
 public:
  void apply(const ResultVoted& event) { choices_[event.by] = event.choice; }
  void result_computed() { choices_.clear(); }

  /// Those who sit on the panel now have adopted the result: more than half of them voted (CPA,
  /// art. 29), and more of these in favour than against (art. 32).
  /// Errors: "quorum-missing" (how many of how many), "result-voted-down".
  [[nodiscard]] core::Result<void> check_adopted(const std::vector<core::AccountId>& seated) const;

 private:
  std::map<core::AccountId, VoteChoice> choices_;
};

}  // namespace awards
