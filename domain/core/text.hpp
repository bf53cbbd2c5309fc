#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"

namespace core {

/// Characters as a reader counts them: Unicode code points of well-formed UTF-8.
[[nodiscard]] std::size_t characters(std::string_view utf8);

/// From `fewest` to `most` characters, both included; where one is needed, not only blanks; no
/// control characters but line ends and tabs. Errors: "text-length", "text-unreadable", on `field`.
[[nodiscard]] Result<void> check_length(std::string_view text, const std::string& field,
                                        std::size_t fewest, std::size_t most);

/// An item of a list as a fault names it: "awards[2]".
[[nodiscard]] inline std::string item(const std::string& list, std::size_t index) {
  return list + "[" + std::to_string(index) + "]";
}

/// A decimal number as Portuguese writes it: "82.5" is "82,5".
[[nodiscard]] std::string with_comma(std::string decimal);

/// Whether mail could be sent there: ASCII, one @ between a mailbox and a domain with a dot, no
/// blank, at most 254 characters (RFC 5321). Quoted mailboxes and bare hosts are not taken.
[[nodiscard]] bool is_email(std::string_view text);

/// Nine digits, the first of them a legal person's (5, 6, 7 or 9), the last one the check digit of
/// every Portuguese tax number: the others weighed with 9 to 2, what is left of 11 after the sum
/// modulo 11, and 0 where 10 or 11 would be left.
[[nodiscard]] bool is_nipc(std::string_view text);

/// A host's name as in "cm-alijo.pt": labels of a-z 0-9 - with dots between, at most 253
/// characters.
[[nodiscard]] bool is_host(std::string_view text);

}  // namespace core
