#pragma once

#include <memory>

#include "eventstore/checkpoint_file.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// The log in RocksDB: an envelope for each position, three indexes that lead to it, and the nodes
/// of the Merkle tree.
class RocksDbLog final : public Storage {
 public:
  /// A log that is not what its last checkpoint signed opens for reading only. Error:
  /// "store-damaged".
  [[nodiscard]] static core::Result<std::unique_ptr<RocksDbLog>> open(
      std::shared_ptr<Database> database, const LogKey& key);
  /// The same over a database that is only looked at. Errors: also why a log that is not what its
  /// checkpoint signed is refused.
  [[nodiscard]] static core::Result<std::unique_ptr<RocksDbLog>> inspect(
      std::shared_ptr<Database> database, const LogKey& key);

  RocksDbLog(std::shared_ptr<Database> database, const LogKey& key, Tail tail);

  [[nodiscard]] Tail tail() const override { return tail_; }
  [[nodiscard]] core::Result<Erasures> erased() const override;
  [[nodiscard]] core::Result<void> write(const Batch& batch) override;
  [[nodiscard]] core::Result<void> health() const override { return database_->health(); }
  [[nodiscard]] std::uint64_t size_on_disk() const override { return database_->size_on_disk(); }
  [[nodiscard]] core::Result<std::optional<CommandRecord>> find_command(
      const core::CommandId& id, Position head) const override;
  [[nodiscard]] core::Result<Version> version_of(const StreamName& stream,
                                                 Position head) const override;
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_stream(const StreamName& stream,
                                                                   Version from, std::size_t limit,
                                                                   Position head) const override;
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_all(Position from, std::size_t limit,
                                                                Position head) const override;
  [[nodiscard]] core::Result<std::vector<Digest>> read_nodes(unsigned height, std::uint64_t first,
                                                             std::uint64_t count) const override;
  [[nodiscard]] core::Result<std::vector<KnownCommand>> read_commands(const core::CommandId& after,
                                                                      std::size_t limit,
                                                                      Position head) const override;
  [[nodiscard]] core::Result<void> snapshot(const std::filesystem::path& to) const override;

 private:
  std::shared_ptr<Database> database_;
  LogKey key_;
  Tail tail_;
  CheckpointFile checkpoint_;
};

/// Where the log ends, and whether it may be added to. Errors: "store-damaged",
/// "store-unavailable".
[[nodiscard]] core::Result<Tail> tail_of(const Database& database, const LogVerifier& verifier);

/// The event at a position. Error: "store-damaged", also when there is none.
[[nodiscard]] core::Result<StoredEvent> event_at(const Database& database, Position position);

/// The last event; nothing in an empty log. Error: "store-damaged".
[[nodiscard]] core::Result<std::optional<StoredEvent>> last_event(const Database& database);

/// Nodes of the Merkle tree, as merkle::Nodes.
[[nodiscard]] core::Result<Digest> node_in(const Database& database, unsigned height,
                                           std::uint64_t index);

/// Why nothing may be added to a log that ends at `head`: it is not the one that the last
/// checkpoint in the store's folder signed. Errors: "store-damaged", "store-unavailable".
[[nodiscard]] core::Result<std::optional<core::Error>> held_against_checkpoint(
    const Database& database, const LogVerifier& verifier, Position head);

/// What a command id was applied as. Error: "store-damaged".
[[nodiscard]] core::Result<std::optional<CommandRecord>> command_in(const Database& database,
                                                                    const core::CommandId& id);

}  // namespace eventstore
