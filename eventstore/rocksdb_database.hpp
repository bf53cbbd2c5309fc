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
#include "eventstore/rocksdb_fuse.hpp"

namespace eventstore {

enum class Family { Events, Streams, Categories, Commands, Merkle, Erased, Meta };

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

  /// Errors: "store-in-use", "store-damaged", "store-format-unknown", "store-unavailable"; where it
  /// is made, those of `write`.
  [[nodiscard]] static core::Result<std::shared_ptr<Database>> open(
      const std::filesystem::path& folder, Access access,
      rocksdb::Env* env = rocksdb::Env::Default());

  Database(std::filesystem::path folder, Access access, std::shared_ptr<Fuse> fuse, rocksdb::DB* db,
           const std::vector<rocksdb::ColumnFamilyHandle*>& handles);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] rocksdb::DB& db() const { return *db_; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* operator[](Family family) const;

  /// All of the batch or nothing. Errors: those of `health`. What is not synced, rows that follow
  /// the log, may use the room that `least_free_space` keeps.
  [[nodiscard]] core::Result<void> write(rocksdb::WriteBatch& batch, bool sync);
  /// Whether appends are taken. Errors: "store-read-only", from the first failed write on, for
  /// good; "disk-nearly-full", while there is less room than `least_free_space`.
  [[nodiscard]] core::Result<void> health() const;
  /// Bytes of all its files, rows of read models and write-ahead log among them.
  [[nodiscard]] std::uint64_t size_on_disk() const;

  /// A column family by its name; null if there is none.
  [[nodiscard]] Handle find(const std::string& name) const;
  /// Makes it if there is none. Error: "store-read-only".
  [[nodiscard]] core::Result<Handle> make(const std::string& name);
  /// Who still holds its handle reads on. Error: "store-read-only".
  [[nodiscard]] core::Result<void> drop(const std::string& name);
  /// Moves what the write-ahead log holds into table files, and removes every file that is of no
  /// more use: those of dropped families and the write-ahead logs before. Error: "store-read-only".
  [[nodiscard]] core::Result<void> scrub();

 private:
  [[nodiscard]] rocksdb::Status flush() const;
  [[nodiscard]] Handle own(rocksdb::ColumnFamilyHandle* handle);
  [[nodiscard]] bool has_room() const;
  [[nodiscard]] core::Result<void> complete();
  [[nodiscard]] core::Result<void> check_format();

  std::filesystem::path folder_;
  Access access_;
  std::shared_ptr<Fuse> fuse_;
  std::atomic<bool> written_ = false;
  std::unique_ptr<rocksdb::DB> db_;
  mutable std::mutex mutex_;
  std::map<std::string, Handle> families_;
  std::vector<rocksdb::ColumnFamilyHandle*> fixed_;  ///< by Family
};

}  // namespace eventstore
