#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/practices/practice_events.hpp"
#include "projections/entities.hpp"
#include "projections/views.hpp"

namespace projections {

/// Which good practices can be taken up, and which are on their way to publication? Rows for the
/// public hold neither reviews nor a contact that does not want to be seen.
[[nodiscard]] ReadModel observatory_model();

/// A practice as it is published now.
struct PracticeRow {
  core::PracticeId practice;
  core::EntityCode entity;
  core::DossierId dossier;  ///< where it comes from
  core::RecordId record_id;
  std::int64_t revision = 1;
  core::Instant first_published_at;
  core::Instant published_at;  ///< of this revision
  std::optional<core::Date> confirmed_on;
  practices::Sheet sheet;
  FIELDS(practice, entity, dossier, record_id, revision, first_published_at, published_at,
         confirmed_on, sheet)
};

/// A version that was published at some time; it stays readable.
struct PublishedRevision {
  std::int64_t revision = 1;
  core::Instant published_at;
  practices::Sheet sheet;
  FIELDS(revision, published_at, sheet)
};

enum class PracticeStage { Proposed, ApprovedOnce, Approved, Returned };
CHOICES(PracticeStage, "proposed", "approved-once", "approved", "returned")

struct ReviewRow {
  std::int64_t revision = 1;
  practices::ReviewStep step = practices::ReviewStep::First;
  practices::Verdict verdict = practices::Verdict::Approve;
  std::string note;
  core::AccountId reviewer;
  core::Instant at;
  FIELDS(revision, step, verdict, note, reviewer, at)
};

/// The latest version of a practice, as long as it is not published.
struct PreparedPractice {
  core::PracticeId practice;
  core::EntityCode entity;
  core::DossierId dossier;
  core::RecordId record_id;
  PracticeStage stage = PracticeStage::Proposed;
  std::int64_t revision = 1;
  core::Instant written_at;
  std::uint64_t version = 0;  ///< of its stream
  practices::Sheet sheet;
  FIELDS(practice, entity, dossier, record_id, stage, revision, written_at, version, sheet)
};

struct NamedPractice {
  NamedEntity entity;
  PracticeRow practice;
  FIELDS(entity, practice)
};

/// What is left empty does not narrow the search.
struct PracticeSearch {
  std::string text = {};  ///< words of title, summary and keywords; case and accents do not matter
  std::optional<regulation::Theme> theme = {};
  std::string region = {};  ///< of the entity, see `lies_in`
};

/// The one published last comes first.
[[nodiscard]] std::vector<NamedPractice> search_practices(const Views& views,
                                                          const PracticeSearch& search);

struct WholePractice {
  NamedEntity entity;
  PracticeRow practice;
  std::vector<PublishedRevision> revisions;  ///< the earliest first
  FIELDS(entity, practice, revisions)
};

/// Nothing as long as no version of it is published.
[[nodiscard]] std::optional<WholePractice> find_practice(const Views& views,
                                                         const core::PracticeId& practice);

struct PracticeInPreparation {
  NamedEntity entity;
  PreparedPractice practice;
  std::vector<ReviewRow> reviews;  ///< of all versions, the earliest first
  FIELDS(entity, practice, reviews)
};

/// For the secretariat, by id.
[[nodiscard]] std::vector<PracticeInPreparation> practices_in_preparation(const Views& views);

}  // namespace projections
