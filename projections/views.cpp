#include "projections/views.hpp"

#include <algorithm>

#include "eventstore/errors.hpp"
#include "projections/recorded.hpp"

namespace projections {
namespace {

/// How long a stop may go unheard when it comes between looking and waiting.
constexpr std::chrono::milliseconds longest_wait(100);

}  // namespace

Views::Views(eventstore::EventStore& log, eventstore::RowStore& rows)
    : log_(log), rows_(rows), generations_(rows) {
  (void)event_codec();  // a gap among the upcasters ends the program here, not in mid-log
  for (const auto& model : read_models())
    live_.emplace_back(model, generations_.live(model.name().name), rows_);
  const auto up_to_date = [&](const ReadModel& model) { return stands(model); };
  if (std::ranges::all_of(read_models(), up_to_date)) publish_seen();
}

Views::~Views() {
  follower_.request_stop();
  log_.wake_all();
}

core::Result<void> Views::catch_up(const Progress& progress) {
  if (!settled_ || forgotten_ < log_.last_erasure()) {
    const std::lock_guard lock(rebuilding_);
    if (auto settled = settle(progress); !settled) return settled;
  }
  return feed(progress);
}

core::Result<void> Views::feed(const Progress& progress) {
  for (;;) {
    const auto fed = feed_batch(progress);
    if (!fed) return core::fail(fed.error());
    if (!*fed) return {};
  }
}

/// Answers false where there was nothing to feed.
core::Result<bool> Views::feed_batch(const Progress& progress) {
  const std::lock_guard lock(feeding_);
  const auto from = least_checkpoint() + 1;
  const bool more = from <= log_.head();
  if (more) {
    const auto events = recorded_from(log_, from, Feed::batch_size);
    if (!events) return core::fail(events.error());
    for (auto& live : live_)
      if (auto folded = live.fold(*events); !folded) return core::fail(std::move(folded.error()));
  }
  publish_seen();
  if (more && progress) progress(least_checkpoint(), log_.head());
  return more;
}

eventstore::Position Views::least_checkpoint() const {
  return std::ranges::min_element(live_, {}, &Feed::checkpoint)->checkpoint();
}

void Views::follow() {
  follower_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Views::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (auto fed = catch_up_or_damage(); !fed) return give_up(std::move(fed.error()));
    (void)log_.wait_past(seen(), longest_wait);
  }
}

core::Result<void> Views::catch_up_or_damage() {
  try {
    return catch_up();
  } catch (const eventstore::Damaged& damaged) {
    return core::fail(damaged.error());
  }
}

void Views::give_up(core::Error error) {
  {
    const std::lock_guard lock(mutex_);
    failure_ = std::move(error);
  }
  seen_more_.notify_all();
}

void Views::publish_seen() {
  {
    const std::lock_guard lock(mutex_);
    const auto erasure = log_.last_erasure();
    seen_ = least_checkpoint();
    if (forgotten_ < erasure) seen_ = std::min(seen_, erasure - 1);
  }
  seen_more_.notify_all();
}

eventstore::Position Views::seen() const {
  const std::lock_guard lock(mutex_);
  return seen_;
}

bool Views::wait_until_seen(eventstore::Position position,
                            std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  seen_more_.wait_for(lock, timeout, [&] { return seen_ >= position || failure_; });
  return seen_ >= position;
}

std::optional<core::Error> Views::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

std::size_t Views::index_of(const ReadModel& model) {
  return static_cast<std::size_t>(&model - read_models().data());
}

std::unique_ptr<eventstore::RowView> Views::view(std::string_view model) const {
  const auto* found = find_read_model(model);
  core::ensure(found != nullptr, "a read model is asked for by its name");
  const std::lock_guard lock(mutex_);  // no switch and drop between the name and the look
  return rows_.view(live_[index_of(*found)].rows());
}

}  // namespace projections
