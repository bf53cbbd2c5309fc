#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "eventstore/row_store.hpp"

namespace eventstore {

/// Rows in memory. A model is copied only when it is written while somebody looks at it.
class MemoryRows final : public RowStore {
 public:
  struct Model {
    Position checkpoint = 0;
    std::map<std::string, std::string, std::less<>> rows;
  };

  [[nodiscard]] std::unique_ptr<RowView> view(const ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const ModelName& model, Position checkpoint,
                                          std::span<const RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const ModelName& model) override;
  [[nodiscard]] core::Result<void> scrub() override { return {}; }

 private:
  std::shared_ptr<std::mutex> mutex_ = std::make_shared<std::mutex>();
  std::map<ModelName, std::shared_ptr<Model>> models_;
};

}  // namespace eventstore
