#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/command_record.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// What the sequencer writes at once: events at adjoining positions, and the commands behind them.
struct Batch {
  std::vector<StoredEvent> events;
  std::map<core::CommandId, CommandRecord> commands;
};

/// Where a log ends.
struct Tail {
  Position head = 0;
  core::Instant recorded_at;  ///< of the event at the head
};

/// An engine that keeps the log. One thread writes, any number read meanwhile; a read is bounded
/// by a `head` given by the caller, since a batch may be visible before it is announced.
/// Reads fail with "store-damaged".
class Storage {
 public:
  virtual ~Storage() = default;

  /// Where the log ended when it was opened.
  [[nodiscard]] virtual Tail tail() const = 0;

  /// All of it or nothing, on stable storage when it returns. Error: "store-read-only"; the batch
  /// is then in doubt until the next opening.
  [[nodiscard]] virtual core::Result<void> write(const Batch& batch) = 0;

  [[nodiscard]] virtual core::Result<std::optional<CommandRecord>> find_command(
      const core::CommandId& id, Position head) const = 0;
  [[nodiscard]] virtual core::Result<Version> version_of(const StreamName& stream,
                                                         Position head) const = 0;
  [[nodiscard]] virtual core::Result<std::vector<StoredEvent>> read_stream(const StreamName& stream,
                                                                           Version from,
                                                                           std::size_t limit,
                                                                           Position head) const = 0;
  [[nodiscard]] virtual core::Result<std::vector<StoredEvent>> read_all(Position from,
                                                                        std::size_t limit,
                                                                        Position head) const = 0;
};

}  // namespace eventstore
