#pragma once

#include "projections/comments.hpp"
#include "projections/editions.hpp"
#include "projections/ties.hpp"

namespace projections {

/// What an entity is told of its dossier once a list is published: its points and the reasons of
/// every decision, and the comments that the panel released. Who gave what is not known here.
struct Feedback {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;  ///< scores and awards are invented
  NamedEntity entity;
  ResultState state = ResultState::Provisional;
  core::Instant published_at;
  std::optional<core::Instant> final_at;
  core::Instant answer_until;  ///< in the hearing, or against the final list
  std::int64_t ranked = 0;     ///< dossiers of its category that have a rank
  awards::DossierResult result;
  std::vector<Tie> ties;  ///< with those right before and after it
  std::vector<ReleasedComments> comments;
  FIELDS(edition, title, demonstration, entity, state, published_at, final_at, answer_until, ranked,
         result, ties, comments)
};

/// Nothing before the publication, and for a dossier that is not on the list.
[[nodiscard]] std::optional<Feedback> feedback_of(const Views& views,
                                                  const core::DossierId& dossier);

}  // namespace projections
