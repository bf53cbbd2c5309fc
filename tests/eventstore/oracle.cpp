#include "tests/eventstore/oracle.hpp"

#include <map>
#include <utility>

#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

constexpr std::size_t all = 10'000'000;

/// An append with one event is called "1-…", one with three over two streams "3-…" (child.hpp).
std::uint32_t count_of(const std::string& id) {
  return id.starts_with("1-") ? 1 : 3;
}

/// Whether its command is remembered, and its last event says its name.
bool is_found(const Store& store, const std::string& id) {
  const auto answer = store.find_command(core::CommandId(id), digest(1)).value();
  return answer && answer->count == count_of(id) &&
         payloads_of(store.read_all(answer->last(), 1)) == std::vector<std::string>{id};
}

}  // namespace

bool Oracle::hear(Child& child, int acknowledgements) {
  for (int i = 0; i < acknowledgements; ++i) {
    auto line = child.read_line();
    if (!line) return false;
    since_asked_.push_back(*std::move(line));
  }
  return true;
}

void Oracle::hear_out(Child& child) {
  while (auto line = child.read_line()) since_asked_.push_back(*std::move(line));
  acknowledged_.insert(since_asked_.begin(), since_asked_.end());
}

std::vector<std::string> Oracle::faults_of(const Store& store) {
  std::map<std::string, std::uint32_t> written;
  for (const auto& event : store.read_all(1, all)) ++written[event.command_id.text()];
  std::vector<std::string> faults;
  for (const auto& [id, count] : written)
    if (count != count_of(id)) faults.push_back("in part: " + id);
  for (const auto& id : acknowledged_)
    if (!written.contains(id)) faults.push_back("lost: " + id);
  for (const auto& id : std::exchange(since_asked_, {}))
    if (!is_found(store, id)) faults.push_back("not found: " + id);
  return faults;
}

}  // namespace eventstore::testing
