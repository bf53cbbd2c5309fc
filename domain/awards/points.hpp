#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <string>

namespace awards {

/// Exact points of 100.
using Points = boost::multiprecision::cpp_rational;

/// As published: "82.50", rounded half up on the exact value to `decimals` places.
[[nodiscard]] std::string shown(const Points& points, std::int64_t decimals);

/// As a fraction in lowest terms: "165/2"; whole numbers too: "80/1".
[[nodiscard]] std::string exact(const Points& points);

}  // namespace awards
