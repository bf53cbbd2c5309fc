#pragma once

#include <memory>
#include <mutex>
#include <set>

#include "eventstore/memory_rows.hpp"

namespace eventstore {

/// The rows of another store as they are, which stay so: what is written is kept in memory, a read
/// model at a time, and forgotten at the end.
class OverlayRows final : public RowStore {
 public:
  explicit OverlayRows(const RowStore& beneath) : beneath_(beneath) {}

  [[nodiscard]] std::unique_ptr<RowView> view(const ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const ModelName& model, Position checkpoint,
                                          std::span<const RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const ModelName& model) override;
  [[nodiscard]] core::Result<void> scrub() override { return {}; }  // no file holds what is above

 private:
  [[nodiscard]] core::Result<void> lift(const ModelName& model);

  const RowStore& beneath_;
  MemoryRows above_;
  mutable std::mutex mutex_;
  std::set<ModelName> lifted_;  ///< those whose rows are above
};

}  // namespace eventstore
