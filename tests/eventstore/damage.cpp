#include "tests/eventstore/damage.hpp"

#include "domain/core/assert.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_keys.hpp"

namespace eventstore::testing {

void rewrite_event(const std::filesystem::path& folder, Position position, std::size_t offset) {
  const auto database = Database::open(folder, Access::Write).value();
  const auto key = keys::of_position(position);
  std::string envelope;
  const auto status =
      database->db().Get(rocksdb::ReadOptions(), (*database)[Family::Events], key, &envelope);
  core::ensure(status.ok(), "there is an event to damage");
  envelope.at(offset) = static_cast<char>(envelope.at(offset) ^ 0x01);
  rocksdb::WriteBatch batch;
  batch.Put((*database)[Family::Events], key, envelope);
  core::ensure(database->write(batch, true).has_value(), "the damage is written");
}

void put_erasure(const std::filesystem::path& folder, const std::string& person,
                 Position position) {
  const auto database = Database::open(folder, Access::Write).value();
  rocksdb::WriteBatch batch;
  batch.Put((*database)[Family::Erased], person, keys::of_position(position));
  core::ensure(database->write(batch, true).has_value(), "the damage is written");
}

void take_erasure(const std::filesystem::path& folder, const std::string& person) {
  const auto database = Database::open(folder, Access::Write).value();
  rocksdb::WriteBatch batch;
  batch.Delete((*database)[Family::Erased], person);
  core::ensure(database->write(batch, true).has_value(), "the damage is written");
}

}  // namespace eventstore::testing
