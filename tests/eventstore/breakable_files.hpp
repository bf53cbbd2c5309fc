#pragma once

#include <memory>
#include <string>
#include <utility>

#include "tests/eventstore/breakable_disk.hpp"

namespace eventstore::testing {

/// A file that is written.
class BreakableFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  using Base = rocksdb::FSWritableFileOwnerWrapper;
  BreakableFile(std::unique_ptr<rocksdb::FSWritableFile>&& file, std::string name,
                BreakableDisk& disk)
      : Base(std::move(file)), name_(std::move(name)), disk_(disk) {}

  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
    const auto breakage = disk_.on_write();
    if (breakage == Breakage::None) return Base::Append(data, options, debug);
    if (breakage == Breakage::Full) return rocksdb::IOStatus::NoSpace("disk full");
    const rocksdb::Slice half(data.data(), data.size() / 2);
    if (breakage == Breakage::ShortWrite) Base::Append(half, options, debug).PermitUncheckedError();
    return rocksdb::IOStatus::IOError("write failed");
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo& /*info*/,
                           rocksdb::IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options,
                         rocksdb::IODebugContext* debug) override {
    if (disk_.fails_on_sync(name_, GetFileSize(options, debug)))
      return rocksdb::IOStatus::IOError("fsync failed");
    return disk_.lies ? rocksdb::IOStatus::OK() : Base::Sync(options, debug);
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    return Sync(options, debug);
  }

 private:
  std::string name_;
  BreakableDisk& disk_;
};

/// A file that is read from its beginning: the write-ahead log, the manifest.
class BreakableSequence final : public rocksdb::FSSequentialFileOwnerWrapper {
 public:
  using Base = rocksdb::FSSequentialFileOwnerWrapper;
  BreakableSequence(std::unique_ptr<rocksdb::FSSequentialFile>&& file, BreakableDisk& disk)
      : Base(std::move(file)), disk_(disk) {}

  rocksdb::IOStatus Read(std::size_t size, const rocksdb::IOOptions& options,
                         rocksdb::Slice* result, char* scratch,
                         rocksdb::IODebugContext* debug) override {
    auto status = Base::Read(size, options, result, scratch, debug);
    disk_.spoil(*result, scratch);
    return status;
  }

 private:
  BreakableDisk& disk_;
};

/// A file that is read anywhere.
class BreakableTable final : public rocksdb::FSRandomAccessFileOwnerWrapper {
 public:
  using Base = rocksdb::FSRandomAccessFileOwnerWrapper;
  BreakableTable(std::unique_ptr<rocksdb::FSRandomAccessFile>&& file, BreakableDisk& disk)
      : Base(std::move(file)), disk_(disk) {}

  rocksdb::IOStatus Read(std::uint64_t offset, std::size_t size, const rocksdb::IOOptions& options,
                         rocksdb::Slice* result, char* scratch,
                         rocksdb::IODebugContext* debug) const override {
    auto status = Base::Read(offset, size, options, result, scratch, debug);
    disk_.spoil(*result, scratch);
    return status;
  }

 private:
  BreakableDisk& disk_;
};

class BreakableFolder final : public rocksdb::FSDirectoryWrapper {
 public:
  using Base = rocksdb::FSDirectoryWrapper;
  BreakableFolder(std::unique_ptr<rocksdb::FSDirectory>&& folder, std::string name,
                  BreakableDisk& disk)
      : Base(std::move(folder)), name_(std::move(name)), disk_(disk) {}

  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options,
                          rocksdb::IODebugContext* debug) override {
    if (disk_.fails_on_sync(name_, 0)) return rocksdb::IOStatus::IOError("fsync failed");
    return disk_.lies ? rocksdb::IOStatus::OK() : Base::Fsync(options, debug);
  }
  rocksdb::IOStatus FsyncWithDirOptions(const rocksdb::IOOptions& options,
                                        rocksdb::IODebugContext* debug,
                                        const rocksdb::DirFsyncOptions& /*how*/) override {
    return Fsync(options, debug);
  }

 private:
  std::string name_;
  BreakableDisk& disk_;
};

}  // namespace eventstore::testing
