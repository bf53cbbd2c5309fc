#include "domain/statistics/alpha.hpp"

#include <algorithm>
#include <utility>

namespace statistics {
namespace {

using Values = std::vector<double>;

/// The values of each subject that has two or more.
std::vector<Values> pairable_units(const Table& table) {
  std::vector<Values> units;
  for (std::size_t i = 0; i < table.subjects(); ++i) {
    if (table.of(i).size() < 2) continue;
    auto& unit = units.emplace_back();
    for (const auto& rating : table.of(i)) unit.push_back(rating.value);
  }
  return units;
}

Values in_order(const std::vector<Values>& units) {
  Values all;
  for (const auto& unit : units) all.insert(all.end(), unit.begin(), unit.end());
  std::ranges::sort(all);
  return all;
}

/// A value and how often it was given.
struct Frequency {
  double value = 0;
  double count = 0;
};

std::vector<Frequency> frequencies(const Values& sorted) {
  std::vector<Frequency> found;
  for (const double value : sorted) {
    if (found.empty() || found.back().value != value) found.push_back({value, 0});
    ++found.back().count;
  }
  return found;
}

/// The ordinal metric, (n_c/2 + n_(c+1) + ... + n_(k-1) + n_k/2)^2, is the interval metric between
/// the middles of the ranks that equal values share.
double middle_rank(const Values& sorted, double value) {
  const auto [first, last] = std::ranges::equal_range(sorted, value);
  return static_cast<double>((first - sorted.begin()) + (last - sorted.begin())) / 2;
}

double squared(double value) {
  return value * value;
}

double nominal_difference(double a, double b) {
  return a == b ? 0 : 1;
}

double interval_difference(double a, double b) {
  return squared(a - b);
}

/// Of values that are not negative.
double ratio_difference(double a, double b) {
  return a == b ? 0 : squared((a - b) / (a + b));
}

/// Over all ordered pairs of two values of one unit, each unit weighing as many as its values.
template <class Difference>
double observed(const std::vector<Values>& units, Difference difference) {
  double total = 0;
  for (const auto& unit : units) {
    double within = 0;
    for (std::size_t i = 0; i < unit.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) within += 2 * difference(unit[i], unit[j]);
    total += within / static_cast<double>(unit.size() - 1);
  }
  return total;
}

/// Over all ordered pairs of all values.
template <class Difference>
double between_all(const Values& sorted, Difference difference) {
  const auto found = frequencies(sorted);
  double total = 0;
  for (std::size_t c = 0; c < found.size(); ++c) {
    double with_smaller = 0;
    for (std::size_t k = 0; k < c; ++k)
      with_smaller += found[k].count * difference(found[c].value, found[k].value);
    total += 2 * found[c].count * with_smaller;
  }
  return total;
}

double nominal_between_all(const Values& sorted) {
  const auto n = static_cast<double>(sorted.size());
  double equal = 0;
  for (const auto& one : frequencies(sorted)) equal += squared(one.count);
  return squared(n) - equal;
}

/// The sum of (a - b)^2 over all pairs is 2 n times that over the distances to the mean.
double interval_between_all(const Values& values) {
  const auto n = static_cast<double>(values.size());
  double mean = 0;
  for (const double value : values) mean += value / n;
  double total = 0;
  for (const double value : values) total += squared(value - mean);
  return 2 * n * total;
}

double alpha_of(double observed, double between_all, std::size_t values) {
  return 1 - (static_cast<double>(values) - 1) * observed / between_all;
}

double interval_alpha(const std::vector<Values>& units, const Values& sorted) {
  return alpha_of(observed(units, interval_difference), interval_between_all(sorted),
                  sorted.size());
}

double ordinal_alpha(std::vector<Values> units, const Values& sorted) {
  for (auto& unit : units)
    for (double& value : unit) value = middle_rank(sorted, value);
  return interval_alpha(units, in_order(units));
}

core::Result<void> check_ratio(const Values& sorted) {
  constexpr std::size_t most = 20'000;  // every pair of different values is looked at
  if (sorted.front() < 0)
    return core::fail(core::invalid("negative-ratio", "alpha",
                                    "Uma escala de razão não tem valores negativos.",
                                    "A ratio scale has no negative values."));
  if (frequencies(sorted).size() > most)
    return core::fail(core::invalid("too-many-values", "alpha",
                                    "Há mais de 20 000 valores diferentes: use o nível intervalar.",
                                    "There are over 20,000 different values: use interval level."));
  return {};
}

core::Result<void> check(const Values& sorted, Level level) {
  if (sorted.empty())
    return core::fail(core::invalid("nothing-to-compare", "alpha",
                                    "Nenhuma linha tem duas ou mais pontuações.",
                                    "No row has two or more scores."));
  if (level == Level::Ratio)
    if (auto checked = check_ratio(sorted); !checked) return checked;
  if (sorted.front() == sorted.back())
    return core::fail(
        core::invalid("no-variation", "alpha",
                      "Todas as pontuações são iguais, pelo que o desacordo esperado é zero.",
                      "All scores are the same, so that the expected disagreement is zero."));
  return {};
}

}  // namespace

core::Result<double> alpha(const Table& table, Level level) {
  auto units = pairable_units(table);
  const auto sorted = in_order(units);
  if (auto checked = check(sorted, level); !checked) return core::fail(checked.error());
  switch (level) {
    case Level::Nominal:
      return alpha_of(observed(units, nominal_difference), nominal_between_all(sorted),
                      sorted.size());
    case Level::Ordinal:
      return ordinal_alpha(std::move(units), sorted);
    case Level::Interval:
      return interval_alpha(units, sorted);
    case Level::Ratio:
      return alpha_of(observed(units, ratio_difference), between_all(sorted, ratio_difference),
                      sorted.size());
  }
  std::unreachable();
}

}  // namespace statistics
