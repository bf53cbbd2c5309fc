#include "eventstore/rocksdb_log.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "eventstore/checkpoint.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/merkle_proof.hpp"
#include "eventstore/rocksdb_keys.hpp"
#include "eventstore/rocksdb_snapshot.hpp"

namespace eventstore {
namespace {

/// Who reads on and on leaves the cache to those who come back.
enum class Cache { Fill, Spare };

std::unique_ptr<rocksdb::Iterator> iterator(const Database& database, Family family,
                                            Cache cache = Cache::Fill) {
  rocksdb::ReadOptions options;
  options.fill_cache = cache == Cache::Fill;
  return std::unique_ptr<rocksdb::Iterator>(database.db().NewIterator(options, database[family]));
}

core::Error missing(Position position) {
  return damaged_at(position, "falta.", "it is missing.");
}

core::Error unreadable(Position position, const rocksdb::Status& status) {
  if (status.ok()) return missing(position);
  return damaged_at(position, status.ToString(), status.ToString());
}

core::Error broken_index(const StreamName& stream) {
  return damaged_store("stream index of " + stream.category + "/" + stream.id);
}

}  // namespace

core::Result<Tail> tail_of(const Database& database, const LogVerifier& verifier) {
  const auto last = last_event(database);
  if (!last) return core::fail(last.error());
  const auto head = *last ? (*last)->position : 0;
  auto refusal = held_against_checkpoint(database, verifier, head);
  if (!refusal) return core::fail(refusal.error());
  auto tree = merkle::Frontier::load(
      head, [&](auto height, auto index) { return node_in(database, height, index); });
  if (!tree) return core::fail(tree.error());
  return Tail{*last ? (*last)->recorded_at : core::Instant(), *tree, *std::move(refusal)};
}

core::Result<StoredEvent> event_at(const Database& database, Position position) {
  rocksdb::PinnableSlice envelope;
  const auto status = database.db().Get(rocksdb::ReadOptions(), database[Family::Events],
                                        keys::of_position(position), &envelope);
  if (status.IsNotFound()) return core::fail(missing(position));
  if (!status.ok()) return core::fail(unreadable(position, status));
  return decode_envelope(position, envelope.ToStringView());
}

core::Result<std::optional<StoredEvent>> last_event(const Database& database) {
  const auto last = iterator(database, Family::Events);
  last->SeekToLast();
  if (!last->status().ok()) return core::fail(damaged_store(last->status().ToString()));
  if (!last->Valid()) return std::nullopt;
  const auto position = keys::to_position(last->key().ToStringView());
  if (!position) return core::fail(damaged_store("key of an event"));
  auto event = decode_envelope(*position, last->value().ToStringView());
  if (!event) return core::fail(event.error());
  return *std::move(event);
}

core::Result<Digest> node_in(const Database& database, unsigned height, std::uint64_t index) {
  rocksdb::PinnableSlice value;
  const auto status = database.db().Get(rocksdb::ReadOptions(), database[Family::Merkle],
                                        keys::of_node(height, index), &value);
  Digest hash{};
  if (!status.ok() || value.size() != hash.size())
    return core::fail(damaged_store("Merkle tree, height " + std::to_string(height)));
  std::ranges::copy(value.ToStringView(), hash.begin());
  return hash;
}

core::Result<std::optional<core::Error>> held_against_checkpoint(const Database& database,
                                                                 const LogVerifier& verifier,
                                                                 Position head) {
  const auto nodes = [&](auto height, auto index) { return node_in(database, height, index); };
  const auto kept = CheckpointFile::read(database.folder(), verifier);
  if (!kept && kept.error().code == "checkpoint-unreadable") return kept.error();
  if (!kept) return core::fail(kept.error());
  if (!*kept) return head == 0 ? std::nullopt : std::optional(checkpoint_unreadable());
  if ((*kept)->size > head) return log_behind_checkpoint(head, (*kept)->size);
  const auto root = merkle::root_of_range(0, (*kept)->size, nodes);
  if (!root) return core::fail(root.error());
  if (*root != (*kept)->root) return log_differs_from_checkpoint((*kept)->size);
  return std::nullopt;
}

core::Result<std::optional<CommandRecord>> command_in(const Database& database,
                                                      const core::CommandId& id) {
  rocksdb::PinnableSlice bytes;
  const auto status =
      database.db().Get(rocksdb::ReadOptions(), database[Family::Commands], id.text(), &bytes);
  if (status.IsNotFound()) return std::nullopt;
  if (!status.ok()) return core::fail(damaged_store(status.ToString()));
  return decode_command(id, bytes.ToStringView());
}

core::Result<std::unique_ptr<RocksDbLog>> RocksDbLog::open(std::shared_ptr<Database> database,
                                                           const LogKey& key) {
  auto tail = tail_of(*database, key.verifier());
  if (!tail) return core::fail(tail.error());
  auto log = std::make_unique<RocksDbLog>(std::move(database), key, *std::move(tail));
  if (log->tail_.read_only) return log;
  if (auto opened = log->checkpoint_.open(log->database_->folder()); !opened)
    return core::fail(opened.error());
  const auto note = sign_checkpoint(key, log->tail_.tree.head());
  if (auto kept = log->checkpoint_.keep(note); !kept) return core::fail(kept.error());
  if (auto synced = log->checkpoint_.sync(log->database_->folder()); !synced)
    return core::fail(synced.error());
  return log;
}

core::Result<std::unique_ptr<RocksDbLog>> RocksDbLog::inspect(std::shared_ptr<Database> database,
                                                              const LogKey& key) {
  auto tail = tail_of(*database, key.verifier());
  if (!tail) return core::fail(tail.error());
  if (tail->read_only) return core::fail(*tail->read_only);
  return std::make_unique<RocksDbLog>(std::move(database), key, *std::move(tail));
}

RocksDbLog::RocksDbLog(std::shared_ptr<Database> database, const LogKey& key, Tail tail)
    : database_(std::move(database)), key_(key), tail_(std::move(tail)) {}

core::Result<Erasures> RocksDbLog::erased() const {
  Erasures erased;
  const auto entry = iterator(*database_, Family::Erased);
  for (entry->SeekToFirst(); entry->Valid(); entry->Next()) {
    const auto position = keys::to_position(entry->value().ToStringView());
    if (!position) return core::fail(damaged_store("index of the erased"));
    erased.emplace(entry->key().ToString(), *position);
  }
  if (!entry->status().ok()) return core::fail(damaged_store(entry->status().ToString()));
  return erased;
}

core::Result<void> RocksDbLog::write(const Batch& batch) {
  const auto& database = *database_;
  rocksdb::WriteBatch writes;
  for (const auto& [event, envelope] : batch.entries) {
    const auto position = keys::of_position(event.position);
    writes.Put(database[Family::Events], position, envelope);
    writes.Put(database[Family::Streams], keys::of_version(event.stream, event.version), position);
    writes.Put(database[Family::Categories],
               keys::of_category(event.stream.category, event.position), event.type);
  }
  for (const auto& [id, record] : batch.commands)
    writes.Put(database[Family::Commands], id.text(), encode_command(record));
  for (const auto& [person, position] : batch.erased)
    writes.Put(database[Family::Erased], person, keys::of_position(position));
  for (const auto& [height, index, hash] : batch.nodes)
    writes.Put(database[Family::Merkle], keys::of_node(height, index),
               std::string(hash.begin(), hash.end()));
  if (auto written = database_->write(writes, true); !written) return written;
  if (batch.entries.empty()) return {};
  return checkpoint_.keep(sign_checkpoint(key_, batch.tree));
}

core::Result<std::optional<CommandRecord>> RocksDbLog::find_command(const core::CommandId& id,
                                                                    Position head) const {
  auto record = command_in(*database_, id);
  if (record && *record && (*record)->applied.last() > head) return std::nullopt;
  return record;
}

core::Result<Version> RocksDbLog::version_of(const StreamName& stream, Position head) const {
  const auto prefix = keys::of_stream(stream);
  const auto entry = iterator(*database_, Family::Streams);
  entry->SeekForPrev(keys::of_version(stream, std::numeric_limits<Version>::max()));
  for (; entry->Valid() && entry->key().starts_with(prefix); entry->Prev()) {
    const auto position = keys::to_position(entry->value().ToStringView());
    const auto version = keys::version_in(entry->key().ToStringView());
    if (!position || !version) return core::fail(broken_index(stream));
    if (*position <= head) return *version;
  }
  if (!entry->status().ok()) return core::fail(broken_index(stream));
  return 0;
}

core::Result<std::vector<StoredEvent>> RocksDbLog::read_stream(const StreamName& stream,
                                                               Version from, std::size_t limit,
                                                               Position head) const {
  const auto prefix = keys::of_stream(stream);
  const auto entry = iterator(*database_, Family::Streams);
  std::vector<StoredEvent> events;
  for (entry->Seek(keys::of_version(stream, from));
       events.size() < limit && entry->Valid() && entry->key().starts_with(prefix); entry->Next()) {
    const auto position = keys::to_position(entry->value().ToStringView());
    if (!position) return core::fail(broken_index(stream));
    if (*position > head) break;
    auto event = event_at(*database_, *position);
    if (!event) return core::fail(event.error());
    events.push_back(*std::move(event));
  }
  if (!entry->status().ok()) return core::fail(broken_index(stream));
  return events;
}

core::Result<std::vector<StoredEvent>> RocksDbLog::read_all(Position from, std::size_t limit,
                                                            Position head) const {
  auto next = std::max<Position>(from, 1);
  const auto entry = iterator(*database_, Family::Events, Cache::Spare);
  std::vector<StoredEvent> events;
  if (next <= head) events.reserve(std::min<std::size_t>(limit, head - next + 1));
  for (entry->Seek(keys::of_position(next)); next <= head && events.size() < limit;
       entry->Next(), ++next) {
    if (!entry->Valid()) return core::fail(unreadable(next, entry->status()));
    if (entry->key().ToStringView() != keys::of_position(next)) return core::fail(missing(next));
    auto event = decode_envelope(next, entry->value().ToStringView());
    if (!event) return core::fail(event.error());
    events.push_back(*std::move(event));
  }
  return events;
}

core::Result<std::vector<Digest>> RocksDbLog::read_nodes(unsigned height, std::uint64_t first,
                                                         std::uint64_t count) const {
  std::vector<Digest> hashes;
  hashes.reserve(count);
  for (auto index = first; index < first + count; ++index) {
    const auto hash = node_in(*database_, height, index);
    if (!hash) return core::fail(hash.error());
    hashes.push_back(*hash);
  }
  return hashes;
}

core::Result<std::vector<KnownCommand>> RocksDbLog::read_commands(const core::CommandId& after,
                                                                  std::size_t limit,
                                                                  Position head) const {
  const auto entry = iterator(*database_, Family::Commands);
  std::vector<KnownCommand> known;
  for (entry->Seek(after.text()); entry->Valid() && known.size() < limit; entry->Next()) {
    core::CommandId id(entry->key().ToString());
    if (id == after) continue;
    auto record = decode_command(id, entry->value().ToStringView());
    if (!record) return core::fail(record.error());
    if (record->applied.last() <= head) known.emplace_back(std::move(id), *std::move(record));
  }
  if (!entry->status().ok()) return core::fail(damaged_store(entry->status().ToString()));
  return known;
}

core::Result<void> RocksDbLog::snapshot(const std::filesystem::path& to) const {
  return snapshot_of(*database_, to);
}

}  // namespace eventstore
