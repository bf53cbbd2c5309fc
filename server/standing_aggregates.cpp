#include "server/standing_aggregates.hpp"

#include "domain/contexts.hpp"
#include "projections/recorded.hpp"

namespace server {
namespace {

constexpr std::size_t most_kept = 1024;

std::unique_ptr<core::Aggregate> fresh(const core::StreamRef& stream) {
  const auto* type = contexts::find_aggregate(stream.category);
  core::ensure(type != nullptr, "a command names an aggregate that exists");
  return type->make();
}

}  // namespace

eventstore::StreamName name_of(const core::StreamRef& stream) {
  return {std::string(stream.category), stream.id};
}

core::Result<HeldAggregate> aggregate_at(const eventstore::EventStore& log,
                                         const core::StreamRef& stream,
                                         eventstore::Position position) {
  const std::shared_ptr<core::Aggregate> aggregate = fresh(stream);
  HeldAggregate held{aggregate, 0};
  if (!core::is_identifier(stream.id)) return held;  // names nothing
  const auto read = projections::read_on(
      log, name_of(stream), held.version, position,
      [&](const core::Recorded& recorded) { aggregate->apply(recorded.event); });
  if (!read) return core::fail(read.error());
  return held;
}

core::Result<HeldAggregate> StandingAggregates::of(const core::StreamRef& stream) {
  if (!core::is_identifier(stream.id)) return HeldAggregate{fresh(stream), 0};  // names nothing
  const auto kept = keep(stream);
  const std::scoped_lock lock(kept->turn);
  if (auto forward = bring_forward(stream, *kept); !forward)
    return core::fail(std::move(forward.error()));
  if (kept->version == 0) return HeldAggregate{fresh(stream), 0};
  ++kept->readers;
  const auto* const aggregate = kept->aggregate.get();
  const auto done = [kept, held = kept->aggregate](const core::Aggregate*) {
    const std::scoped_lock last(kept->turn);
    if (held == kept->aggregate) --kept->readers;
  };
  return HeldAggregate{std::shared_ptr<const core::Aggregate>(aggregate, done), kept->version};
}

std::shared_ptr<StandingAggregates::Kept> StandingAggregates::keep(const core::StreamRef& stream) {
  const std::scoped_lock lock(turn_);
  forget_after_erasure();
  const auto [place, is_new] = places_.try_emplace(stream);
  if (is_new) {
    recent_.push_front(stream);
    place->second = {std::make_shared<Kept>(), recent_.begin()};
    if (places_.size() > most_kept) {
      places_.erase(recent_.back());
      recent_.pop_back();
    }
  } else {
    recent_.splice(recent_.begin(), recent_, place->second.recent);
  }
  return place->second.kept;
}

void StandingAggregates::forget_after_erasure() {
  const auto erasure = log_.last_erasure();
  if (erasure == erasure_) return;
  places_.clear();
  recent_.clear();
  erasure_ = erasure;
}

core::Result<void> StandingAggregates::bring_forward(const core::StreamRef& stream, Kept& kept) {
  return projections::read_on(log_, name_of(stream), kept.version, projections::newest,
                              [&](const core::Recorded& recorded) {
                                if (!kept.aggregate) kept.aggregate = fresh(stream);
                                if (kept.readers > 0) kept.aggregate = kept.aggregate->clone();
                                kept.readers = 0;
                                kept.aggregate->apply(recorded.event);
                              });
}

}  // namespace server
