#include "projections/views.hpp"

namespace projections {

/// Whether the live rows are what this program would fold from the log as it now reads.
bool Views::stands(const ReadModel& model) const {
  return generations_.made_by(model.name()) &&
         (!model.holds_personal() || generations_.made_since(model.name(), log_.last_erasure()));
}

core::Result<void> Views::settle(const Progress& progress) {
  const auto erasure = log_.last_erasure();
  for (const auto& model : read_models()) {
    if (stands(model)) {
      auto dropped = generations_.drop_beside(model.name().name);
      if (!dropped) return dropped;
    } else if (auto built = build(model, Then::Switch, progress); !built) {
      return core::fail(std::move(built.error()));
    }
  }
  if (erasure > forgotten_)
    if (auto scrubbed = rows_.scrub(); !scrubbed) return scrubbed;
  forgotten_ = erasure;
  settled_ = true;
  return {};
}

core::Result<Comparison> Views::rebuild(const ReadModel& model, const Progress& progress) {
  const std::lock_guard lock(rebuilding_);
  return build(model, Then::Switch, progress);
}

core::Result<Comparison> Views::compare_with_shadow(const ReadModel& model,
                                                    const Progress& progress) {
  const std::lock_guard lock(rebuilding_);
  return build(model, Then::Leave, progress);
}

/// Whichever generation stands beside in the end goes.
core::Result<Comparison> Views::build(const ReadModel& model, Then then, const Progress& progress) {
  auto compared = build_and_compare(model, then, progress);
  auto dropped = generations_.drop_beside(model.name().name);
  if (compared && !dropped) return core::fail(std::move(dropped.error()));
  return compared;
}

core::Result<Comparison> Views::build_and_compare(const ReadModel& model, Then then,
                                                  const Progress& progress) {
  const auto erasure = log_.last_erasure();
  auto name = generations_.begin(model.name().name);
  if (!name) return core::fail(std::move(name.error()));
  Feed shadow(model, *std::move(name), rows_);
  auto& live = live_[index_of(model)];
  if (auto near = approach(shadow, live, progress); !near) return core::fail(near.error());
  auto compared = compare_at_rest(shadow, live);
  if (!compared || then == Then::Leave) return compared;
  if (auto near = approach(shadow, live, progress); !near) return core::fail(near.error());
  if (auto done = switch_over(shadow, live, model, erasure); !done) return core::fail(done.error());
  return compared;
}

/// Brings the shadow to within one batch of the live rows, which are fed meanwhile.
core::Result<void> Views::approach(Feed& shadow, const Feed& live, const Progress& progress) {
  core::Result<void> folded;
  do {
    folded = shadow.fold_up_to(log_, checkpoint_of(live), progress);
  } while (folded && checkpoint_of(live) > shadow.checkpoint() + Feed::batch_size);
  return folded;
}

/// Takes a look at both where they have seen the same, and compares the looks.
core::Result<Comparison> Views::compare_at_rest(Feed& shadow, const Feed& live) {
  std::unique_lock lock(feeding_);
  if (auto level = shadow.fold_up_to(log_, live.checkpoint()); !level)
    return core::fail(std::move(level.error()));
  const auto before = rows_.view(live.rows());
  const auto after = rows_.view(shadow.rows());
  lock.unlock();
  return compare(*before, *after);
}

core::Result<void> Views::switch_over(Feed& shadow, Feed& live, const ReadModel& model,
                                      eventstore::Position erasure) {
  const std::lock_guard feeding(feeding_);
  if (auto level = shadow.fold_up_to(log_, live.checkpoint()); !level) return level;
  if (auto switched = generations_.switch_over(model.name(), erasure); !switched) return switched;
  const std::lock_guard looking(mutex_);
  live = std::move(shadow);
  return {};
}

eventstore::Position Views::checkpoint_of(const Feed& live) const {
  const std::lock_guard lock(feeding_);
  return live.checkpoint();
}

}  // namespace projections
