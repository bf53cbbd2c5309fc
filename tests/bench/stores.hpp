#pragma once

#include <rocksdb/db.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "eventstore/rocksdb_store.hpp"

namespace bench {

/// The store under measurement, with the machine's own clock and entropy.
class OpenStore {
 public:
  explicit OpenStore(const std::filesystem::path& folder);

  [[nodiscard]] eventstore::Store& operator*() const { return *store_; }
  [[nodiscard]] eventstore::Store* operator->() const { return store_.get(); }

 private:
  eventstore::SystemClock clock_;
  eventstore::SystemEntropy entropy_;
  std::unique_ptr<eventstore::Store> store_;
};

/// Where RocksDB's files lie within a store's folder.
[[nodiscard]] std::filesystem::path database_of(const std::filesystem::path& store);

/// RocksDB without the store: its families in the order of their names, and the options that a
/// database in `like` was closed with.
class RawRocksDb {
 public:
  enum class Access { Read, Write, Make };
  RawRocksDb(const std::filesystem::path& folder, const std::filesystem::path& like, Access access);
  ~RawRocksDb();
  RawRocksDb(const RawRocksDb&) = delete;
  RawRocksDb& operator=(const RawRocksDb&) = delete;

  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] const std::vector<rocksdb::ColumnFamilyHandle*>& families() const {
    return families_;
  }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* family(const std::string& name) const;

 private:
  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
};

}  // namespace bench
