#pragma once

#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "domain/core/result.hpp"

namespace eventstore {

enum class Family { Events, Streams, Categories, Commands, Merkle, Meta };

enum class Access {
  Write,    ///< made if there is none; refuses a damaged write-ahead log
  Inspect,  ///< nothing is changed; refuses what Write refuses
  Salvage,  ///< nothing is changed; shows what can still be read
};

/// One RocksDB database with one write-ahead log, in `events` of the store's folder. Closing it
/// after orderly work leaves every record in table files. Private to the store's own .cpp files and
/// tests.
class Database {
 public:
  using Handle = std::shared_ptr<rocksdb::ColumnFamilyHandle>;

  /// Errors: "store-in-use", "store-damaged", "store-format-unknown", "store-unavailable".
  [[nodiscard]] static core::Result<std::shared_ptr<Database>> open(
      const std::filesystem::path& folder, Access access,
      rocksdb::Env* env = rocksdb::Env::Default());

  Database(std::filesystem::path folder, Access access, rocksdb::DB* db,
           const std::vector<rocksdb::ColumnFamilyHandle*>& handles);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* operator[](Family family) const;

  /// All of the batch or nothing. Error: "store-read-only", from the first failure on, for good.
  [[nodiscard]] core::Result<void> write(rocksdb::WriteBatch& batch, bool sync);
  /// Whether a write has a chance now. Error: that of `write`.
  [[nodiscard]] core::Result<void> health() const;
  /// Bytes of all its files, rows of read models and write-ahead log among them.
  [[nodiscard]] std::uint64_t size_on_disk() const;

  /// A column family by its name; null if there is none.
  [[nodiscard]] Handle find(const std::string& name) const;
  /// Makes it if there is none. Error: "store-read-only".
  [[nodiscard]] core::Result<Handle> make(const std::string& name);
  /// Who still holds its handle reads on. Error: "store-read-only".
  [[nodiscard]] core::Result<void> drop(const std::string& name);

 private:
  [[nodiscard]] Handle own(rocksdb::ColumnFamilyHandle* handle);
  [[nodiscard]] core::Result<void> outcome(const rocksdb::Status& status);
  [[nodiscard]] core::Result<void> check_format();

  std::filesystem::path folder_;
  Access access_;
  std::unique_ptr<rocksdb::DB> db_;
  mutable std::mutex mutex_;
  std::map<std::string, Handle> families_;
  std::vector<rocksdb::ColumnFamilyHandle*> fixed_;  ///< by Family
  std::atomic<bool> failed_ = false;
};

}  // namespace eventstore
