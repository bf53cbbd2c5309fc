#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>

#include "eventstore/rocksdb_keys.hpp"
#include "projections/recorded.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/log.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

using eventstore::Position;

/// Positions from `first` to `last`, both included.
struct Part {
  Position first = 1;
  Position last = 0;
};

/// Reads a part and answers how many bytes its payloads hold, so that nothing read goes unused.
using Reading = std::function<std::uint64_t(Part)>;

constexpr std::size_t batch = 1024;

template <class Use>
std::uint64_t read_batches(const eventstore::EventStore& log, Part part, Use use) {
  std::uint64_t bytes = 0;
  while (part.first <= part.last) {
    auto events = log.read_all(part.first, std::min(batch, part.last - part.first + 1));
    for (auto& event : events) bytes += use(event);
    part.first += events.size();
  }
  return bytes;
}

std::uint64_t decoded(eventstore::StoredEvent& stored) {
  const auto bytes = stored.payload.size();
  const auto event = projections::recorded(std::move(stored));
  core::ensure(event.has_value(), "a stored event is known");
  return bytes;
}

std::uint64_t scan(const RawRocksDb& raw, Part part) {
  std::uint64_t bytes = 0;
  const std::unique_ptr<rocksdb::Iterator> entry(
      raw.db().NewIterator(rocksdb::ReadOptions(), raw.family("events")));
  entry->Seek(eventstore::keys::of_position(part.first));
  for (auto left = part.last - part.first + 1; left > 0 && entry->Valid(); --left, entry->Next())
    bytes += entry->value().size();
  return bytes;
}

/// Events in a second over the whole log, its parts read by as many threads.
double rate(const Reading& read, Position head, std::size_t threads) {
  const Stopwatch watch;
  std::atomic<std::uint64_t> bytes = 0;
  {
    std::vector<std::jthread> readers;
    for (std::size_t i = 0; i < threads; ++i)
      readers.emplace_back(
          [&, i] { bytes += read({head * i / threads + 1, head * (i + 1) / threads}); });
  }
  core::ensure(bytes > head, "every event was read");
  return static_cast<double>(head) / watch.seconds();
}

}  // namespace

Report replay(const Settings& settings) {
  const auto folder = realistic_log(settings);
  const OpenStore store(folder);
  const auto database = database_of(folder);
  const RawRocksDb raw(database, database, RawRocksDb::Access::Read);
  const auto head = store->head();
  const Reading bare = [&](Part part) { return scan(raw, part); };
  const Reading stored = [&](Part part) {
    return read_batches(*store, part, [](const auto& event) { return event.payload.size(); });
  };
  const Reading recorded = [&](Part part) { return read_batches(*store, part, decoded); };
  Report report{"replay", {}};
  constexpr auto peer = "bare RocksDB scan";
  for (const std::size_t threads : {1, 2}) {
    const auto samples =
        interleaved(settings.rounds(), {[&] { return rate(bare, head, threads); },
                                        [&] { return rate(stored, head, threads); },
                                        [&] { return rate(recorded, head, threads); }});
    const auto by = fmt::format("{} thread{}", threads, threads > 1 ? "s" : "");
    report.figures.push_back(
        {"read stored events, " + by, "events/s", samples[1], Peer{peer, samples[0]}});
    report.figures.push_back({"replay into domain events, " + by, "events/s", samples[2],
                              Peer{peer, samples[0]}, ratio_at_least(0.6)});
    if (threads == 2)
      report.figures.push_back(
          {"replay into domain events, " + by, "events/s", samples[2], {}, at_least(1'200'000)});
  }
  forget_peak_memory();
  (void)rate(recorded, head / 10, 1);
  const Samples tenth{peak_memory()};
  (void)rate(recorded, head, 1);
  report.figures.push_back({"peak memory of a replay",
                            "MiB",
                            {peak_memory()},
                            Peer{"the same over its first tenth", tenth}});
  return report;
}

}  // namespace bench
