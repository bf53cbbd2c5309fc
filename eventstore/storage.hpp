#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/command_record.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/merkle.hpp"
#include "eventstore/person_keys.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {

/// An event as it lies on disk.
struct Entry {
  StoredEvent event;
  std::string envelope;
};

/// What the sequencer writes at once: events at adjoining positions, the commands behind them, the
/// nodes that they add to the Merkle tree, the persons that they erase, and the tree as it then
/// stands.
struct Batch {
  std::vector<Entry> entries;
  std::map<core::CommandId, CommandRecord> commands;
  std::vector<merkle::Node> nodes;
  Erasures erased;
  merkle::TreeHead tree;
};

/// What is kept with a command id, and the id.
using KnownCommand = std::pair<core::CommandId, CommandRecord>;

/// Where a log ended when it was opened.
struct Tail {
  core::Instant recorded_at;             ///< of the event at the head
  merkle::Frontier tree;                 ///< a leaf for each event
  std::optional<core::Error> read_only;  ///< why nothing may be added to it

  [[nodiscard]] Position head() const { return tree.size(); }
};

/// An engine that keeps the log. One thread writes, any number read meanwhile; a read is bounded
/// by a `head` given by the caller, since a batch may be visible before it is announced.
/// Reads fail with "store-damaged".
class Storage {
 public:
  virtual ~Storage() = default;

  /// Where the log ended when it was opened.
  [[nodiscard]] virtual Tail tail() const = 0;

  /// Every person that was erased, when it was opened.
  [[nodiscard]] virtual core::Result<Erasures> erased() const = 0;

  /// All of it or nothing, on stable storage when it returns. Errors: "store-read-only"; the batch
  /// is then in doubt until the next opening. "disk-nearly-full": nothing was tried.
  [[nodiscard]] virtual core::Result<void> write(const Batch& batch) = 0;

  /// Whether a write has a chance now; else why not. Safe from any thread.
  [[nodiscard]] virtual core::Result<void> health() const { return {}; }
  /// Bytes that it takes on disk.
  [[nodiscard]] virtual std::uint64_t size_on_disk() const { return 0; }

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
  /// Nodes of the Merkle tree, `count` of one height from `first` on, all of which are kept.
  [[nodiscard]] virtual core::Result<std::vector<Digest>> read_nodes(unsigned height,
                                                                     std::uint64_t first,
                                                                     std::uint64_t count) const = 0;
  /// What was applied under the ids past `after`, in their order, at most `limit`.
  [[nodiscard]] virtual core::Result<std::vector<KnownCommand>> read_commands(
      const core::CommandId& after, std::size_t limit, Position head) const = 0;

  /// Puts all that the engine holds now, rows included, into the folder `to` as a store that can be
  /// opened, while writes go on. Errors: "snapshot-unsupported", "place-unavailable".
  [[nodiscard]] virtual core::Result<void> snapshot(const std::filesystem::path& to) const {
    (void)to;
    return core::fail(snapshot_unsupported());
  }
};

/// The nodes that it keeps, one by one, as proofs ask for them; it must outlive them.
[[nodiscard]] merkle::Nodes nodes_of(const Storage& storage);

}  // namespace eventstore
