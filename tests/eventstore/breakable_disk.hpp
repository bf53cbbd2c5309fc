#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace eventstore::testing {

enum class Breakage {
  None,
  Write,       ///< one write fails, and writes nothing
  ShortWrite,  ///< one write fails half-way
  Full,        ///< no write goes on, until it is mended
  Sync,        ///< one sync of a file or a folder fails; see `lose_what_was_not_synced`
  Read,        ///< one read comes back with a bit changed
};

/// The machine's disk, but any write, sync or read of the engine can be made to fail.
class BreakableDisk final : public rocksdb::FileSystemWrapper {
 public:
  BreakableDisk() : rocksdb::FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  [[nodiscard]] const char* Name() const override { return "BreakableDisk"; }

  /// Lets the nth write, sync or read from now fail; the first is the next one.
  void break_at(Breakage breakage, std::uint64_t nth = 1);
  void mend() { break_at(Breakage::None); }
  [[nodiscard]] bool broke() const;
  /// Syncs of a file of which one had failed since `break_at`.
  [[nodiscard]] int retried_syncs() const;
  /// As the kernel does after a failed fsync: what the file was given since the last one is gone.
  void lose_what_was_not_synced();

  /// A disk that says that it has synced, and has not.
  std::atomic<bool> lies = false;
  /// Bytes free, where not the machine's own.
  std::atomic<std::uint64_t> free_space = UINT64_MAX;
  std::atomic<std::uint64_t> bytes_read = 0;

  /// What the files ask; `None` when all is well.
  [[nodiscard]] Breakage on_write();
  [[nodiscard]] bool fails_on_sync(const std::string& name, std::uint64_t size);
  /// Counts what was read into `scratch`, and changes a bit of it when that is due.
  void spoil(const rocksdb::Slice& read, char* scratch);

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* result,
                                 rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetFreeSpace(const std::string& path, const rocksdb::IOOptions& options,
                                 std::uint64_t* free, rocksdb::IODebugContext* debug) override;

 private:
  [[nodiscard]] bool is_due();

  mutable std::mutex mutex_;
  Breakage breakage_ = Breakage::None;
  std::uint64_t left_ = 0;  ///< operations until it breaks
  bool broke_ = false;
  std::size_t spoiled_ = 0;  ///< so that it is another byte each time
  int retried_syncs_ = 0;
  std::map<std::string, std::uint64_t> synced_;  ///< how much of each file
  std::map<std::string, std::uint64_t> failed_;  ///< the same, of those whose sync failed
};

}  // namespace eventstore::testing
