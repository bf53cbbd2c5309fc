#pragma once

#include <string_view>

namespace dossiers {

/// http or https, a host with a name (no bare number, no user), and only the characters that
/// RFC 3986 allows; at most 2000 of them.
[[nodiscard]] bool is_web_address(std::string_view text);

}  // namespace dossiers
