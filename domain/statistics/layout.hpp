#pragma once

#include <Eigen/Core>
#include <limits>
#include <vector>

#include "domain/statistics/table.hpp"

namespace statistics {

/// The normal equations of a two-way model once the subjects' effects are eliminated: what is left
/// is one equation for each rater who has rated. Of a table where everything is connected.
class Layout {
 public:
  explicit Layout(const Table& table);

  /// The position of a rater's effect in vectors and matrices.
  [[nodiscard]] std::size_t column(std::size_t rater) const { return columns_[rater]; }
  [[nodiscard]] std::size_t columns() const { return count_; }
  [[nodiscard]] bool has(std::size_t rater) const { return columns_[rater] != absent; }

  /// (S + lambda I + 11'/J)^-1, where S = diag(n_j) - N' diag(m_i)^-1 N is singular along 1, and 1
  /// an eigenvector of all three terms. Both the solution b and the variances of differences are
  /// across 1, so that the last term changes neither, and lambda may be 0.
  [[nodiscard]] Eigen::MatrixXd inverse(double lambda) const;
  /// b: it adds up to zero, for any lambda from 0 on.
  [[nodiscard]] Eigen::VectorXd effects(double lambda) const;

 private:
  static constexpr auto absent = std::numeric_limits<std::size_t>::max();

  [[nodiscard]] Eigen::MatrixXd regular(double lambda) const;

  std::vector<std::size_t> columns_;
  std::size_t count_ = 0;
  Eigen::MatrixXd schur_;  ///< S
  Eigen::VectorXd right_;  ///< by rater, the sum of (y_ij - mean of i)
};

/// The mean of what a subject was given.
[[nodiscard]] double mean_of(std::span<const Rating> ratings);

}  // namespace statistics
