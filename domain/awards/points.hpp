#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace awards {

/// Exact points of 100.
using Points = boost::multiprecision::cpp_rational;

/// What a decimal says, exactly: "82.50", "-3". Nothing where it is none: "", ".5", "1e3".
[[nodiscard]] std::optional<Points> decimal(std::string_view text);

/// Half up on the exact value to `decimals` places; below 0 a half goes up too, towards 0.
[[nodiscard]] Points rounded(const Points& points, std::int64_t decimals);

/// As published: "82.50", rounded half up on the exact value to `decimals` places; below 0 a half
/// goes up too, towards 0.
[[nodiscard]] std::string shown(const Points& points, std::int64_t decimals);

/// As a fraction in lowest terms: "165/2"; whole numbers too: "80/1".
[[nodiscard]] std::string exact(const Points& points);

}  // namespace awards
