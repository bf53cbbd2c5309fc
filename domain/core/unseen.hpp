#pragma once

#include <string_view>
#include <vector>

/// Characters of Unicode that nobody sees.
namespace core {

/// The code points of well-formed UTF-8.
[[nodiscard]] std::vector<char32_t> code_points(std::string_view utf8);

/// White space, and what shows nothing of its own: joiners, marks of direction, the soft hyphen,
/// variation selectors, blank letters and patterns.
[[nodiscard]] bool is_blank(char32_t point);

/// Controls but line ends and tabs, and what turns the direction of the text after it.
[[nodiscard]] bool is_control(char32_t point);

/// Whether it has any of them.
[[nodiscard]] bool has_unseen(std::string_view utf8);

}  // namespace core
