#include "domain/statistics/table.hpp"

#include <algorithm>
#include <cmath>

#include "domain/core/assert.hpp"

namespace statistics {

Table::Table(std::size_t subjects, std::size_t raters) : by_subject_(subjects), by_rater_(raters) {}

void Table::rate(std::size_t subject, std::size_t rater, double value) {
  constexpr double largest = 1e100;
  core::ensure(subject < subjects() && rater < raters(), "a rating is within its table");
  core::ensure(std::abs(value) <= largest, "a rating is a number within bounds");
  auto& ratings = by_subject_[subject];
  core::ensure(std::ranges::find(ratings, rater, &Rating::rater) == ratings.end(),
               "a rater rates a subject once");
  ratings.push_back({rater, value});
  ++by_rater_[rater];
  ++ratings_;
  largest_ = std::max(largest_, std::abs(value));
}

double Table::rounding() const {
  const double of_one = 1e-14 * largest_;
  return static_cast<double>(ratings_) * of_one * of_one;
}

std::span<const Rating> Table::of(std::size_t subject) const {
  core::ensure(subject < subjects(), "a subject is within its table");
  return by_subject_[subject];
}

std::size_t Table::rated_by(std::size_t rater) const {
  core::ensure(rater < raters(), "a rater is within its table");
  return by_rater_[rater];
}

}  // namespace statistics
