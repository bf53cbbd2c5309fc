#include "eventstore/overlay_rows.hpp"

#include <string>
#include <vector>

namespace eventstore {

std::unique_ptr<RowView> OverlayRows::view(const ModelName& model) const {
  const std::lock_guard lock(mutex_);
  return lifted_.contains(model) ? above_.view(model) : beneath_.view(model);
}

core::Result<void> OverlayRows::commit(const ModelName& model, Position checkpoint,
                                       std::span<const RowChange> changes) {
  const std::lock_guard lock(mutex_);
  if (auto ready = lift(model); !ready) return ready;
  return above_.commit(model, checkpoint, changes);
}

core::Result<void> OverlayRows::drop(const ModelName& model) {
  const std::lock_guard lock(mutex_);
  lifted_.insert(model);
  return above_.drop(model);
}

core::Result<void> OverlayRows::lift(const ModelName& model) {
  if (!lifted_.insert(model).second) return {};
  const auto rows = beneath_.view(model);
  std::vector<RowChange> all;
  rows->scan("", [&](std::string_view key, std::string_view value) {
    all.push_back({std::string(key), std::string(value)});
    return true;
  });
  return above_.commit(model, rows->checkpoint(), all);
}

}  // namespace eventstore
