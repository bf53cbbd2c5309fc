#include "domain/core/names.hpp"

#include <cstddef>

namespace core {
namespace {

constexpr char lead_of_letters = '\xC3';    // U+00C0 to U+00FF
constexpr char lead_of_symbols = '\xC2';    // U+0080 to U+00BF
constexpr char no_break_space = '\xA0';     // after it
constexpr char lead_of_accents = '\xCC';    // U+0300 to U+033F
constexpr char lead_of_accents_2 = '\xCD';  // U+0340 to U+037F, accents up to U+036F

/// À to ß and à to ÿ, without what is on them.
constexpr std::string_view bare_letters =
    "aaaaaaaceeeeiiiidnooooo*ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

/// One character of a name: how many bytes it takes, and what stands for it.
struct Folded {
  std::size_t bytes = 1;
  std::string_view text;
};

bool is_accent(char lead, char next) {
  return lead == lead_of_accents || (lead == lead_of_accents_2 && next <= '\xAF');
}

Folded fold_next(std::string_view rest) {
  constexpr std::string_view lower = "abcdefghijklmnopqrstuvwxyz";
  const char lead = rest.front();
  if (lead >= 'A' && lead <= 'Z') return {1, lower.substr(static_cast<std::size_t>(lead - 'A'), 1)};
  if (lead == '\t' || lead == '\n' || lead == '\r') return {1, " "};
  if (rest.size() < 2) return {1, rest};
  const char next = rest[1];
  if (is_accent(lead, next)) return {2, {}};
  if (lead == lead_of_symbols && next == no_break_space) return {2, " "};
  if (lead == lead_of_letters)
    return {2, bare_letters.substr(static_cast<unsigned char>(next) % bare_letters.size(), 1)};
  return {1, rest.substr(0, 1)};
}

}  // namespace

std::string folded_name(std::string_view utf8) {
  std::string folded;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto [bytes, text] = fold_next(utf8.substr(i));
    const bool doubled = text == " " && (folded.empty() || folded.back() == ' ');
    if (!doubled) folded += text;
    i += bytes;
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace core
