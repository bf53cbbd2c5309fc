#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "eventstore/event_store.hpp"

namespace eventstore::testing {

/// What the store ought to do, as plainly as it can be said.
struct Model {
  struct Applied {
    unsigned char hash = 0;
    Position first = 0;
    std::size_t count = 0;
  };

  std::vector<std::pair<StreamName, std::string>> log;
  std::map<std::string, Applied> commands;

  [[nodiscard]] std::vector<std::string> stream(const StreamName& name) const {
    std::vector<std::string> payloads;
    for (const auto& [stream, payload] : log)
      if (stream == name) payloads.push_back(payload);
    return payloads;
  }

  /// The error's code, or "".
  [[nodiscard]] std::string append(const Append& append) {
    const auto id = append.command_id.text();
    if (const auto found = commands.find(id); found != commands.end())
      return found->second.hash == append.request_hash[0] ? "" : "command-id-reused";
    for (const auto& [name, version] : append.expected)
      if (stream(name).size() != version) return "stale-version";
    commands[id] = {append.request_hash[0], log.size() + (append.events.empty() ? 0 : 1),
                    append.events.size()};
    for (const auto& event : append.events) log.emplace_back(event.stream, event.payload);
    return "";
  }
};

}  // namespace eventstore::testing
