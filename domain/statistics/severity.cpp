#include "domain/statistics/severity.hpp"

#include <boost/pending/disjoint_sets.hpp>
#include <cmath>

#include "domain/core/assert.hpp"
#include "domain/statistics/layout.hpp"

namespace statistics {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

core::Result<void> check_connected(const Table& table) {
  const auto groups = groups_of(table);
  if (groups == 1) return {};
  if (groups == 0)
    return core::fail(
        core::invalid("no-scores", "", "A tabela não tem pontuações.", "The table has no scores."));
  const auto many = std::to_string(groups);
  return core::fail(core::invalid(
      "not-connected", "",
      "A tabela divide-se em " + many +
          " grupos sem jurados nem linhas em comum: não se podem comparar entre si.",
      "The table falls into " + many +
          " groups that share no rater and no row: they cannot be compared with each other."));
}

/// N - I - J + 1, of the subjects and raters that have ratings.
std::ptrdiff_t degrees_of_freedom(const Table& table) {
  auto freedom = static_cast<std::ptrdiff_t>(table.ratings()) + 1;
  for (std::size_t i = 0; i < table.subjects(); ++i) freedom -= table.of(i).empty() ? 0 : 1;
  for (std::size_t j = 0; j < table.raters(); ++j) freedom -= table.rated_by(j) == 0 ? 0 : 1;
  return freedom;
}

Severity fit(const Table& table, double lambda) {
  const Layout layout(table);
  const auto size = static_cast<Eigen::Index>(layout.columns());
  const Eigen::VectorXd effects =
      lambda == infinite ? Eigen::VectorXd::Zero(size).eval() : layout.effects(lambda);
  Severity fitted{lambda, {}, std::vector<std::optional<double>>(table.raters())};
  for (std::size_t j = 0; j < table.raters(); ++j)
    if (layout.has(j)) fitted.b[j] = effects(static_cast<Eigen::Index>(layout.column(j)));
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    auto& theta = fitted.theta.emplace_back();
    const auto ratings = table.of(i);
    if (ratings.empty()) continue;
    theta = mean_of(ratings);
    for (const auto& rating : ratings)
      *theta -= *fitted.b[rating.rater] / static_cast<double>(ratings.size());
  }
  return fitted;
}

double residual_sum_of_squares(const Table& table, const Severity& fitted) {
  double sum = 0;
  for (std::size_t i = 0; i < table.subjects(); ++i)
    for (const auto& [rater, value] : table.of(i)) {
      const double residual = value - *fitted.theta[i] - *fitted.b[rater];
      sum += residual * residual;
    }
  return sum <= table.rounding() ? 0 : sum;
}

/// What b scatters by, less what the error alone makes an estimate of b scatter by.
double severity_variance(const Table& table, const Severity& fitted, double error) {
  const Layout layout(table);
  double squares = 0;
  for (const auto& b : fitted.b) squares += b ? *b * *b : 0;
  const double trace = layout.inverse(0).trace() - 1;  // of the pseudo-inverse of S
  constexpr double rounding_of_a_difference = 1e-12;
  const double excess = squares - error * trace;
  if (excess <= table.rounding() + rounding_of_a_difference * squares) return 0;
  return excess / (static_cast<double>(layout.columns()) - 1);
}

}  // namespace

std::size_t groups_of(const Table& table) {
  boost::disjoint_sets_with_storage<> sets(table.raters());
  for (std::size_t i = 0; i < table.subjects(); ++i)
    for (const auto& rating : table.of(i)) sets.union_set(table.of(i).front().rater, rating.rater);
  std::size_t groups = 0;
  for (std::size_t j = 0; j < table.raters(); ++j)
    if (table.rated_by(j) > 0 && sets.find_set(j) == j) ++groups;
  return groups;
}

core::Result<Variances> variances(const Table& table) {
  if (auto connected = check_connected(table); !connected) return core::fail(connected.error());
  const auto freedom = degrees_of_freedom(table);
  if (freedom <= 0)
    return core::fail(core::invalid(
        "not-estimable", "",
        "Há pontuações a menos para separar o erro da severidade (N - I - J + 1 <= 0).",
        "There are too few scores to tell error from severity (N - I - J + 1 <= 0)."));
  const auto fitted = fit(table, 0);
  const double error = residual_sum_of_squares(table, fitted) / static_cast<double>(freedom);
  return Variances{error, severity_variance(table, fitted, error)};
}

core::Result<Severity> severity(const Table& table, std::optional<double> lambda) {
  core::ensure(!lambda || *lambda >= 0, "a penalty is not negative");
  if (auto connected = check_connected(table); !connected) return core::fail(connected.error());
  if (lambda) return fit(table, *lambda);
  const auto estimated = variances(table);
  if (!estimated) return core::fail(estimated.error());
  const auto& [error, among_raters] = *estimated;
  return fit(table, among_raters > 0 ? error / among_raters : infinite);
}

}  // namespace statistics
