#pragma once

#include <cstddef>
#include <vector>

#include "domain/core/result.hpp"
#include "domain/statistics/severity.hpp"
#include "domain/statistics/table.hpp"

namespace statistics {

/// How sure the order of subjects is, from V = s2 (X'X + Lambda)^-1, the covariance of the fit.
/// Subjects without a rating take no part: nothing may be asked of one.
class Certainty {
 public:
  /// `fitted` is `table`'s. Errors: those of `variances`.
  [[nodiscard]] static core::Result<Certainty> of(const Table& table, const Severity& fitted);

  /// p_ki: the chance that `k` is better than `i`.
  [[nodiscard]] double ahead(std::size_t k, std::size_t i) const;
  /// The chance that a subject is above a threshold.
  [[nodiscard]] double above(std::size_t subject, double threshold) const;
  /// The square root of V_ii.
  [[nodiscard]] double standard_error(std::size_t subject) const;
  /// 1 + the sum over k of p_ki, by subject; 0 for those without a rating. Looks at every pair.
  [[nodiscard]] std::vector<double> expected_ranks() const;

 private:
  /// V_ki / s2, without what is common to all, is `shared` of k and i, and for k = i 1/m_i more.
  struct Subject {
    double theta = 0;
    std::vector<std::size_t> raters;  ///< columns of `spread`
    std::vector<double> spread;       ///< what `shared` takes the mean of, by rater
    double own = 0;                   ///< V_ii / s2, without what is common to all
  };

  [[nodiscard]] static double shared(const Subject& k, const Subject& i);
  [[nodiscard]] const Subject& rated(std::size_t subject) const;
  [[nodiscard]] double chance(const Subject& k, const Subject& i) const;

  std::vector<Subject> subjects_;
  double error_ = 0;   ///< s2
  double common_ = 0;  ///< from the raters' mean severity, which no difference shows
};

}  // namespace statistics
