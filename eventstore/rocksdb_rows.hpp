#pragma once

#include <memory>

#include "eventstore/rocksdb_database.hpp"
#include "eventstore/row_store.hpp"

namespace eventstore {

/// Rows in RocksDB: a column family for each version of a read model. A view is a snapshot.
class RocksDbRows final : public RowStore {
 public:
  explicit RocksDbRows(std::shared_ptr<Database> database);

  [[nodiscard]] std::unique_ptr<RowView> view(const ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const ModelName& model, Position checkpoint,
                                          std::span<const RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const ModelName& model) override;
  [[nodiscard]] core::Result<void> scrub() override;

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace eventstore
