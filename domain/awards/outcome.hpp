#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "domain/core/aggregate.hpp"

namespace awards {

/// May be repeated until the result is published. An evaluation not sealed counts for nothing once
/// scoring has closed: its dossier is ranked without it, or not rankable with too few.
/// Errors: "unknown-edition", "result-published", "nothing-assigned", "evaluations-open" (until the
/// scoring deadline), and those of `Draw::make`.
struct ComputeResult {
  static constexpr std::string_view name = "result.compute";
  core::EditionId edition;
  std::optional<std::string> draw_seed = {};  ///< where the regulation has a draw
  FIELDS(edition, draw_seed)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Publishes the result last computed, provided that it would still be the same.
/// Errors: "unknown-edition", "result-published", "result-not-computed", "results-too-early",
/// "result-outdated", and those of computing.
struct PublishResult {
  static constexpr std::string_view name = "result.publish";
  core::EditionId edition;
  FIELDS(edition)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// An edition's result: a pure function of its regulation and the sealed evaluations.
class Outcome {
 public:
  static constexpr std::string_view category = "result";

  void apply(const ResultComputed& event);
  void apply(const ResultPublished& event);
  [[nodiscard]] core::Decision decide(const ComputeResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const PublishResult& command, const core::Context&) const;
  /// Once it is published: a facts::Outcome.
  void tell(core::Facts& facts) const;

 private:
  [[nodiscard]] core::Result<void> check_unpublished(const core::Facts& facts) const;

  std::optional<ResultComputed> computed_;
  bool published_ = false;
};

[[nodiscard]] const core::AggregateType& outcome_type();

}  // namespace awards
