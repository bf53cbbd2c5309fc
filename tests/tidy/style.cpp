#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/text.hpp"

namespace tidy {
namespace {

constexpr std::size_t most_lines = 500;
constexpr std::size_t most_columns = 100;

/// A character of UTF-8 is the byte that starts it and those that continue it (10xxxxxx).
std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(std::ranges::count_if(
      line, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool ends_with_any(std::string_view path, const std::vector<std::string_view>& endings) {
  return std::ranges::any_of(endings, [&](std::string_view end) { return path.ends_with(end); });
}

/// Written by hand and read by people: no data, no licence, no lock file.
bool is_written(std::string_view path) {
  return is_cpp(path) || lies_in(path, "ops") || lies_in(path, ".ci") ||
         ends_with_any(path, {".md", ".ts", ".mjs", ".css", ".mustache", ".py", "CMakeLists.txt"});
}

/// A name, where it must not stand, where it may all the same, and what to write instead.
struct Ban {
  std::string_view name;
  std::string_view where;
  std::vector<std::string_view> except;
  std::string_view instead;
};

const std::vector<Ban>& bans() {
  static const std::vector<Ban> all = {
      {"strcpy(", "", {}, "std::string"},
      {"strcat(", "", {}, "std::string"},
      {"sprintf(", "", {}, "fmt::format"},
      {"vsprintf(", "", {}, "fmt::format"},
      {"gets(", "", {}, "std::getline"},
      {"atoi(", "", {}, "std::from_chars"},
      {"rand(", "", {}, "a source of randomness that comes in by interface"},
      {"system(", "", {}, "a library"},
      {"assert(", "", {}, "core::ensure, which is on in release"},
      {"std::ostringstream", "", {}, "fmt::format"},
      {"std::stringstream", "", {}, "fmt::format"},
      {"std::cout", "", {"server/cli", "server/main.cpp"}, "spdlog, or a value"},
      {"std::cerr", "", {"server/cli", "server/main.cpp"}, "spdlog, or a value"},
      {"sleep_for", "tests", {}, "a wait for what shall happen"},
      {"sleep_until", "tests", {}, "a wait for what shall happen"},
  };
  return all;
}

bool concerns(const Ban& ban, std::string_view path) {
  const auto here = [&](std::string_view place) { return lies_in(path, place); };
  return (ban.where.empty() || here(ban.where)) && std::ranges::none_of(ban.except, here);
}

/// A ban on "rand(" is one on the word with a bracket behind it.
std::size_t find_banned(std::string_view code, std::string_view name) {
  const bool call = name.ends_with('(');
  const auto word = name.substr(0, name.size() - (call ? 1 : 0));
  auto at = find_word(code, word);
  while (call && at != std::string_view::npos && !code.substr(at + word.size()).starts_with('(')) {
    at = find_word(code, word, at + 1);
  }
  return at;
}

}  // namespace

Faults files_are_short(const File& file) {
  if (!is_written(file.path)) return {};
  const auto count = lines_of(file.text).size();
  if (count <= most_lines) return {};
  return {{count, "longer than " + std::to_string(most_lines) + " lines"}};
}

Faults lines_are_short(const File& file) {
  Faults faults;
  if (!is_cpp(file.path)) return faults;
  std::size_t number = 0;
  for (const auto line : lines_of(file.text)) {
    ++number;
    if (columns(line) > most_columns) {
      faults.push_back({number, "wider than " + std::to_string(most_columns) + " columns"});
    }
  }
  return faults;
}

Faults space_is_clean(const File& file) {
  Faults faults;
  if (!is_written(file.path)) return faults;
  std::size_t number = 0;
  for (const auto line : lines_of(file.text)) {
    ++number;
    if (line.ends_with(' ') || line.ends_with('\t') || line.ends_with('\r')) {
      faults.push_back({number, "space at the end of the line"});
    }
  }
  if (!file.text.ends_with('\n')) faults.push_back({number, "no line end at the end of the file"});
  return faults;
}

Faults headers_behave(const File& file) {
  Faults faults;
  if (!file.path.ends_with(".hpp")) return faults;
  const auto code = code_of(file.text);
  if (!code.starts_with("#pragma once\n")) faults.push_back({1, "#pragma once comes first"});
  if (const auto at = code.find("\nusing namespace "); at != std::string::npos) {
    faults.push_back({line_at(code, at + 1), "a header opens no namespace for all who include it"});
  }
  return faults;
}

Faults calls_are_safe(const File& file) {
  Faults faults;
  if (!is_cpp(file.path)) return faults;
  const auto code = code_of(file.text);
  for (const auto& ban : bans()) {
    if (!concerns(ban, file.path)) continue;
    if (const auto at = find_banned(code, ban.name); at != std::string::npos) {
      faults.push_back(
          {line_at(code, at), std::string(ban.name) + ": rather " + std::string(ban.instead)});
    }
  }
  return faults;
}

}  // namespace tidy
