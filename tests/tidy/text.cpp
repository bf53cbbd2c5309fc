#include "tests/tidy/text.hpp"

#include <algorithm>
#include <cctype>

namespace tidy {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// What a piece of C++ is, where it ends, and how many characters at each end say so.
struct Piece {
  std::size_t end;
  bool blank;
};

std::size_t after(std::string_view text, std::string_view mark, std::size_t from) {
  const auto found = text.find(mark, from);
  return found == npos ? text.size() : found + mark.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t start) {
  for (auto at = start + 1; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == text[start] || text[at] == '\n') {
      return at + 1;
    }
  }
  return text.size();
}

std::size_t end_of_raw(std::string_view text, std::size_t start) {
  const auto bracket = text.find('(', start);
  if (bracket == npos) return text.size();
  const auto mark = std::string(text.substr(start + 2, bracket - start - 2));
  return after(text, ")" + mark + "\"", bracket);
}

/// The piece that starts at `at`: a comment, a literal, or a single character or word of code.
Piece piece_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with("//")) return {std::min(text.find('\n', at), text.size()), true};
  if (rest.starts_with("/*")) return {after(text, "*/", at + 2), true};
  if (rest.starts_with("R\"")) return {end_of_raw(text, at), true};
  if (rest.starts_with('"') || rest.starts_with('\'')) return {end_of_quoted(text, at), true};
  if (!is_word(text[at])) return {at + 1, false};
  const bool number = std::isdigit(static_cast<unsigned char>(text[at])) != 0;
  auto end = at;  // to the end of the word: 1'000 holds no literal, and a last R starts none
  while (end < text.size() && (is_word(text[end]) || (number && text[end] == '\''))) ++end;
  return {end, false};
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<Include> includes_of(std::string_view text) {
  constexpr std::string_view directive = "#include ";
  std::vector<Include> includes;
  std::size_t number = 0;
  for (auto line : lines_of(text)) {
    ++number;
    if (!line.starts_with(directive)) continue;
    line.remove_prefix(directive.size());
    const auto end = line.find_first_of(">\"", 1);
    if (end == npos) continue;
    includes.push_back({number, std::string(line.substr(1, end - 1)), line.front() == '"'});
  }
  return includes;
}

std::string code_of(std::string_view text) {
  std::string code(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto [end, blank] = piece_at(text, at);
    for (; at < end; ++at) {
      if (blank && code[at] != '\n') code[at] = ' ';
    }
  }
  return code;
}

std::size_t find_word(std::string_view code, std::string_view name, std::size_t from) {
  for (auto at = code.find(name, from); at != npos; at = code.find(name, at + 1)) {
    const auto end = at + name.size();
    const bool starts = at == 0 || !is_word(code[at - 1]);
    const bool ends = end == code.size() || !is_word(code[end]);
    if (starts && ends) return at;
  }
  return npos;
}

std::size_t line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, position), '\n'));
}

bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

bool lies_in(std::string_view path, std::string_view place) {
  if (!path.starts_with(place)) return false;
  return path.size() == place.size() || place.ends_with('/') || path[place.size()] == '/';
}

}  // namespace tidy
