#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

/// An #include as it stands in its line: `"domain/core/ids.hpp"` is the project's own.
struct Include {
  std::size_t line = 1;
  std::string header;
  bool own = false;
};

std::vector<Include> includes_of(std::string_view text);

/// Without their line ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// C++ with its comments and the insides of its literals blanked; line ends stay where they are.
std::string code_of(std::string_view text);

/// Where `name` stands as a word of its own in `code` from `from` on, or npos.
std::size_t find_word(std::string_view code, std::string_view name, std::size_t from = 0);

/// The line, counted from 1, of the character at `position`.
std::size_t line_at(std::string_view text, std::size_t position);

bool is_cpp(std::string_view path);

/// `path` is `place`, or lies in the folder `place`.
bool lies_in(std::string_view path, std::string_view place);

}  // namespace tidy
