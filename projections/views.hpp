#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

#include "eventstore/event_store.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Every read model of the program; the list is in read_models.cpp.
[[nodiscard]] const std::vector<ReadModel>& read_models();
[[nodiscard]] const ReadModel* find_read_model(std::string_view name);

/// Feeds the log to every read model, in order, each from its own checkpoint on. Safe to ask from
/// any thread; fed by one: either `catch_up` and `rebuild`, or the follower.
class Views {
 public:
  using Progress = std::function<void(eventstore::Position done, eventstore::Position head)>;

  Views(eventstore::EventStore& log, eventstore::RowStore& rows);
  ~Views();
  Views(const Views&) = delete;
  Views& operator=(const Views&) = delete;

  /// Folds in all that the log holds now. Errors: those of the store, "unknown-event".
  [[nodiscard]] core::Result<void> catch_up(const Progress& progress = {});

  /// Forgets one read model and folds it again from the first event.
  [[nodiscard]] core::Result<void> rebuild(const ReadModel& model, const Progress& progress = {});

  /// From now on a thread of its own keeps the read models up with the log.
  void follow();

  /// Waits until every read model has seen `position`; false if `timeout` ran out first, or the
  /// follower gave up.
  [[nodiscard]] bool wait_until_seen(eventstore::Position position,
                                     std::chrono::milliseconds timeout) const;

  /// Why the follower gave up, if it did.
  [[nodiscard]] std::optional<core::Error> failure() const;

  [[nodiscard]] std::unique_ptr<eventstore::RowView> view(std::string_view model) const;

 private:
  [[nodiscard]] core::Result<void> feed(eventstore::Position from, const Progress& progress);
  void run(const std::stop_token& stop);
  [[nodiscard]] core::Result<void> catch_up_or_damage();
  void give_up(core::Error error);
  void publish_seen();

  eventstore::EventStore& log_;
  eventstore::RowStore& rows_;
  std::vector<eventstore::Position> checkpoints_;  ///< of each read model; the feeder's own

  mutable std::mutex mutex_;
  mutable std::condition_variable seen_more_;
  eventstore::Position seen_ = 0;  ///< what all of them have seen
  std::optional<core::Error> failure_;
  std::jthread follower_;
};

}  // namespace projections
