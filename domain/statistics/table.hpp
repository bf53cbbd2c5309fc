#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// What the numbers of a jury tell about the jury: advice to the panel, in floating point. No
/// official result rests on any of it.
namespace statistics {

struct Rating {
  std::size_t rater = 0;
  double value = 0;
};

/// What raters gave subjects, both numbered from 0. A pair without a rating is a missing cell.
class Table {
 public:
  Table(std::size_t subjects, std::size_t raters);

  /// Once for each pair. The value is finite, and at most 1e100 in size, so that no sum of squares
  /// overflows.
  void rate(std::size_t subject, std::size_t rater, double value);

  [[nodiscard]] std::size_t subjects() const { return by_subject_.size(); }
  [[nodiscard]] std::size_t raters() const { return by_rater_.size(); }
  [[nodiscard]] std::size_t ratings() const { return ratings_; }
  [[nodiscard]] std::span<const Rating> of(std::size_t subject) const;
  /// How many subjects a rater has rated.
  [[nodiscard]] std::size_t rated_by(std::size_t rater) const;
  [[nodiscard]] bool complete() const { return ratings_ == subjects() * raters(); }
  /// A sum of squared deviations, one for each rating, that is no larger is rounding alone.
  [[nodiscard]] double rounding() const;

 private:
  std::vector<std::vector<Rating>> by_subject_;
  std::vector<std::size_t> by_rater_;
  std::size_t ratings_ = 0;
  double largest_ = 0;
};

}  // namespace statistics
