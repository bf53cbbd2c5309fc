#pragma once

#include <memory>

#include "eventstore/committer.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/row_store.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// The log and the rows of read models over one engine. Views must be gone before it is.
/// Reads that meet damage throw `Damaged`.
class Store final : public EventStore, public RowStore {
 public:
  Store(std::unique_ptr<Storage> storage, std::unique_ptr<RowStore> rows, Clock& clock,
        Entropy& entropy);

  [[nodiscard]] core::Result<Appended> append(Append append) override;
  [[nodiscard]] core::Result<std::optional<Appended>> find_command(
      const core::CommandId& id, const Digest& request_hash) const override;
  [[nodiscard]] std::vector<StoredEvent> read_stream(const StreamName& stream, Version from,
                                                     std::size_t limit) const override;
  [[nodiscard]] std::vector<StoredEvent> read_all(Position from, std::size_t limit) const override;
  [[nodiscard]] Version version_of(const StreamName& stream) const override;
  [[nodiscard]] Position head() const override;
  [[nodiscard]] bool wait_past(Position position, std::chrono::milliseconds timeout) const override;
  void wake_all() override;

  [[nodiscard]] std::unique_ptr<RowView> view(const ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const ModelName& model, Position checkpoint,
                                          std::span<const RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const ModelName& model) override;

 private:
  std::unique_ptr<Storage> storage_;
  std::unique_ptr<RowStore> rows_;
  Committer committer_;
};

}  // namespace eventstore
