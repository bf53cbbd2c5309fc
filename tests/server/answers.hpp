#pragma once

#include <algorithm>
#include <cctype>
#include <map>
#include <string>

#include "tests/server/running_program.hpp"

namespace server_tests {

/// Status, headers and body. The date differs from one second to the next, and each request has an
/// id of its own; all else is there to be compared.
[[nodiscard]] inline std::string bytes_of(const Answer& answer) {
  auto bytes = std::to_string(answer.status) + "\n";
  for (const auto& [name, value] : answer.headers) {
    auto lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    if (lower != "date" && lower != "x-request-id") bytes += lower + ": " + value + "\n";
  }
  return bytes + "\n" + answer.body;
}

/// "/dossiers/{dossier}" with its names in place.
[[nodiscard]] inline std::string with_names(std::string path,
                                            const std::map<std::string, std::string>& names) {
  for (const auto& [name, value] : names) {
    const auto slot = "{" + name + "}";
    if (const auto at = path.find(slot); at != std::string::npos)
      path.replace(at, slot.size(), value);
  }
  return path;
}

}  // namespace server_tests
