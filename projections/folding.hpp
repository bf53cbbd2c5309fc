#pragma once

#include <string>
#include <string_view>

namespace projections {

/// The text as one searches for it: lower case, without accents, compatible forms made equal
/// ("União 1.ª" gives "uniao 1.a"). What is no UTF-8 stays as it is.
[[nodiscard]] std::string folded(std::string_view text);

/// Whether every word of `words` stands somewhere in `text`; both folded.
[[nodiscard]] bool has_all_words(std::string_view text, std::string_view words);

}  // namespace projections
