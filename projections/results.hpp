#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "projections/entities.hpp"
#include "projections/views.hpp"

namespace projections {

/// Which result has an edition: the one last computed, and the one that was published, which no
/// later computation changes.
[[nodiscard]] ReadModel results_model();

enum class ResultState { Draft, Provisional, Final, Closed };
CHOICES(ResultState, "draft", "provisional", "final", "closed")

/// A published result that was set aside, and what the one in its place changed. Whatever was
/// computed before the next list belongs to one revision, with all reasons, a line each.
struct Revision {
  core::Instant at;
  std::string reason;
  std::vector<core::DossierId> affected;  ///< known once the new result is published
  FIELDS(at, reason, affected)
};

struct ResultRow {
  core::EditionId edition;
  core::Instant computed_at;
  std::optional<core::Instant> published_at;  ///< in the list that stands
  std::uint64_t position = 0;  ///< in the log: of the publication, or of the draft's computation
  std::vector<awards::DossierResult> dossiers;
  std::optional<std::string> draw_seed;
  ResultState state = ResultState::Draft;
  std::optional<core::Instant> final_at;  ///< in a final list
  std::optional<core::Instant> closed_at = {};
  std::vector<Revision> revisions = {};
  FIELDS(edition, computed_at, published_at, position, dossiers, draw_seed, state, final_at,
         closed_at, revisions)
};

struct NamedResult {
  NamedEntity entity;
  awards::DossierResult result;
  FIELDS(entity, result)
};

/// A result with the names that it needs to be read; by category, rank and dossier.
struct EditionResult {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;  ///< its scores and awards are invented
  core::Instant computed_at;
  std::optional<core::Instant> published_at;  ///< in the list that stands
  std::uint64_t position = 0;
  std::vector<NamedResult> dossiers;
  std::optional<std::string> draw_seed;  ///< revealed, where the regulation has a draw
  ResultState state = ResultState::Draft;
  std::optional<core::Instant> final_at;
  std::optional<core::Instant> closed_at;
  std::vector<Revision> revisions;
  FIELDS(edition, title, demonstration, computed_at, published_at, position, dossiers, draw_seed,
         state, final_at, closed_at, revisions)
};

/// For everyone; nothing before publication.
[[nodiscard]] std::optional<EditionResult> published_result(const Views& views,
                                                            const core::EditionId& edition);
/// For the secretariat; nothing before the first computation.
[[nodiscard]] std::optional<EditionResult> draft_result(const Views& views,
                                                        const core::EditionId& edition);

}  // namespace projections
