#pragma once

#include <map>
#include <set>
#include <vector>

#include "domain/awards/vote_events.hpp"
#include "domain/core/result.hpp"
#include "domain/facts.hpp"

namespace awards {

/// Who sits on the panel, and did when scoring closed: who came later judged nothing of it.
[[nodiscard]] std::vector<core::AccountId> voters(const facts::Panel& panel,
                                                  const regulation::Calendar& calendar);

/// The jurors with a conflict in a dossier of the result.
using Impeded = std::map<core::DossierId, std::set<core::AccountId>>;

/// How the panel votes on the result last computed; one computed anew is another one, and begins
/// without votes.
class Votes {
 public:
  void apply(const ResultVoted& event) { choices_[event.by] = event.choice; }
  void result_computed() { choices_.clear(); }

  /// The voters have adopted the result: more than half of them voted (CPA, art. 29), and more of
  /// these in favour than against (art. 32); and each dossier of it in which some are impeded is
  /// adopted so by the others (art. 69).
  /// Errors: "quorum-missing" (how many of how many), "result-voted-down".
  [[nodiscard]] core::Result<void> check_adopted(const std::vector<core::AccountId>& voters,
                                                 const Impeded& impeded) const;

 private:
  /// `of`: which voters these are, " sem impedimento em 2021-1701", or nothing.
  [[nodiscard]] core::Result<void> check_adopted_by(const std::vector<core::AccountId>& voters,
                                                    const core::Reason& of) const;

  std::map<core::AccountId, VoteChoice> choices_;
};

}  // namespace awards
