#pragma once

#include <string_view>

namespace dossiers {

/// Nine digits, the first of them a legal person's (5, 6, 7 or 9), the last one the check digit of
/// every Portuguese tax number: the others weighed with 9 to 2, what is left of 11 after the sum
/// modulo 11, and 0 where 10 or 11 would be left.
[[nodiscard]] bool is_nipc(std::string_view text);

/// http or https, a host with a name (no bare number, no user), and only the characters that
/// RFC 3986 allows; at most 2000 of them.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace dossiers
