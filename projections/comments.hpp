#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/regulation/regulation.hpp"
#include "projections/views.hpp"

namespace projections {

struct JurorComment {
  core::AccountId juror;
  std::string text;
  bool released = false;  ///< the entity may read it
  FIELDS(juror, text, released)
};

struct CommentedCriterion {
  regulation::Section section = regulation::Section::I;
  core::CriterionId criterion;
  std::string title;
  std::vector<JurorComment> comments;  ///< by juror
  FIELDS(section, criterion, title, comments)
};

/// What jurors say of a dossier in the sealed evaluations that count, for whoever releases it on
/// behalf of the panel. Criteria without a comment are left out.
struct DossierComments {
  core::DossierId dossier;
  std::vector<CommentedCriterion> criteria;  ///< in the regulation's order
  FIELDS(dossier, criteria)
};

/// Nothing where there is no such edition.
[[nodiscard]] std::optional<DossierComments> comments_on(const Views& views,
                                                         const core::DossierId& dossier);

/// What the entity may read of them: who wrote which cannot be told.
struct ReleasedComments {
  regulation::Section section = regulation::Section::I;
  core::CriterionId criterion;
  std::string title;
  std::vector<std::string> comments;  ///< in the order of their words
  FIELDS(section, criterion, title, comments)
};

[[nodiscard]] std::vector<ReleasedComments> released(const DossierComments& comments);

}  // namespace projections
