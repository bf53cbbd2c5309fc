#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/awards/what_if.hpp"

/// How much an edition's awards hang on one juror, one weight or the deliberation: advice to the
/// panel, on which no result rests.
namespace awards {

/// An award that is granted here and not in the result, or the other way round.
struct AwardChange {
  core::DossierId dossier;
  core::AwardId award;
  std::string title;
  bool granted = false;  ///< here
  FIELDS(dossier, award, title, granted)
  friend bool operator==(const AwardChange&, const AwardChange&) = default;
};

/// Which awards would change, unless that cannot be estimated.
struct Effect {
  std::optional<Reason> not_estimable;
  std::vector<AwardChange> changes;  ///< by dossier, in the regulation's order
  FIELDS(not_estimable, changes)
};

struct WithoutJuror {
  core::AccountId juror;
  Effect effect;
  FIELDS(juror, effect)
};

struct WithWeight {
  core::CriterionId criterion;
  std::string title;
  std::int64_t percent = 0;  ///< more of its weight: 10 or -10
  Effect effect;
  FIELDS(criterion, title, percent, effect)
};

struct Sensitivity {
  std::vector<WithoutJuror> without_juror;  ///< each who counts in the result
  std::vector<WithWeight> weights;          ///< each criterion's, 10 % more and 10 % less
  Effect before_deliberation;               ///< marks as they were when they were sealed
  FIELDS(without_juror, weights, before_deliberation)
};

/// Without a juror, a dossier that could be ranked with one more than the minimum may be so with
/// one fewer; where it would have no evaluation left, the effect cannot be estimated. Errors: those
/// of `compute`, where there is no result to begin from.
[[nodiscard]] core::Result<Sensitivity> sensitivity(const core::Context& context,
                                                    const std::optional<std::string>& draw_seed);

}  // namespace awards
