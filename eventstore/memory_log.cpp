#include "eventstore/memory_log.hpp"

#include <algorithm>
#include <mutex>
#include <ranges>

#include "domain/core/assert.hpp"
#include "eventstore/envelope.hpp"

namespace eventstore {

core::Result<void> MemoryLog::write(const Batch& batch) {
  const std::unique_lock lock(mutex_);
  for (const auto& [event, envelope] : batch.entries) {
    envelopes_.push_back(envelope);
    streams_[event.stream].push_back(event.position);
  }
  for (const auto& node : batch.nodes) nodes_[node.height].push_back(node.hash);
  commands_.insert(batch.commands.begin(), batch.commands.end());
  return {};
}

core::Result<std::optional<CommandRecord>> MemoryLog::find_command(const core::CommandId& id,
                                                                   Position head) const {
  const std::shared_lock lock(mutex_);
  const auto found = commands_.find(id);
  if (found == commands_.end() || found->second.applied.last() > head) return std::nullopt;
  return found->second;
}

core::Result<Version> MemoryLog::version_of(const StreamName& stream, Position head) const {
  const std::shared_lock lock(mutex_);
  const auto found = streams_.find(stream);
  if (found == streams_.end()) return 0;
  const auto past = std::ranges::upper_bound(found->second, head);
  return static_cast<Version>(past - found->second.begin());
}

core::Result<std::vector<StoredEvent>> MemoryLog::read_stream(const StreamName& stream,
                                                              Version from, std::size_t limit,
                                                              Position head) const {
  const std::shared_lock lock(mutex_);
  std::vector<StoredEvent> events;
  const auto found = streams_.find(stream);
  if (found == streams_.end()) return events;
  const auto& positions = found->second;
  for (auto at = std::max<Version>(from, 1); at <= positions.size(); ++at) {
    const auto position = positions[at - 1];
    if (events.size() == limit || position > head) break;
    auto event = decode_envelope(position, envelopes_[position - 1]);
    if (!event) return core::fail(event.error());
    events.push_back(*std::move(event));
  }
  return events;
}

core::Result<std::vector<StoredEvent>> MemoryLog::read_all(Position from, std::size_t limit,
                                                           Position head) const {
  const std::shared_lock lock(mutex_);
  std::vector<StoredEvent> events;
  for (auto at = std::max<Position>(from, 1); at <= head && events.size() < limit; ++at) {
    auto event = decode_envelope(at, envelopes_[at - 1]);
    if (!event) return core::fail(event.error());
    events.push_back(*std::move(event));
  }
  return events;
}

core::Result<std::vector<Digest>> MemoryLog::read_nodes(unsigned height, std::uint64_t first,
                                                        std::uint64_t count) const {
  const std::shared_lock lock(mutex_);
  const auto& nodes = nodes_.at(height);
  core::ensure(first + count <= nodes.size(), "nodes are asked for that exist");
  const auto begin = nodes.begin() + static_cast<std::ptrdiff_t>(first);
  return std::vector<Digest>(begin, begin + static_cast<std::ptrdiff_t>(count));
}

core::Result<std::vector<KnownCommand>> MemoryLog::read_commands(const core::CommandId& after,
                                                                 std::size_t limit,
                                                                 Position head) const {
  const std::shared_lock lock(mutex_);
  std::vector<KnownCommand> known;
  for (auto at = commands_.upper_bound(after); at != commands_.end() && known.size() < limit; ++at)
    if (at->second.applied.last() <= head) known.emplace_back(*at);
  return known;
}

}  // namespace eventstore
