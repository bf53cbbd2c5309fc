#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string_view>
#include <thread>
#include <vector>

#include "eventstore/event_store.hpp"
#include "projections/comparison.hpp"
#include "projections/feed.hpp"
#include "projections/generations.hpp"

namespace projections {

/// Every read model of the program; the list is in read_models.cpp.
[[nodiscard]] const std::vector<ReadModel>& read_models();
[[nodiscard]] const ReadModel* find_read_model(std::string_view name);

/// Feeds the log to every read model, in order, each from its own checkpoint on, and builds new
/// generations of their rows beside those that answer. Safe to ask from any thread.
class Views {
 public:
  using Progress = Feed::Progress;

  Views(eventstore::EventStore& log, eventstore::RowStore& rows);
  ~Views();
  Views(const Views&) = delete;
  Views& operator=(const Views&) = delete;

  /// Folds in all that the log holds now. The first call drops what an interrupted rebuild left,
  /// and rebuilds the models whose rows another version of their fold made; until it is done, those
  /// must not be asked. After a person was erased, the models that may hold words of persons are
  /// rebuilt, and of their old rows no file is left. Errors: those of the store, "unknown-event".
  [[nodiscard]] core::Result<void> catch_up(const Progress& progress = {});

  /// Folds a model from the first event into a new generation, while the live one is read and fed;
  /// compares the two at one position; then switches in one write, and drops the old one. Whoever
  /// holds a view of the old one reads on. Ended at any instant, one whole generation is live at
  /// the next start. The same errors; the live rows then stay.
  [[nodiscard]] core::Result<Comparison> rebuild(const ReadModel& model,
                                                 const Progress& progress = {});

  /// The same without the switch: tells how the live rows differ from what the log says up to
  /// their checkpoint, and leaves nothing behind. Once caught up, any difference is a fault;
  /// before, it may be what another version of the fold made of the same events.
  [[nodiscard]] core::Result<Comparison> compare_with_shadow(const ReadModel& model,
                                                             const Progress& progress = {});

  /// From now on a thread of its own keeps the read models up with the log.
  void follow();

  /// Waits until every read model has seen `position`, and forgotten whom it erased; false if
  /// `timeout` ran out first, or the follower gave up.
  [[nodiscard]] bool wait_until_seen(eventstore::Position position,
                                     std::chrono::milliseconds timeout) const;

  /// Why the follower gave up, if it did.
  [[nodiscard]] std::optional<core::Error> failure() const;

  [[nodiscard]] std::unique_ptr<eventstore::RowView> view(std::string_view model) const;

 private:
  enum class Then { Switch, Leave };

  // With rebuilding_ held.
  [[nodiscard]] core::Result<void> settle(const Progress& progress);
  [[nodiscard]] bool stands(const ReadModel& model) const;
  [[nodiscard]] core::Result<Comparison> build(const ReadModel& model, Then then,
                                               const Progress& progress);
  [[nodiscard]] core::Result<Comparison> build_and_compare(const ReadModel& model, Then then,
                                                           const Progress& progress);
  [[nodiscard]] core::Result<void> approach(Feed& shadow, const Feed& live,
                                            const Progress& progress);
  [[nodiscard]] core::Result<Comparison> compare_at_rest(Feed& shadow, const Feed& live);
  [[nodiscard]] core::Result<void> switch_over(Feed& shadow, Feed& live, const ReadModel& model,
                                               eventstore::Position erasure);

  [[nodiscard]] core::Result<void> feed(const Progress& progress);
  [[nodiscard]] core::Result<bool> feed_batch(const Progress& progress);
  [[nodiscard]] static std::size_t index_of(const ReadModel& model);
  [[nodiscard]] eventstore::Position checkpoint_of(const Feed& live) const;
  [[nodiscard]] eventstore::Position least_checkpoint() const;
  [[nodiscard]] eventstore::Position seen() const;

  void run(const std::stop_token& stop);
  [[nodiscard]] core::Result<void> catch_up_or_damage();
  void give_up(core::Error error);
  void publish_seen();

  eventstore::EventStore& log_;
  eventstore::RowStore& rows_;

  // Locked in this order: a rebuild, one batch of events, a look.
  mutable std::mutex rebuilding_;
  Generations generations_;
  std::atomic<bool> settled_ = false;
  std::atomic<eventstore::Position> forgotten_ = 0;  ///< the last erasure that no row outlives

  mutable std::mutex feeding_;
  std::vector<Feed> live_;  ///< of each read model; what `view` reads of it, under mutex_ too

  mutable std::mutex mutex_;
  mutable std::condition_variable seen_more_;
  eventstore::Position seen_ = 0;  ///< what all of them have seen
  std::optional<core::Error> failure_;
  std::jthread follower_;
};

}  // namespace projections
