#include "eventstore/rocksdb_audit.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "eventstore/command_record.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/rocksdb_keys.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/statement.hpp"

namespace eventstore {
namespace {

constexpr std::uint64_t walks = 6;  ///< the events, each index, the tree, which is twice as long
constexpr std::uint64_t between_ticks = 4096;

Fault fault_at(Position position, std::string_view pt, std::string_view en) {
  return {position, damaged_at(position, pt, en)};
}

Fault stranger(Position position) {
  return fault_at(position, "uma entrada de índice não tem evento que lhe corresponda.",
                  "an index entry has no event to match it.");
}

/// Whom the event erases, or nobody: "".
std::string erased_by(const StoredEvent& event) {
  const auto mark = std::ranges::find(event.personal, "", &SealedValue::path);
  return mark == event.personal.end() ? "" : mark->person;
}

/// Nothing when the entry cannot be read. A command without events leads nowhere: 0.
std::optional<Position> target(Family family, std::string_view key, std::string_view value) {
  if (family == Family::Streams || family == Family::Erased) return keys::to_position(value);
  if (family == Family::Categories) return keys::version_in(key);
  const auto record = decode_command(core::CommandId(std::string(key)), value);
  if (!record) return std::nullopt;
  return record->applied.count == 0 ? 0 : record->applied.first;
}

std::string key_in(Family family, const StoredEvent& event) {
  if (family == Family::Streams) return keys::of_version(event.stream, event.version);
  if (family == Family::Categories) return keys::of_category(event.stream.category, event.position);
  if (family == Family::Erased) return erased_by(event);
  return event.command_id.text();
}

}  // namespace

Audit::Audit(const Database& database, const Progress& progress)
    : database_(database),
      progress_(progress),
      categories_(database, Family::Categories),
      nodes_(database, Family::Merkle) {
  if (const auto last = last_event(database); last && *last) of_ = walks * (*last)->position;
}

Verification Audit::run() {
  auto finding = check_events();
  if (!finding) finding = check_index(Family::Streams, checked_);
  if (!finding) finding = check_index(Family::Categories, checked_);
  if (!finding) finding = check_index(Family::Commands, commands_);
  if (!finding) finding = find_stranger(Family::Erased);
  if (!finding) finding = check_tree();
  if (!finding) finding = check_files();
  if (!finding && progress_) progress_(of_, of_);
  return {checked_, tree_.head(), std::move(finding)};
}

Audit::Finding Audit::check_events() {
  const auto event = walk(database_, Family::Events, Checksums::OfValuesAlone);
  for (event->SeekToFirst(); event->Valid(); event->Next()) {
    auto finding = check_event(event->key().ToStringView(), event->value().ToStringView());
    if (finding) return finding;
    ++checked_;
    tick();
  }
  const auto next = checked_ + 1;
  if (const auto status = event->status(); !status.ok())
    return fault_at(next, status.ToString(), status.ToString());
  if (last_of_command_ > checked_) return fault_at(next, "falta.", "it is missing.");
  return std::nullopt;
}

Audit::Finding Audit::check_event(std::string_view key, std::string_view envelope) {
  const auto position = checked_ + 1;
  if (key != keys::of_position(position)) return fault_at(position, "falta.", "it is missing.");
  const auto event = decode_envelope(position, envelope);
  if (!event) return Fault{position, event.error()};
  if (auto finding = check_entries_of(*event)) return finding;
  if (auto finding = check_command_of(*event)) return finding;
  return check_leaf_of(*event, envelope);
}

Audit::Finding Audit::check_entries_of(const StoredEvent& event) {
  const auto position = keys::of_position(event.position);
  if (!holds(Family::Streams, key_in(Family::Streams, event), position))
    return fault_at(event.position, "não está no índice dos registos.",
                    "it is not in the stream index.");
  if (!categories_.holds(event.stream.category, key_in(Family::Categories, event), event.type))
    return fault_at(event.position, "não está no índice das categorias.",
                    "it is not in the category index.");
  if (!leads_here_or_on(erased_by(event), event.position))
    return fault_at(event.position, "não está no índice dos apagamentos.",
                    "it is not in the index of the erased.");
  return std::nullopt;
}

/// The events of one append adjoin, so that each command is looked up once.
Audit::Finding Audit::check_command_of(const StoredEvent& event) {
  if (event.position <= last_of_command_ && event.command_id == command_) return std::nullopt;
  const auto record = command_in(database_, event.command_id);
  const bool begins = record && *record && (*record)->applied.first == event.position &&
                      (*record)->applied.count > 0 && event.position > last_of_command_;
  if (!begins)
    return fault_at(event.position, "não condiz com o registo do seu comando.",
                    "it does not match the record of its command.");
  command_ = event.command_id;
  last_of_command_ = (*record)->applied.last();
  ++commands_;
  return std::nullopt;
}

/// The tree has the event's leaf, and every node that the leaf completes.
Audit::Finding Audit::check_leaf_of(const StoredEvent& event, std::string_view envelope) {
  std::vector<merkle::Node> nodes;
  tree_.append(merkle::leaf_hash(statement_of(event, envelope)), nodes);
  for (const auto& [height, index, hash] : nodes)
    if (!nodes_.holds(std::to_string(height), keys::of_node(height, index), view_of(hash)))
      return fault_at(event.position, "não é o que a árvore de Merkle diz.",
                      "it is not what the Merkle tree says.");
  kept_ += nodes.size();
  return std::nullopt;
}

/// Every node that the events call for is there, so that any more are strangers.
Audit::Finding Audit::check_tree() {
  std::uint64_t found = 0;
  const auto node = walk(database_, Family::Merkle);
  for (node->SeekToFirst(); node->Valid(); node->Next(), ++found) tick();
  if (!node->status().ok()) return Fault{0, damaged_store(node->status().ToString())};
  if (found != kept_) return Fault{0, damaged_store("Merkle tree")};
  return std::nullopt;
}

/// `entries` of them are known to lead to their events.
Audit::Finding Audit::check_index(Family family, std::uint64_t entries) {
  std::uint64_t found = 0;
  auto finding = each_entry(family, [&](std::string_view key, Position position) -> Finding {
    ++found;
    tick();
    return family == Family::Streams ? check_version_order(key, position) : std::nullopt;
  });
  if (finding || found == entries) return finding;
  finding = find_stranger(family);
  return finding ? finding : Fault{0, damaged_store("index")};
}

/// The first entry whose event is another, or none.
Audit::Finding Audit::find_stranger(Family family) const {
  return each_entry(family, [&](std::string_view key, Position position) -> Finding {
    const auto event = event_at(database_, position);
    if (!event || key_in(family, *event) != key) return stranger(position);
    return std::nullopt;
  });
}

/// Those that lead to events, until `visit` finds a fault.
template <class Visit>
Audit::Finding Audit::each_entry(Family family, Visit visit) const {
  const auto entry = walk(database_, family);
  for (entry->SeekToFirst(); entry->Valid(); entry->Next()) {
    const auto key = entry->key().ToStringView();
    const auto position = target(family, key, entry->value().ToStringView());
    if (!position) return Fault{0, damaged_store("index entry")};
    if (*position == 0 && family == Family::Commands) continue;
    if (auto finding = visit(key, *position)) return finding;
  }
  if (entry->status().ok()) return std::nullopt;
  return Fault{0, damaged_store(entry->status().ToString())};
}

/// Keys come in the order of stream and version.
Audit::Finding Audit::check_version_order(std::string_view key, Position position) {
  const auto version = keys::version_in(key).value_or(0);
  const auto stream = key.substr(0, key.size() - sizeof(Version));
  const bool goes_on = last_key_.size() == key.size() && last_key_.starts_with(stream);
  const bool follows =
      goes_on ? version == *keys::version_in(last_key_) + 1 && position > last_position_
              : version == 1;
  last_key_ = key;
  last_position_ = position;
  if (follows) return std::nullopt;
  return fault_at(position, "a versão não segue a anterior do mesmo registo.",
                  "its version does not follow the one before it in its stream.");
}

/// What no walk has touched: filters, read models, the engine's own tables, and between the events.
Audit::Finding Audit::check_files() const {
  const auto status = database_.db().VerifyChecksum();
  if (status.ok()) return std::nullopt;
  return Fault{first_in_a_damaged_block(), damaged_store(status.ToString())};
}

/// 0 where no event lies in one.
Position Audit::first_in_a_damaged_block() const {
  Position position = 1;
  const auto event = walk(database_, Family::Events, Checksums::OfBlocks);
  for (event->SeekToFirst(); event->Valid(); event->Next()) ++position;
  return event->status().ok() ? 0 : position;
}

/// Who is erased more than once is found at the last event.
bool Audit::leads_here_or_on(const std::string& erased, Position position) const {
  if (erased.empty()) return true;
  rocksdb::PinnableSlice found;
  const auto status =
      database_.db().Get(rocksdb::ReadOptions(), database_[Family::Erased], erased, &found);
  return status.ok() && keys::to_position(found.ToStringView()).value_or(0) >= position;
}

bool Audit::holds(Family family, const std::string& key, std::string_view value) const {
  rocksdb::PinnableSlice found;
  const auto status = database_.db().Get(rocksdb::ReadOptions(), database_[family], key, &found);
  return status.ok() && found.ToStringView() == value;
}

void Audit::tick() {
  if (++done_ % between_ticks == 0 && progress_) progress_(done_, of_);
}

}  // namespace eventstore
