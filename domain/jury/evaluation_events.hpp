#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"

namespace jury {

/// One juror's mark on one criterion, on the section's scale.
struct Mark {
  core::CriterionId criterion;
  std::optional<std::int64_t> value;  ///< nothing: the criterion does not apply to this dossier
  std::optional<std::string> comment;
  FIELDS(criterion, value, comment)
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// Each mark replaces the one on the same criterion given before.
struct EvaluationScored {
  static constexpr std::string_view name = "evaluation-scored";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<Mark> marks;
  FIELDS(dossier, juror, marks)
};

struct EvaluationSealed {
  static constexpr std::string_view name = "evaluation-sealed";
  core::DossierId dossier;
  core::AccountId juror;
  FIELDS(dossier, juror)
};

/// Marks that were sealed, changed for a reason while the round is open. The evaluation stays
/// sealed.
struct EvaluationRevised {
  static constexpr std::string_view name = "evaluation-revised";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<Mark> marks;
  std::string reason;
  FIELDS(dossier, juror, marks, reason)
};

}  // namespace jury
