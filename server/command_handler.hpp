#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/ports.hpp"
#include "server/standing_aggregates.hpp"

namespace server {

/// A command with who gives it, once under one id.
struct Order {
  core::Command command;
  core::CommandId id;
  core::Actor actor;
  /// The version of the command's stream that its author has seen; nothing: whatever it is now.
  std::optional<eventstore::Version> expected_version;
  /// Makes the command whole, unless the order was answered before: where that is costly, or new
  /// each time as a salted hash is. The same order sent again is told by `command` as it stands.
  std::function<core::Result<void>(core::Command&)> complete = {};
  /// When it was given, where it has waited since: what was given in time is in time.
  std::optional<core::Instant> received = {};
};

/// What a command did.
struct Accepted {
  std::string stream;               ///< category/id
  eventstore::Version version = 0;  ///< 0 where whoever gave it is not to know
  std::vector<std::string> events;
  eventstore::Position position = 0;  ///< of its last event; the head where it had none
  core::Instant recorded_at;
  bool repeated = false;  ///< it was applied before, under this id
  FIELDS(stream, version, events, position, recorded_at, repeated)
};

/// SHA-256 and JSON, as the domain asks for them.
[[nodiscard]] core::Writing writing();

/// What the streams that a command reads told when `position` was the log's last event. Errors:
/// those of reading events.
[[nodiscard]] core::Result<core::Facts> facts_at(const eventstore::EventStore& log,
                                                 const core::Command& command,
                                                 eventstore::Position position);

/// Loads, decides, appends: the only way to write. Safe from any thread.
class CommandHandler {
 public:
  CommandHandler(eventstore::EventStore& log, eventstore::Clock& clock)
      : log_(log), clock_(clock), aggregates_(log) {}

  /// What moves on while it is decided makes it be decided anew. Errors: those of the permission,
  /// of the domain and of the store; "stale-version" (Conflict) where the command's stream is not
  /// at the version that the order names; "busy" (Unavailable) where it was never quick enough.
  [[nodiscard]] core::Result<Accepted> handle(const Order& order) const;

  /// What the command would do if it was given now, without doing it. Errors: those of the domain
  /// and of the store; asks for no permission.
  [[nodiscard]] core::Result<std::vector<core::Event>> trial(const core::Command& command,
                                                             const core::Actor& actor) const;

  /// What an aggregate tells of itself now; nothing where there is no such stream.
  [[nodiscard]] core::Facts facts_of(const core::StreamRef& stream) const;

 private:
  /// All that the command would be decided on now; decides nothing. Errors: those of the store.
  [[nodiscard]] core::Result<core::Context> context_of(const core::Command& command,
                                                       const core::Actor& actor) const;
  /// Nothing where another one was quicker on a stream that was read.
  [[nodiscard]] core::Result<std::optional<Accepted>> attempt(const Order& order,
                                                              const core::Command& command,
                                                              const eventstore::Digest& hash) const;

  eventstore::EventStore& log_;
  eventstore::Clock& clock_;
  mutable StandingAggregates aggregates_;
};

}  // namespace server
