#include "eventstore/rocksdb_log.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/rocksdb_keys.hpp"

namespace eventstore {
namespace {

std::unique_ptr<rocksdb::Iterator> iterator(const Database& database, Family family) {
  return std::unique_ptr<rocksdb::Iterator>(
      database.db().NewIterator(rocksdb::ReadOptions(), database[family]));
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

core::Result<StoredEvent> event_at(const Database& database, Position position) {
  rocksdb::PinnableSlice envelope;
  const auto status = database.db().Get(rocksdb::ReadOptions(), database[Family::Events],
                                        keys::of_position(position), &envelope);
  if (status.IsNotFound()) return core::fail(missing(position));
  if (!status.ok()) return core::fail(unreadable(position, status));
  return decode_envelope(position, envelope.ToStringView());
}

core::Result<Tail> tail_of(const Database& database) {
  const auto last = iterator(database, Family::Events);
  last->SeekToLast();
  if (!last->status().ok()) return core::fail(damaged_store(last->status().ToString()));
  if (!last->Valid()) return Tail{};
  const auto position = keys::to_position(last->key().ToStringView());
  if (!position) return core::fail(damaged_store("key of an event"));
  const auto event = decode_envelope(*position, last->value().ToStringView());
  if (!event) return core::fail(event.error());
  return Tail{event->position, event->recorded_at};
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

core::Result<std::unique_ptr<RocksDbLog>> RocksDbLog::open(std::shared_ptr<Database> database) {
  const auto tail = tail_of(*database);
  if (!tail) return core::fail(tail.error());
  const auto mark = HeadMark::read(database->folder());
  if (!mark) return core::fail(mark.error());
  if (mark->value_or(0) > tail->head) return core::fail(missing(tail->head + 1));
  auto log = std::make_unique<RocksDbLog>(std::move(database), *tail);
  if (auto opened = log->mark_.open(log->database_->folder()); !opened)
    return core::fail(opened.error());
  if (auto moved = log->mark_.move_to(tail->head); !moved) return core::fail(moved.error());
  return log;
}

RocksDbLog::RocksDbLog(std::shared_ptr<Database> database, Tail tail)
    : database_(std::move(database)), tail_(tail) {}

core::Result<void> RocksDbLog::write(const Batch& batch) {
  const auto& database = *database_;
  rocksdb::WriteBatch writes;
  for (const auto& event : batch.events) {
    const auto position = keys::of_position(event.position);
    writes.Put(database[Family::Events], position, encode_envelope(event));
    writes.Put(database[Family::Streams], keys::of_version(event.stream, event.version), position);
    writes.Put(database[Family::Categories],
               keys::of_category(event.stream.category, event.position), event.type);
  }
  for (const auto& [id, record] : batch.commands)
    writes.Put(database[Family::Commands], id.text(), encode_command(record));
  if (auto written = database_->write(writes, true); !written) return written;
  return batch.events.empty() ? core::Result<void>() : mark_.move_to(batch.events.back().position);
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
  const auto entry = iterator(*database_, Family::Events);
  std::vector<StoredEvent> events;
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

}  // namespace eventstore
