#include "tests/bench/log.hpp"

#include <fmt/format.h>

#include "domain/core/assert.hpp"
#include "tests/bench/editions.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

constexpr std::size_t events_of_a_command = 256;

void append_events(eventstore::EventStore& store, std::size_t events) {
  Editions editions;
  for (std::size_t done = 0; done < events; done += events_of_a_command) {
    eventstore::Append append;
    append.command_id = core::CommandId(fmt::format("command-{}", done));
    append.correlation = append.command_id;
    append.actor = "secretariado";
    while (append.events.size() < std::min(events_of_a_command, events - done))
      append.events.push_back(editions.next());
    core::ensure(store.append(std::move(append)).has_value(), "an event of the log is appended");
  }
}

}  // namespace

std::filesystem::path realistic_log(const Settings& settings) {
  auto folder = settings.folder / fmt::format("log-{}", settings.events);
  if (std::filesystem::exists(folder)) return folder;
  const auto partial = folder.string() + ".partial";
  append_events(*OpenStore(partial), settings.events);
  std::filesystem::rename(partial, folder);
  return folder;
}

}  // namespace bench
