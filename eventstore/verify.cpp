#include "eventstore/verify.hpp"

#include <rocksdb/env.h>

#include <system_error>
#include <utility>

#include "eventstore/errors.hpp"
#include "eventstore/head_mark.hpp"
#include "eventstore/rocksdb_audit.hpp"
#include "eventstore/rocksdb_database.hpp"

namespace eventstore {
namespace {

/// RocksDB's own lock on a folder, so that nobody writes while we read.
class FolderLock {
 public:
  explicit FolderLock(const std::filesystem::path& folder) {
    env_->LockFile((folder / "LOCK").string(), &lock_).PermitUncheckedError();
  }
  ~FolderLock() {
    if (lock_) env_->UnlockFile(lock_).PermitUncheckedError();
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  [[nodiscard]] bool held() const { return lock_ != nullptr; }

 private:
  rocksdb::Env* env_ = rocksdb::Env::Default();
  rocksdb::FileLock* lock_ = nullptr;
};

std::optional<Fault> lost_tail(const std::filesystem::path& folder, Position head) {
  const auto mark = HeadMark::read(folder);
  if (!mark) return Fault{0, mark.error()};
  if (mark->value_or(0) <= head) return std::nullopt;
  return Fault{head + 1, damaged_at(head + 1, "falta, e foi confirmado.",
                                    "it is missing, though it was acknowledged.")};
}

/// The database refuses to open, so there is a fault: what can still be read tells where.
Verification salvage(const std::filesystem::path& folder, const core::Error& refusal,
                     const Progress& progress) {
  const auto database = Database::open(folder, Access::Salvage);
  if (!database) return {0, Fault{1, refusal}};
  auto result = Audit(**database, progress).run();
  if (!result.fault) result.fault = Fault{result.checked + 1, refusal};
  return result;
}

}  // namespace

core::Result<Verification> verify(const std::filesystem::path& folder, const Progress& progress) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return core::fail(store_unavailable(folder.string()));
  const FolderLock lock(folder);
  if (!lock.held()) return core::fail(store_in_use());
  const auto database = Database::open(folder, Access::Inspect);
  if (!database && database.error().code != "store-damaged") return core::fail(database.error());
  if (!database) return salvage(folder, database.error(), progress);
  auto result = Audit(**database, progress).run();
  if (!result.fault) result.fault = lost_tail(folder, result.checked);
  return result;
}

}  // namespace eventstore
