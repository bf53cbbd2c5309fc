#include "domain/awards/points.hpp"

#include <algorithm>
#include <limits>

#include "domain/core/assert.hpp"

namespace awards {

using Integer = boost::multiprecision::cpp_int;

namespace {

bool is_digit(char c) {
  return '0' <= c && c <= '9';
}

Integer power_of_ten(std::size_t places) {
  Integer power = 1;
  for (std::size_t i = 0; i < places; ++i) power *= 10;
  return power;
}

/// floor(points * unit + 1/2)
Integer units_of(const Points& points, const Integer& unit) {
  const Integer twice = 2 * numerator(points) * unit + denominator(points);
  const Integer whole = 2 * denominator(points);
  const Integer towards_zero = twice / whole;
  return twice < 0 && towards_zero * whole != twice ? towards_zero - 1 : towards_zero;
}

/// In decimal; what fits a machine's number is written by its means, which are quicker.
std::string digits_of(const Integer& number) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (number < Limits::min() || number > Limits::max()) return number.str();
  return std::to_string(static_cast<std::int64_t>(number));
}

}  // namespace

std::optional<Points> decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = std::min(text.find('.'), text.size());
  const auto fraction = text.substr(std::min(point + 1, text.size()));
  std::string digits(text.substr(0, point));
  if (digits.empty() || (point < text.size() && fraction.empty())) return std::nullopt;
  digits += fraction;
  if (!std::ranges::all_of(digits, is_digit)) return std::nullopt;
  Integer number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return Points(negative ? Integer(-number) : number, power_of_ten(fraction.size()));
}

Points rounded(const Points& points, std::int64_t decimals) {
  core::ensure(decimals >= 0, "there are no fewer than no decimals");
  const auto unit = power_of_ten(static_cast<std::size_t>(decimals));
  return {units_of(points, unit), unit};
}

std::string shown(const Points& points, std::int64_t decimals) {
  core::ensure(decimals >= 0, "there are no fewer than no decimals");
  const auto places = static_cast<std::size_t>(decimals);
  const Integer units = units_of(points, power_of_ten(places));
  std::string digits = digits_of(abs(units));
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (units < 0 ? "-" : "") + digits;
}

std::string exact(const Points& points) {
  return digits_of(numerator(points)) + "/" + digits_of(denominator(points));
}

}  // namespace awards
