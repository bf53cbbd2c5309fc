#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/domain/statistics_tables.hpp"

namespace statistics_tests {

/// From `from` up to `to`, without it, evenly: rapidcheck's own range begins with few values.
template <class Number>
Number drawn(Number from, Number to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(from, to));
}

/// Scores from 0 to 20 in tenths, a third of the cells missing, up to 8 subjects and 5 raters.
inline Rows any_rows() {
  const auto subjects = drawn<std::size_t>(2, 9);
  const auto raters = drawn<std::size_t>(2, 6);
  Rows rows(subjects, Rows::value_type(raters));
  for (auto& row : rows)
    for (auto& value : row)
      if (drawn(0, 3) > 0) value = drawn(0, 201) / 10.0;
  return rows;
}

/// The same without missing cells.
inline Rows any_complete_rows() {
  auto rows = any_rows();
  for (auto& row : rows)
    for (auto& value : row)
      if (!value) value = drawn(0, 201) / 10.0;
  return rows;
}

/// Somewhere else each rater, and somewhere else each subject.
struct Order {
  std::vector<std::size_t> subjects;
  std::vector<std::size_t> raters;
};

inline Order any_order(const Rows& rows) {
  std::mt19937 random(drawn<unsigned>(0, 1U << 30U));
  Order order;
  for (std::size_t i = 0; i < rows.size(); ++i) order.subjects.push_back(i);
  for (std::size_t j = 0; j < rows.front().size(); ++j) order.raters.push_back(j);
  std::ranges::shuffle(order.subjects, random);
  std::ranges::shuffle(order.raters, random);
  return order;
}

/// Row i of the answer is row `order.subjects[i]`; columns likewise.
inline Rows reordered(const Rows& rows, const Order& order) {
  Rows others;
  for (const auto i : order.subjects) {
    auto& row = others.emplace_back();
    for (const auto j : order.raters) row.push_back(rows[i][j]);
  }
  return others;
}

inline bool near(double a, double b, double apart = 1e-8) {
  return std::abs(a - b) <= apart * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace statistics_tests
