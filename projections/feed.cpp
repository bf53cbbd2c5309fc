#include "projections/feed.hpp"

#include <algorithm>

#include "projections/recorded.hpp"

namespace projections {

Feed::Feed(const ReadModel& model, eventstore::ModelName rows, eventstore::RowStore& store)
    : model_(&model),
      rows_(std::move(rows)),
      store_(&store),
      checkpoint_(store.view(rows_)->checkpoint()) {}

core::Result<void> Feed::fold(std::span<const core::Recorded> events) {
  if (events.empty() || events.back().position <= checkpoint_) return {};
  const auto standing = store_->view(rows_);
  Rows rows(*standing);
  for (const auto& event : events)
    if (event.position > checkpoint_) model_->fold(event, rows);
  auto committed = store_->commit(rows_, events.back().position, rows.changes());
  if (committed) checkpoint_ = events.back().position;
  return committed;
}

core::Result<void> Feed::fold_up_to(const eventstore::EventStore& log, eventstore::Position last,
                                    const Progress& progress) {
  while (checkpoint_ < last) {
    const auto size = std::min<std::size_t>(batch_size, last - checkpoint_);
    auto events = recorded_from(log, checkpoint_ + 1, size);
    if (!events) return core::fail(std::move(events.error()));
    if (auto folded = fold(*events); !folded) return folded;
    if (progress) progress(checkpoint_, last);
  }
  return {};
}

}  // namespace projections
