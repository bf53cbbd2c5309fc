#include "domain/awards/points.hpp"

#include "domain/core/assert.hpp"

namespace awards {

using Integer = boost::multiprecision::cpp_int;

std::string shown(const Points& points, std::int64_t decimals) {
  core::ensure(points >= 0 && decimals >= 0, "points are never negative");
  const auto places = static_cast<std::size_t>(decimals);
  Integer unit = 1;
  for (std::size_t i = 0; i < places; ++i) unit *= 10;
  const Integer rounded = (2 * numerator(points) * unit + denominator(points)) /
                          (2 * denominator(points));  // floor(x + 1/2)
  std::string digits = rounded.str();
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return digits;
}

std::string exact(const Points& points) {
  return numerator(points).str() + "/" + denominator(points).str();
}

}  // namespace awards
