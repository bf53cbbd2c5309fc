#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/text.hpp"

namespace tidy {
namespace {

/// A library's headers, by how their names begin, and the only places that may include them.
struct Library {
  std::string_view headers;
  std::vector<std::string_view> homes;
};

/// The first that fits counts. Whatever is in no line is the standard library's or unknown.
const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"boost/multiprecision/", {"domain/awards", "domain/jury"}},
      {"boost/graph/", {"domain/jury", "tests"}},
      {"boost/pending/disjoint_sets.hpp", {"domain/statistics"}},
      {"Eigen/", {"domain/statistics"}},
      {"isa-l/", {"eventstore"}},
      {"boost/endian/", {"eventstore", "server/attachments"}},
      {"boost/beast/", {"server/http", "tests/support", "tests/http"}},
      {"boost/asio/",
       {"server/http", "server/attachments", "server/links", "tests/support", "tests/http",
        "tests/server"}},
      {"boost/locale/utf.hpp", {"server/http"}},
      {"boost/url/", {"server/http"}},
      {"rocksdb/", {"eventstore", "tests/eventstore", "tests/bench"}},
      {"simdjson.h", {"json", "server", "tests"}},
      {"rapidjson/", {"json", "server/api", "server/cli", "tests"}},
      {"jwt/", {"server/identity/tokens.cpp"}},
      {"openssl/", {"eventstore", "server/identity", "tests/server"}},
      {"sodium.h", {"eventstore", "server"}},
      {"utf8proc.h", {"projections/folding.cpp"}},
      {"kainjow/", {"server/site/templates.cpp"}},
      {"toml++/", {"handwritten"}},
      {"csv.h", {"server/cli/csv.cpp"}},
      {"CLI/", {"server/cli", "tests/bench"}},
      {"libpq-fe.h", {"tests/bench"}},
      {"date/", {"server"}},
      {"magic.h", {"server/attachments"}},
      {"zip.h", {"server/attachments", "tests/server"}},
      {"pugixml.hpp", {"server/attachments"}},
      {"curl/", {"server/links"}},
      {"fmt/", {"server", "projections", "tests"}},
      {"spdlog/", {"server", "tests/server"}},
      {"prometheus/", {"server/watch/watch.cpp"}},
      {"gtest/", {"tests"}},
      {"gmock/", {"tests"}},
      {"rapidcheck", {"tests"}},
  };
  return all;
}

constexpr std::string_view posix[] = {"sys/",     "arpa/",   "netinet/", "fcntl.h",
                                      "signal.h", "spawn.h", "stdlib.h", "unistd.h"};
constexpr std::string_view posix_homes[] = {"eventstore", "server", "tests"};

/// A header of the standard library is one word without an ending.
bool is_standard(std::string_view header) {
  return header.find_first_of("/.") == std::string_view::npos;
}

bool at_home(std::string_view path, std::string_view header) {
  const auto here = [&](std::string_view home) { return lies_in(path, home); };
  const auto begins = [&](std::string_view start) { return header.starts_with(start); };
  for (const auto& library : libraries()) {
    if (begins(library.headers)) return std::ranges::any_of(library.homes, here);
  }
  if (std::ranges::any_of(posix, begins)) return std::ranges::any_of(posix_homes, here);
  return is_standard(header);
}

}  // namespace

Faults libraries_stay_at_home(const File& file) {
  Faults faults;
  if (!is_cpp(file.path)) return faults;
  for (const auto& include : includes_of(file.text)) {
    if (include.own || at_home(file.path, include.header)) continue;
    faults.push_back({include.line, "<" + include.header + "> has no home here (libraries.cpp)"});
  }
  return faults;
}

}  // namespace tidy
