#include <fmt/format.h>

#include <array>
#include <atomic>
#include <optional>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/rocksdb_keys.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/message_db.hpp"
#include "tests/bench/stores.hpp"
#include "tests/bench/writers.hpp"

namespace bench {
namespace {

constexpr std::array<std::size_t, 3> writers_in_turn{1, 8, 64};
constexpr std::size_t most_writers = 64;

/// Every event is a command of its own, on a stream expected at its version.
class OurLog final : public DurableLog {
 public:
  explicit OurLog(const std::filesystem::path& folder) : store_(folder) {}

  void write(const Turn& turn, const std::string& payload) override {
    const eventstore::StreamName stream{"bench", turn.stream()};
    eventstore::Append append;
    append.command_id = core::CommandId(turn.command());
    append.correlation = append.command_id;
    append.actor = "somebody";
    append.expected.push_back({stream, turn.version()});
    append.events.push_back({stream, "happened", 1, payload});
    core::ensure(store_->append(std::move(append)).has_value(), "an append is written");
  }

 private:
  OpenStore store_;
};

/// What every event adds to a family.
struct Growth {
  std::string family;
  std::uint64_t records = 0;
  std::size_t key_size = 0;
  std::size_t value_size = 0;
};

/// The families that grew with each of `events` events, and by what on average.
std::vector<Growth> growth_by_event(const RawRocksDb& sample, std::uint64_t events) {
  std::vector<Growth> all;
  for (auto* family : sample.families()) {
    Growth sum{family->GetName()};
    const std::unique_ptr<rocksdb::Iterator> each(
        sample.db().NewIterator(rocksdb::ReadOptions(), family));
    for (each->SeekToFirst(); each->Valid(); each->Next(), ++sum.records) {
      sum.key_size += each->key().size();
      sum.value_size += each->value().size();
    }
    if (sum.records < events) continue;
    all.push_back({sum.family, (sum.records + events / 2) / events, sum.key_size / sum.records,
                   sum.value_size / sum.records});
  }
  return all;
}

/// RocksDB alone, with the store's options: the records of one event, keys and values of the same
/// sizes, in one synced batch. RocksDB gathers the batches of waiting threads into groups.
class RawLog final : public DurableLog {
 public:
  RawLog(const std::filesystem::path& folder, const std::filesystem::path& sample,
         std::uint64_t sampled_events)
      : db_(folder, sample, RawRocksDb::Access::Make),
        growth_(growth_by_event({sample, sample, RawRocksDb::Access::Read}, sampled_events)) {
    synced_.sync = true;
    for (const auto& growth : growth_) families_.push_back(db_.family(growth.family));
  }

  void write(const Turn& turn, const std::string& payload) override {
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < growth_.size(); ++i) {
      auto value = payload;
      value.resize(growth_[i].value_size, '-');
      for (std::uint64_t n = 0; n < growth_[i].records; ++n)
        batch.Put(families_[i], key_of(turn, n, growth_[i].key_size), value);
    }
    core::ensure(db_.db().Write(synced_, &batch).ok(), "RocksDB writes");
  }

 private:
  /// Keys of one writer stand together and in order, as those of a stream do; a short key holds
  /// a number alone, as a position does.
  std::string key_of(const Turn& turn, std::uint64_t n, std::size_t size) {
    if (size < shortest_with_writer) {
      auto key = eventstore::keys::of_position(++last_number_);
      key.resize(size);
      return key;
    }
    return fmt::format("{:-<{}}{:08}{}", turn.stream(), size - 9, turn.number, n);
  }

  static constexpr std::size_t shortest_with_writer = 13;
  RawRocksDb db_;
  std::vector<Growth> growth_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
  rocksdb::WriteOptions synced_;
  std::atomic<std::uint64_t> last_number_ = 0;
};

/// A small store, closed, that shows what an event leaves in the database.
std::filesystem::path make_sample(const std::filesystem::path& folder, std::uint64_t events) {
  OurLog log(folder);
  Writers(log).write(1, events);
  return folder;
}

}  // namespace

Report append(const Settings& settings) {
  constexpr std::uint64_t sampled = 200;
  const auto sample = database_of(make_sample(settings.folder / "append-sample", sampled));
  OurLog ours(settings.folder / "append-store");
  RawLog raw(settings.folder / "append-rocksdb", sample, sampled);
  Writers our_writers(ours);
  Writers raw_writers(raw);
  std::optional<MessageDb> message_db;
  std::optional<Writers> message_db_writers;
  if (!settings.message_db.empty()) {
    message_db.emplace(settings.message_db, most_writers);
    message_db_writers.emplace(*message_db);
  }
  const std::chrono::duration<double> time(settings.long_form ? 2 : 0.5);
  Report report{"append", {}};
  for (const auto writers : writers_in_turn) {
    std::vector<Contender> contenders{[&] { return our_writers.rate(writers, time); },
                                      [&] { return raw_writers.rate(writers, time); }};
    if (message_db_writers)
      contenders.emplace_back([&] { return message_db_writers->rate(writers, time); });
    const auto samples = interleaved(3 * settings.rounds(), contenders);
    const auto what = fmt::format("durable append, {} writer{}", writers, writers > 1 ? "s" : "");
    report.figures.push_back({what, "events/s", samples[0],
                              Peer{"RocksDB, the same records", samples[1]}, ratio_at_least(0.9)});
    if (!message_db_writers) continue;
    auto& beside = report.figures.emplace_back(
        Figure{what, "events/s", samples[0], Peer{"message-db, PostgreSQL", samples[2]}});
    if (writers == most_writers) beside.goal = ratio_at_least(8);
  }
  return report;
}

}  // namespace bench
