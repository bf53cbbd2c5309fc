#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>

#include "domain/core/aggregate.hpp"
#include "eventstore/event_store.hpp"

namespace server {

/// An aggregate after the first `version` events of its stream; nobody changes it any more.
struct HeldAggregate {
  std::shared_ptr<const core::Aggregate> aggregate;
  eventstore::Version version = 0;
};

/// What the log calls an aggregate's stream.
[[nodiscard]] eventstore::StreamName name_of(const core::StreamRef& stream);

/// As its stream stood when `position` was the log's last event. Errors: those of reading events.
[[nodiscard]] core::Result<HeldAggregate> aggregate_at(const eventstore::EventStore& log,
                                                       const core::StreamRef& stream,
                                                       eventstore::Position position);

/// Aggregates as they stand in the log. Those asked for of late are kept, so that only what has
/// happened since has to be applied; after an erasure all are loaded anew, from what can still be
/// read. Safe from any thread.
class StandingAggregates {
 public:
  explicit StandingAggregates(const eventstore::EventStore& log) : log_(log) {}

  /// With everything that was in the log when it was called. Errors: those of reading events.
  [[nodiscard]] core::Result<HeldAggregate> of(const core::StreamRef& stream);

 private:
  struct Kept {
    std::mutex turn;
    std::shared_ptr<core::Aggregate> aggregate;
    eventstore::Version version = 0;
    std::size_t readers = 0;
  };
  using Recent = std::list<core::StreamRef>;
  struct Place {
    std::shared_ptr<Kept> kept;
    Recent::iterator recent;
  };

  [[nodiscard]] std::shared_ptr<Kept> keep(const core::StreamRef& stream);
  void forget_after_erasure();
  /// Applies what has happened since; `kept` is locked.
  [[nodiscard]] core::Result<void> bring_forward(const core::StreamRef& stream, Kept& kept);

  const eventstore::EventStore& log_;
  std::mutex turn_;
  std::map<core::StreamRef, Place> places_;
  Recent recent_;  ///< the latest first
  eventstore::Position erasure_ = 0;
};

}  // namespace server
