#include <string>
#include <string_view>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/text.hpp"

namespace tidy {
namespace {

/// How a path of a machine, or a host that packages came from, begins. Each in two halves, so
/// that this file does not name what it looks for.
struct Place {
  std::string_view first;
  std::string_view second;
};

constexpr Place places[] = {
    {"/wo", "rk/"},         {"/ro", "ot/"},      {"/ho", "me/"},   {"/tmp/ba", "sh_jobs"},
    {"registry.npm", "js"}, {"node", "source."}, {"pkg.", "dev/"}, {"arti", "factory"},
};

/// The start of an absolute path, and not the middle of a longer one.
bool starts_a_path(std::string_view text, std::size_t at) {
  constexpr std::string_view before = " \t\n\"'`=(:,<>";
  return at == 0 || text[at] != '/' || before.contains(text[at - 1]);
}

}  // namespace

Faults workplace_is_unnamed(const File& file) {
  Faults faults;
  for (const auto& place : places) {
    const auto name = std::string(place.first).append(place.second);
    const auto& text = file.text;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      if (starts_a_path(text, at)) faults.push_back({line_at(text, at), "names " + name});
    }
  }
  return faults;
}

Faults lockfiles_name_no_address(const File& file) {
  if (!file.path.ends_with("package-lock.json")) return {};
  const auto at = file.text.find("\"resolved\": \"http");
  if (at == std::string::npos) return {};
  return {{line_at(file.text, at), "names where a package was fetched (.npmrc leaves that out)"}};
}

Faults files_say_something(const File& file) {
  if (file.text.find_first_not_of(" \t\r\n") != std::string::npos) return {};
  return {{1, "empty"}};
}

}  // namespace tidy
