#include "domain/statistics/certainty.hpp"

#include <cmath>

#include "domain/core/assert.hpp"
#include "domain/statistics/layout.hpp"

namespace statistics {
namespace {

/// The chance that a normal variable of this mean and variance is above 0; where nothing varies,
/// what is so, and a half for a tie.
double above_zero(double mean, double variance) {
  if (variance > 0) return std::erfc(-mean / std::sqrt(2 * variance)) / 2;
  return mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
}

/// The covariance of b over s2, across the direction in which all b move together.
Eigen::MatrixXd covariance_of_effects(const Layout& layout, double lambda) {
  const auto size = static_cast<Eigen::Index>(layout.columns());
  if (std::isinf(lambda)) return Eigen::MatrixXd::Zero(size, size);
  const double along = 1 / (lambda + 1) / static_cast<double>(size);
  return layout.inverse(lambda) - Eigen::MatrixXd::Constant(size, size, along);
}

}  // namespace

core::Result<Certainty> Certainty::of(const Table& table, const Severity& fitted) {
  const auto estimated = variances(table);
  if (!estimated) return core::fail(estimated.error());
  const Layout layout(table);
  const auto covariance = covariance_of_effects(layout, fitted.lambda);
  Certainty certainty;
  certainty.error_ = estimated->error;
  if (fitted.lambda > 0)
    certainty.common_ = estimated->error / fitted.lambda / static_cast<double>(layout.columns());
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    auto& subject = certainty.subjects_.emplace_back();
    const auto ratings = table.of(i);
    if (ratings.empty()) continue;
    Eigen::VectorXd spread = Eigen::VectorXd::Zero(covariance.rows());
    for (const auto& rating : ratings) {
      subject.raters.push_back(layout.column(rating.rater));
      spread += covariance.col(static_cast<Eigen::Index>(subject.raters.back()));
    }
    const double share = 1 / static_cast<double>(ratings.size());
    spread *= share;
    subject.theta = *fitted.theta[i];
    subject.spread.assign(spread.begin(), spread.end());
    subject.own = share + shared(subject, subject);
  }
  return certainty;
}

double Certainty::shared(const Subject& k, const Subject& i) {
  double sum = 0;
  for (const auto rater : i.raters) sum += k.spread[rater];
  return sum / static_cast<double>(i.raters.size());
}

const Certainty::Subject& Certainty::rated(std::size_t subject) const {
  core::ensure(subject < subjects_.size() && !subjects_[subject].raters.empty(),
               "certainty is of a subject with ratings");
  return subjects_[subject];
}

double Certainty::chance(const Subject& k, const Subject& i) const {
  return above_zero(k.theta - i.theta, error_ * (k.own + i.own - 2 * shared(k, i)));
}

double Certainty::ahead(std::size_t k, std::size_t i) const {
  core::ensure(k != i, "nobody is ahead of themselves");
  return chance(rated(k), rated(i));
}

double Certainty::above(std::size_t subject, double threshold) const {
  const auto& one = rated(subject);
  return above_zero(one.theta - threshold, error_ * one.own + common_);
}

double Certainty::standard_error(std::size_t subject) const {
  return std::sqrt(error_ * rated(subject).own + common_);
}

std::vector<double> Certainty::expected_ranks() const {
  std::vector<double> ranks(subjects_.size());
  for (std::size_t k = 0; k < subjects_.size(); ++k) {
    if (subjects_[k].raters.empty()) continue;
    ranks[k] += 1;
    for (std::size_t i = 0; i < k; ++i) {
      if (subjects_[i].raters.empty()) continue;
      const double ahead = chance(subjects_[k], subjects_[i]);
      ranks[i] += ahead;
      ranks[k] += 1 - ahead;
    }
  }
  return ranks;
}

}  // namespace statistics
