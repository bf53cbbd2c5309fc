#pragma once

#include <functional>
#include <span>

#include "eventstore/event_store.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// The rows of one generation of a read model, and how far into the log they have seen. Fed by one
/// thread at a time.
class Feed {
 public:
  /// Told now and then up to which position the work is done, and where it ends.
  using Progress = std::function<void(eventstore::Position done, eventstore::Position last)>;

  /// How many events are folded at once.
  static constexpr std::size_t batch_size = 1024;

  Feed(const ReadModel& model, eventstore::ModelName rows, eventstore::RowStore& store);

  [[nodiscard]] const eventstore::ModelName& rows() const { return rows_; }
  [[nodiscard]] eventstore::Position checkpoint() const { return checkpoint_; }

  /// Folds those of `events` that these rows have not seen; rows and checkpoint are one write.
  /// Error: "store-read-only".
  [[nodiscard]] core::Result<void> fold(std::span<const core::Recorded> events);

  /// Folds the log on, up to `last` and no further. Errors: those of the store, "unknown-event".
  [[nodiscard]] core::Result<void> fold_up_to(const eventstore::EventStore& log,
                                              eventstore::Position last,
                                              const Progress& progress = {});

 private:
  const ReadModel* model_;
  eventstore::ModelName rows_;
  eventstore::RowStore* store_;
  eventstore::Position checkpoint_;
};

}  // namespace projections
