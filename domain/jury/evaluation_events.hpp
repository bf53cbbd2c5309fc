#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/jury/panel_events.hpp"

namespace jury {

/// One juror's mark on one criterion, on the section's scale.
struct Mark {
  core::CriterionId criterion;
  std::optional<std::int64_t> value;      ///< nothing: the criterion does not apply to this dossier
  std::optional<core::Personal> comment;  ///< the juror's own words
  FIELDS(criterion, value, comment)
  friend bool operator==(const Mark&, const Mark&) = default;

  /// Whether there is a comment to be read: one was given, and was not erased.
  [[nodiscard]] bool has_comment() const {
    return comment && !comment->text().empty() && !comment->is_erased();
  }
};

/// Each mark replaces the one on the same criterion given before.
struct EvaluationScored {
  static constexpr std::string_view name = "evaluation-scored";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<Mark> marks;
  FIELDS(dossier, juror, marks)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
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

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// What the entity may read of an evaluation, by the panel's will: the comments on these criteria,
/// and no others.
struct CommentsReleased {
  static constexpr std::string_view name = "comments-released";
  core::DossierId dossier;
  core::AccountId juror;
  core::Instant at;
  core::AccountId by;
  std::vector<core::CriterionId> criteria;
  FIELDS(dossier, juror, at, by, criteria)
};

}  // namespace jury
