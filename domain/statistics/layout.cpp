#include "domain/statistics/layout.hpp"

#include <Eigen/Cholesky>

namespace statistics {
namespace {

Eigen::Index index(std::size_t column) {
  return static_cast<Eigen::Index>(column);
}

}  // namespace

double mean_of(std::span<const Rating> ratings) {
  double sum = 0;
  for (const auto& rating : ratings) sum += rating.value;
  return sum / static_cast<double>(ratings.size());
}

Layout::Layout(const Table& table) : columns_(table.raters(), absent) {
  for (std::size_t j = 0; j < table.raters(); ++j)
    if (table.rated_by(j) > 0) columns_[j] = count_++;
  schur_ = Eigen::MatrixXd::Zero(index(count_), index(count_));
  right_ = Eigen::VectorXd::Zero(index(count_));
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    const auto ratings = table.of(i);
    if (ratings.empty()) continue;
    const double mean = mean_of(ratings);
    const double share = 1 / static_cast<double>(ratings.size());
    for (const auto& [rater, value] : ratings) {
      const auto j = index(column(rater));
      right_(j) += value - mean;
      schur_(j, j) += 1;
      for (const auto& other : ratings) schur_(j, index(column(other.rater))) -= share;
    }
  }
}

Eigen::MatrixXd Layout::regular(double lambda) const {
  const auto size = index(count_);
  return schur_ + lambda * Eigen::MatrixXd::Identity(size, size) +
         Eigen::MatrixXd::Constant(size, size, 1 / static_cast<double>(count_));
}

Eigen::MatrixXd Layout::inverse(double lambda) const {
  return regular(lambda).llt().solve(Eigen::MatrixXd::Identity(index(count_), index(count_)));
}

Eigen::VectorXd Layout::effects(double lambda) const {
  return regular(lambda).llt().solve(right_);
}

}  // namespace statistics
