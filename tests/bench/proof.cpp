#include <fmt/format.h>

#include <random>

#include "domain/core/assert.hpp"
#include "eventstore/rocksdb_keys.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/log.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

constexpr std::size_t proofs = 2000;

/// Milliseconds that each of many calls with a random position took.
template <class Call>
Samples milliseconds(std::uint64_t events, Call call) {
  std::mt19937_64 random(1);
  std::uniform_int_distribution<std::uint64_t> position(1, events);
  Samples samples;
  for (std::size_t i = 0; i < proofs; ++i) {
    const auto at = position(random);
    const Stopwatch watch;
    call(at);
    samples.push_back(1000 * watch.seconds());
  }
  return samples;
}

}  // namespace

Report proof(const Settings& settings) {
  const auto folder = realistic_log(settings);
  const OpenStore store(folder);
  const auto database = database_of(folder);
  const RawRocksDb raw(database, database, RawRocksDb::Access::Read);
  auto* events = raw.family("events");
  const auto head = store->head();
  const auto receipts = milliseconds(head, [&](auto position) {
    core::ensure(!store->receipt(position).proof.empty(), "a receipt has a proof");
  });
  const auto consistency = milliseconds(head, [&](auto position) {
    core::ensure(position == head || !store->consistency(position, head).empty(),
                 "a longer log is proved to go on from a shorter one");
  });
  const auto reads = milliseconds(head, [&](auto position) {
    std::string value;
    const auto key = eventstore::keys::of_position(position);
    core::ensure(raw.db().Get(rocksdb::ReadOptions(), events, key, &value).ok(), "it is there");
  });
  Report report{"proof", {}};
  const auto leaves = fmt::format("{:g} M leaves", static_cast<double>(head) / 1e6);
  constexpr auto peer = "RocksDB reads the event";
  for (const double q : {0.5, 0.99}) {
    const auto at = fmt::format("of {}, p{:g}", leaves, 100 * q);
    const auto by_peer = Peer{peer, {quantile(reads, q)}};
    report.figures.push_back({"signed receipt " + at, "ms", {quantile(receipts, q)}, by_peer});
    if (q == 0.99) report.figures.back().goal = at_most(1);
    report.figures.push_back({"consistency " + at, "ms", {quantile(consistency, q)}, by_peer});
  }
  return report;
}

}  // namespace bench
