#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "projections/read_model.hpp"

namespace projections {

/// Which generation of a read model's rows answers, and by which version of the fold it was made.
/// A model of which nothing is written stands at its first generation.
struct Generation {
  std::uint32_t live = 1;
  std::uint32_t definition = 1;
  /// Stands beside the live one and answers nothing: under construction, or on its way out.
  std::optional<std::uint32_t> beside;
  /// The last erasure before the live rows were folded; they may tell of whoever was erased since.
  std::uint64_t erasure = 0;
  FIELDS(live, definition, beside, erasure)
};

/// Keeps one `Generation` for each read model, as rows of a model of their own. What is known
/// changes by one write of one row, so that whenever the program is ended, one whole generation is
/// live, and what stands beside it is known and can be dropped. One thread at a time moves.
class Generations {
 public:
  explicit Generations(eventstore::RowStore& rows) : rows_(rows) {}

  [[nodiscard]] Generation of(const std::string& model) const;
  /// Where the live rows are.
  [[nodiscard]] eventstore::ModelName live(const std::string& model) const;
  /// Whether the live rows were made by this version of the fold.
  [[nodiscard]] bool made_by(const Definition& model) const;
  /// Whether they were folded after this erasure.
  [[nodiscard]] bool made_since(const Definition& model, eventstore::Position erasure) const;

  /// Makes room for a new generation beside the live one and answers where its rows go.
  [[nodiscard]] core::Result<eventstore::ModelName> begin(const std::string& model);
  /// From now on the generation beside is live, and the one that was live stands beside.
  /// It was folded after `erasure`.
  [[nodiscard]] core::Result<void> switch_over(const Definition& model,
                                               eventstore::Position erasure);
  /// Forgets what stands beside, if anything does.
  [[nodiscard]] core::Result<void> drop_beside(const std::string& model);

 private:
  [[nodiscard]] core::Result<void> put(const std::string& model, const Generation& generation);

  eventstore::RowStore& rows_;
};

}  // namespace projections
