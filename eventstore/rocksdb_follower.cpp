#include "eventstore/rocksdb_follower.hpp"

namespace eventstore {

bool Follower::holds(std::string_view group, std::string_view key, std::string_view value) {
  auto& entry = past_last_of(group);
  if (!entry.Valid() || entry.key().ToStringView() != key) entry.Seek(key);
  return entry.Valid() && entry.key().ToStringView() == key &&
         entry.value().ToStringView() == value;
}

rocksdb::Iterator& Follower::past_last_of(std::string_view group) {
  const auto found = groups_.find(group);
  if (found == groups_.end())
    return *groups_.emplace(group, walk(database_, family_)).first->second;
  if (found->second->Valid()) found->second->Next();
  return *found->second;
}

std::unique_ptr<rocksdb::Iterator> walk(const Database& database, Family family,
                                        Checksums checksums) {
  rocksdb::ReadOptions options;
  options.verify_checksums = checksums == Checksums::OfBlocks;
  options.fill_cache = false;
  return std::unique_ptr<rocksdb::Iterator>(database.db().NewIterator(options, database[family]));
}

}  // namespace eventstore
