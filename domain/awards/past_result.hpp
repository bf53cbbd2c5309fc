#pragma once

#include <string>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/core/ids.hpp"

/// What was granted before the award was run here: rules about years in a row count it too.
namespace awards {

/// What one entity was granted; awards by the ids that they have in the editions which follow.
struct PastGrant {
  core::EntityCode entity;
  std::vector<core::AwardId> awards;
  FIELDS(entity, awards)
};

struct PastResultRecorded {
  static constexpr std::string_view name = "past-result-recorded";
  core::EditionId edition;
  std::string title;
  std::string source;  ///< where it can be looked up
  std::vector<PastGrant> granted;
  core::Instant at;
  core::AccountId by;
  FIELDS(edition, title, source, granted, at, by)
};

/// Of an edition that was held elsewhere; recorded again, it takes the place of what was recorded
/// before, and results computed already stand as they are. Errors: "edition-exists" (it was opened
/// here), "text-length" and "text-unreadable" on title and source, "grants-missing",
/// "unknown-entity" and "grant-repeated" on the grant, "awards-missing" on its awards.
struct RecordPastResult {
  static constexpr std::string_view name = "result.record-past";
  core::EditionId edition;
  std::string title;
  std::string source;
  std::vector<PastGrant> granted;
  FIELDS(edition, title, source, granted)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    std::vector<core::StreamRef> streams = {{"edition", edition.text()}};
    for (const auto& grant : granted) streams.push_back({"entity", grant.entity.text()});
    return streams;
  }
};

}  // namespace awards
