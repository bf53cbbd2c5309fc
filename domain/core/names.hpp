#pragma once

#include <string>
#include <string_view>

namespace core {

/// A name by which two spellings of it are one: lower case, without accents, one blank between
/// words and none around them ("  LIGA dos  Combatentes" gives "liga dos combatentes"). Of letters
/// beyond ASCII it knows those of Latin-1, whole or with a combining accent; others stay as they
/// are.
[[nodiscard]] std::string folded_name(std::string_view utf8);

}  // namespace core
