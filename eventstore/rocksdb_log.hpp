#pragma once

#include <memory>

#include "eventstore/head_mark.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// The log in RocksDB: an envelope for each position, and three indexes that lead to it.
class RocksDbLog final : public Storage {
 public:
  /// Error: "store-damaged", also when the log ends before what was once acknowledged.
  [[nodiscard]] static core::Result<std::unique_ptr<RocksDbLog>> open(
      std::shared_ptr<Database> database);

  RocksDbLog(std::shared_ptr<Database> database, Tail tail);

  [[nodiscard]] Tail tail() const override { return tail_; }
  [[nodiscard]] core::Result<void> write(const Batch& batch) override;
  [[nodiscard]] core::Result<std::optional<CommandRecord>> find_command(
      const core::CommandId& id, Position head) const override;
  [[nodiscard]] core::Result<Version> version_of(const StreamName& stream,
                                                 Position head) const override;
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_stream(const StreamName& stream,
                                                                   Version from, std::size_t limit,
                                                                   Position head) const override;
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_all(Position from, std::size_t limit,
                                                                Position head) const override;

 private:
  std::shared_ptr<Database> database_;
  Tail tail_;
  HeadMark mark_;
};

/// The event at a position. Error: "store-damaged", also when there is none.
[[nodiscard]] core::Result<StoredEvent> event_at(const Database& database, Position position);

/// Where the log in a database ends. Error: "store-damaged".
[[nodiscard]] core::Result<Tail> tail_of(const Database& database);

/// What a command id was applied as. Error: "store-damaged".
[[nodiscard]] core::Result<std::optional<CommandRecord>> command_in(const Database& database,
                                                                    const core::CommandId& id);

}  // namespace eventstore
