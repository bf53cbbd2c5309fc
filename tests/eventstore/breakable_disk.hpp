#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <memory>

namespace eventstore::testing {

enum class Breakage { None, Write, Sync, Full };

/// The machine's disk, but writing or syncing the write-ahead log can be made to fail.
class BreakableDisk final : public rocksdb::FileSystemWrapper {
 public:
  BreakableDisk() : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  [[nodiscard]] const char* Name() const override { return "BreakableDisk"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;

  std::atomic<Breakage> breakage = Breakage::None;
};

}  // namespace eventstore::testing
