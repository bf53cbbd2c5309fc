#include "eventstore/folder_lock.hpp"

#include <rocksdb/env.h>

namespace eventstore {

FolderLock::FolderLock(const std::filesystem::path& folder) : env_(rocksdb::Env::Default()) {
  env_->LockFile((folder / "events" / "LOCK").string(), &lock_).PermitUncheckedError();
}

FolderLock::~FolderLock() {
  if (lock_) env_->UnlockFile(lock_).PermitUncheckedError();
}

}  // namespace eventstore
