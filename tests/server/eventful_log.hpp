#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "eventstore/event_store.hpp"

namespace server_tests {

/// A log in which something happens whenever a command has been decided and is about to be
/// appended, and which counts what is read of its streams.
class EventfulLog final : public eventstore::EventStore {
 public:
  explicit EventfulLog(eventstore::EventStore& log) : log_(log) {}
  std::function<void()> happens = [] {};
  mutable std::size_t events_read = 0;

  core::Result<eventstore::Appended> append(eventstore::Append append) override {
    happens();
    return log_.append(std::move(append));
  }
  [[nodiscard]] core::Result<std::optional<eventstore::Appended>> find_command(
      const core::CommandId& id, const eventstore::Digest& hash) const override {
    return log_.find_command(id, hash);
  }
  [[nodiscard]] std::vector<eventstore::StoredEvent> read_stream(
      const eventstore::StreamName& stream, eventstore::Version from,
      std::size_t limit) const override {
    auto events = log_.read_stream(stream, from, limit);
    events_read += events.size();
    return events;
  }
  [[nodiscard]] std::vector<eventstore::StoredEvent> read_all(eventstore::Position from,
                                                              std::size_t limit) const override {
    return log_.read_all(from, limit);
  }
  [[nodiscard]] eventstore::Version version_of(
      const eventstore::StreamName& stream) const override {
    return log_.version_of(stream);
  }
  [[nodiscard]] eventstore::Position head() const override { return log_.head(); }
  [[nodiscard]] eventstore::Position last_erasure() const override { return log_.last_erasure(); }
  [[nodiscard]] bool wait_past(eventstore::Position position,
                               std::chrono::milliseconds timeout) const override {
    return log_.wait_past(position, timeout);
  }
  void wake_all() override { log_.wake_all(); }

 private:
  eventstore::EventStore& log_;
};

}  // namespace server_tests
