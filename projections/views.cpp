#include "projections/views.hpp"

#include <algorithm>

#include "eventstore/errors.hpp"
#include "projections/recorded.hpp"

namespace projections {
namespace {

constexpr std::size_t batch_size = 1024;
/// How long a stop may go unheard when it comes between looking and waiting.
constexpr std::chrono::milliseconds longest_wait(100);

/// Folds those of `events` that the model has not seen, and writes rows and checkpoint together.
core::Result<void> fold_batch(const ReadModel& model, eventstore::Position& checkpoint,
                              std::span<const core::Recorded> events, eventstore::RowStore& store) {
  if (events.empty() || events.back().position <= checkpoint) return {};
  const auto standing = store.view(model.name());
  Rows rows(*standing);
  for (const auto& event : events)
    if (event.position > checkpoint) model.fold(event, rows);
  auto committed = store.commit(model.name(), events.back().position, rows.changes());
  if (committed) checkpoint = events.back().position;
  return committed;
}

core::Result<std::vector<core::Recorded>> decode(
    const std::vector<eventstore::StoredEvent>& stored) {
  std::vector<core::Recorded> events;
  events.reserve(stored.size());
  for (const auto& event : stored) {
    auto decoded = recorded(event);
    if (!decoded) return core::fail(std::move(decoded.error()));
    events.push_back(*std::move(decoded));
  }
  return events;
}

}  // namespace

Views::Views(eventstore::EventStore& log, eventstore::RowStore& rows) : log_(log), rows_(rows) {
  for (const auto& model : read_models())
    checkpoints_.push_back(rows_.view(model.name())->checkpoint());
  publish_seen();
}

Views::~Views() {
  follower_.request_stop();
  log_.wake_all();
}

core::Result<void> Views::catch_up(const Progress& progress) {
  return feed(std::ranges::min(checkpoints_) + 1, progress);
}

core::Result<void> Views::rebuild(const ReadModel& model, const Progress& progress) {
  if (auto dropped = rows_.drop(model.name()); !dropped) return dropped;
  checkpoints_[static_cast<std::size_t>(&model - read_models().data())] = 0;
  return feed(1, progress);
}

core::Result<void> Views::feed(eventstore::Position from, const Progress& progress) {
  while (from <= log_.head()) {
    auto events = decode(log_.read_all(from, batch_size));
    if (!events) return core::fail(std::move(events.error()));
    for (std::size_t i = 0; i < checkpoints_.size(); ++i) {
      auto folded = fold_batch(read_models()[i], checkpoints_[i], *events, rows_);
      if (!folded) return folded;
    }
    from = events->back().position + 1;
    publish_seen();
    if (progress) progress(from - 1, log_.head());
  }
  return {};
}

void Views::follow() {
  follower_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Views::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    if (auto fed = catch_up_or_damage(); !fed) return give_up(std::move(fed.error()));
    (void)log_.wait_past(std::ranges::min(checkpoints_), longest_wait);
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
    seen_ = std::ranges::min(checkpoints_);
  }
  seen_more_.notify_all();
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

std::unique_ptr<eventstore::RowView> Views::view(std::string_view model) const {
  const auto* found = find_read_model(model);
  core::ensure(found != nullptr, "a read model is asked for by its name");
  return rows_.view(found->name());
}

}  // namespace projections
