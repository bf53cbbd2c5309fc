#pragma once

#include "projections/editions.hpp"
#include "projections/results.hpp"

namespace projections {

/// What an entity is told of its dossier once a list is published: its points and the reasons of
/// every decision. Who gave what is not known here.
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
  FIELDS(edition, title, demonstration, entity, state, published_at, final_at, answer_until, ranked,
         result)
};

/// Nothing before the publication, and for a dossier that is not on the list.
[[nodiscard]] std::optional<Feedback> feedback_of(const Views& views,
                                                  const core::DossierId& dossier);

}  // namespace projections
