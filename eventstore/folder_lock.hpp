#pragma once

#include <filesystem>

namespace rocksdb {
class Env;
class FileLock;
}  // namespace rocksdb

namespace eventstore {

/// RocksDB's own lock on a store's folder, so that nobody writes while we read.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  [[nodiscard]] bool held() const { return lock_ != nullptr; }

 private:
  rocksdb::Env* env_;
  rocksdb::FileLock* lock_ = nullptr;
};

}  // namespace eventstore
