#pragma once

#include <optional>
#include <vector>

#include "domain/core/result.hpp"
#include "domain/statistics/table.hpp"

namespace statistics {

/// Into how many groups the table falls that share neither a subject nor a rater; who is in none
/// (nothing rated) is not counted. Raters can be compared where there is one group.
[[nodiscard]] std::size_t groups_of(const Table& table);

/// How much raters differ by, estimated without penalty; README.md has the formulas.
struct Variances {
  double error = 0;     ///< s2: of a rating around theta + b
  double severity = 0;  ///< s2_b: of b among raters like these
};
/// Errors: "no-scores", "not-connected", "not-estimable" (N - I - J + 1 <= 0).
[[nodiscard]] core::Result<Variances> variances(const Table& table);

/// y_ij = theta_i + b_j + error, fitted by the least sum of squares + lambda sum b_j^2.
struct Severity {
  double lambda = 0;                         ///< infinite: b = 0, theta is the raw mean
  std::vector<std::optional<double>> theta;  ///< by subject; nothing where there is no rating
  std::vector<std::optional<double>> b;      ///< by rater, likewise; above 0 is generous
};
/// With lambda from 0 on, or estimated as s2 / s2_b. Errors: "no-scores", "not-connected", and
/// where lambda has to be estimated "not-estimable".
[[nodiscard]] core::Result<Severity> severity(const Table& table, std::optional<double> lambda);

}  // namespace statistics
