#pragma once

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <string>
#include <vector>

#include "domain/core/record.hpp"
#include "eventstore/memory_store.hpp"
#include "projections/views.hpp"

namespace testing_support {

/// Says what it is told.
class Calendar final : public eventstore::Clock {
 public:
  void set(const char* instant) { now_ = core::Instant::parse(instant).value(); }
  [[nodiscard]] core::Instant now() override { return now_; }

 private:
  std::atomic<core::Instant> now_ = core::Instant::parse("2021-03-01T09:00:00Z").value();
};

/// Appends events, as encoded bytes, to the stream `id` of the aggregate that they belong to;
/// answers the position of the last. Each command of a log is numbered anew.
eventstore::Position append_to(eventstore::EventStore& log, int command, const std::string& id,
                               const std::vector<core::Event>& events);

/// A log in memory to which events simply happen, and its read models.
class World {
 public:
  /// Answers the position of the last.
  eventstore::Position happens(const std::string& id, const std::vector<core::Event>& events);
  /// The same at another time.
  eventstore::Position happens_at(const char* instant, const std::string& id,
                                  const std::vector<core::Event>& events);
  /// An event of a type that this program has never heard of.
  void something_unknown_happens();

  /// The read models, having seen all of the log.
  projections::Views& seen();
  /// The read models as they stand.
  [[nodiscard]] projections::Views& views() { return views_; }
  [[nodiscard]] eventstore::Store& store() { return *store_; }

 private:
  Calendar clock_;
  eventstore::SystemEntropy entropy_;
  std::unique_ptr<eventstore::Store> store_ = eventstore::make_memory_store(clock_, entropy_);
  std::atomic<int> commands_ = 0;
  projections::Views views_{*store_, *store_};
};

/// Rows by key, and the checkpoint, as they stand in the store.
struct Bytes {
  eventstore::Position checkpoint = 0;
  std::map<std::string, std::string> rows;
  friend bool operator==(const Bytes&, const Bytes&) = default;
};
[[nodiscard]] Bytes bytes_of(const eventstore::RowView& view);
[[nodiscard]] Bytes bytes_of(const projections::Views& views, std::string_view model);

}  // namespace testing_support
