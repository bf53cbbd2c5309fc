#include "eventstore/memory_rows.hpp"

#include <utility>

namespace eventstore {
namespace {

/// Lets go of its model under the mutex: a writer that finds itself alone may then change it.
class MemoryView final : public RowView {
 public:
  MemoryView(std::shared_ptr<const MemoryRows::Model> model, std::shared_ptr<std::mutex> mutex)
      : model_(std::move(model)), mutex_(std::move(mutex)) {}
  ~MemoryView() override {
    const std::lock_guard lock(*mutex_);
    model_.reset();
  }

  [[nodiscard]] Position checkpoint() const override { return model_->checkpoint; }

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
    const auto found = model_->rows.find(key);
    if (found == model_->rows.end()) return std::nullopt;
    return found->second;
  }

  void scan(std::string_view prefix,
            const std::function<bool(std::string_view, std::string_view)>& visit) const override {
    for (auto row = model_->rows.lower_bound(prefix); row != model_->rows.end(); ++row)
      if (!row->first.starts_with(prefix) || !visit(row->first, row->second)) return;
  }

 private:
  std::shared_ptr<const MemoryRows::Model> model_;
  std::shared_ptr<std::mutex> mutex_;
};

void apply(MemoryRows::Model& model, std::span<const RowChange> changes) {
  for (const auto& change : changes) {
    if (change.value)
      model.rows.insert_or_assign(change.key, *change.value);
    else
      model.rows.erase(change.key);
  }
}

}  // namespace

std::unique_ptr<RowView> MemoryRows::view(const ModelName& model) const {
  const std::lock_guard lock(*mutex_);
  const auto found = models_.find(model);
  return std::make_unique<MemoryView>(
      found == models_.end() ? std::make_shared<Model>() : found->second, mutex_);
}

core::Result<void> MemoryRows::commit(const ModelName& model, Position checkpoint,
                                      std::span<const RowChange> changes) {
  const std::lock_guard lock(*mutex_);
  auto& kept = models_[model];
  if (!kept)
    kept = std::make_shared<Model>();
  else if (kept.use_count() > 1)
    kept = std::make_shared<Model>(*kept);
  apply(*kept, changes);
  kept->checkpoint = checkpoint;
  return {};
}

core::Result<void> MemoryRows::drop(const ModelName& model) {
  const std::lock_guard lock(*mutex_);
  models_.erase(model);
  return {};
}

}  // namespace eventstore
