#pragma once

#include <map>
#include <shared_mutex>
#include <string>
#include <vector>

#include "eventstore/storage.hpp"

namespace eventstore {

/// The log in memory, as envelopes.
class MemoryLog : public Storage {
 public:
  [[nodiscard]] Tail tail() const override { return {}; }
  [[nodiscard]] core::Result<Erasures> erased() const override { return Erasures(); }
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
  [[nodiscard]] core::Result<std::vector<Digest>> read_nodes(unsigned height, std::uint64_t first,
                                                             std::uint64_t count) const override;
  [[nodiscard]] core::Result<std::vector<KnownCommand>> read_commands(const core::CommandId& after,
                                                                      std::size_t limit,
                                                                      Position head) const override;

 private:
  mutable std::shared_mutex mutex_;
  std::vector<std::string> envelopes_;                   ///< [position - 1]
  std::map<StreamName, std::vector<Position>> streams_;  ///< [version - 1]
  std::map<core::CommandId, CommandRecord> commands_;
  std::map<unsigned, std::vector<Digest>> nodes_;  ///< by height
};

}  // namespace eventstore
