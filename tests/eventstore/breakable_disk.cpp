#include "tests/eventstore/breakable_disk.hpp"

#include <filesystem>
#include <utility>

#include "domain/core/assert.hpp"
#include "tests/eventstore/breakable_files.hpp"

namespace eventstore::testing {

using rocksdb::IOStatus;

void BreakableDisk::break_at(Breakage breakage, std::uint64_t nth) {
  const std::lock_guard lock(mutex_);
  breakage_ = breakage;
  left_ = nth;
  broke_ = false;
  retried_syncs_ = 0;
}

bool BreakableDisk::broke() const {
  const std::lock_guard lock(mutex_);
  return broke_;
}

int BreakableDisk::retried_syncs() const {
  const std::lock_guard lock(mutex_);
  return retried_syncs_;
}

void BreakableDisk::lose_what_was_not_synced() {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, size] : failed_)
    if (std::filesystem::is_regular_file(name)) std::filesystem::resize_file(name, size);
  failed_.clear();
}

bool BreakableDisk::is_due() {
  if (broke_) return breakage_ == Breakage::Full;
  broke_ = --left_ == 0;
  return broke_;
}

Breakage BreakableDisk::on_write() {
  const std::lock_guard lock(mutex_);
  const bool concerned = breakage_ == Breakage::Write || breakage_ == Breakage::ShortWrite ||
                         breakage_ == Breakage::Full;
  return concerned && is_due() ? breakage_ : Breakage::None;
}

bool BreakableDisk::fails_on_sync(const std::string& name, std::uint64_t size) {
  const std::lock_guard lock(mutex_);
  if (failed_.contains(name)) ++retried_syncs_;
  const bool fails = breakage_ == Breakage::Sync && is_due();
  if (fails)
    failed_.emplace(name, synced_[name]);
  else
    synced_[name] = size;
  return fails;
}

void BreakableDisk::spoil(const rocksdb::Slice& read, char* scratch) {
  const std::lock_guard lock(mutex_);
  bytes_read += read.size();
  if (breakage_ != Breakage::Read || read.empty() || !is_due()) return;
  core::ensure(read.data() == scratch, "RocksDB reads into its own memory");
  char& byte = scratch[(spoiled_ += 7919) % read.size()];
  byte = static_cast<char>(byte ^ 0x10);
}

/// RocksDB's own diary (LOG) may fail as it likes.
IOStatus BreakableDisk::NewWritableFile(const std::string& name,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSWritableFile>* result,
                                        rocksdb::IODebugContext* debug) {
  auto status = target()->NewWritableFile(name, options, result, debug);
  if (!status.ok() || std::filesystem::path(name).filename().string().starts_with("LOG"))
    return status;
  const std::lock_guard lock(mutex_);
  synced_[name] = 0;
  failed_.erase(name);
  *result = std::make_unique<BreakableFile>(std::move(*result), name, *this);
  return status;
}

IOStatus BreakableDisk::NewSequentialFile(const std::string& name,
                                          const rocksdb::FileOptions& options,
                                          std::unique_ptr<rocksdb::FSSequentialFile>* result,
                                          rocksdb::IODebugContext* debug) {
  auto status = target()->NewSequentialFile(name, options, result, debug);
  if (status.ok()) *result = std::make_unique<BreakableSequence>(std::move(*result), *this);
  return status;
}

IOStatus BreakableDisk::NewRandomAccessFile(const std::string& name,
                                            const rocksdb::FileOptions& options,
                                            std::unique_ptr<rocksdb::FSRandomAccessFile>* result,
                                            rocksdb::IODebugContext* debug) {
  auto status = target()->NewRandomAccessFile(name, options, result, debug);
  if (status.ok()) *result = std::make_unique<BreakableTable>(std::move(*result), *this);
  return status;
}

IOStatus BreakableDisk::NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                     std::unique_ptr<rocksdb::FSDirectory>* result,
                                     rocksdb::IODebugContext* debug) {
  auto status = target()->NewDirectory(name, options, result, debug);
  if (status.ok()) *result = std::make_unique<BreakableFolder>(std::move(*result), name, *this);
  return status;
}

IOStatus BreakableDisk::GetFreeSpace(const std::string& path, const rocksdb::IOOptions& options,
                                     std::uint64_t* free, rocksdb::IODebugContext* debug) {
  if (free_space == UINT64_MAX) return target()->GetFreeSpace(path, options, free, debug);
  *free = free_space;
  return IOStatus::OK();
}

}  // namespace eventstore::testing
