#pragma once

#include <rocksdb/iterator.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "eventstore/rocksdb_database.hpp"

namespace eventstore {

/// Looks up entries of one family beside a walk over the events, which asks for them in ascending
/// order within each of a few groups: a step where a search would take ten times as long.
class Follower {
 public:
  Follower(const Database& database, Family family) : database_(database), family_(family) {}

  /// Whether `key`, of this group and past all that were asked of it, is there with this value.
  [[nodiscard]] bool holds(std::string_view group, std::string_view key, std::string_view value);

 private:
  [[nodiscard]] rocksdb::Iterator& past_last_of(std::string_view group);

  const Database& database_;
  Family family_;
  std::map<std::string, std::unique_ptr<rocksdb::Iterator>, std::less<>> groups_;
};

/// A damaged block is refused whole, dozens of records at once; a value may have a checksum of its
/// own, which tells which one is at fault.
enum class Checksums { OfBlocks, OfValuesAlone };

/// Through all of a family, and leaves the cache to those who come back.
[[nodiscard]] std::unique_ptr<rocksdb::Iterator> walk(const Database& database, Family family,
                                                      Checksums checksums = Checksums::OfBlocks);

}  // namespace eventstore
