#include "tests/eventstore/breakable_disk.hpp"

#include <utility>

namespace eventstore::testing {
namespace {

using rocksdb::IOStatus;

class BreakableFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  BreakableFile(std::unique_ptr<rocksdb::FSWritableFile>&& file, std::atomic<Breakage>& breakage)
      : rocksdb::FSWritableFileOwnerWrapper(std::move(file)), breakage_(breakage) {}

  IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                  rocksdb::IODebugContext* debug) override {
    if (auto broken = outcome(); !broken.ok()) return broken;
    return rocksdb::FSWritableFileOwnerWrapper::Append(data, options, debug);
  }
  IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                  const rocksdb::DataVerificationInfo& info,
                  rocksdb::IODebugContext* debug) override {
    if (auto broken = outcome(); !broken.ok()) return broken;
    return rocksdb::FSWritableFileOwnerWrapper::Append(data, options, info, debug);
  }
  IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    if (breakage_ == Breakage::Sync) return IOStatus::IOError("fsync failed");
    return rocksdb::FSWritableFileOwnerWrapper::Sync(options, debug);
  }

 private:
  [[nodiscard]] IOStatus outcome() const {
    if (breakage_ == Breakage::Write) return IOStatus::IOError("write failed");
    if (breakage_ == Breakage::Full) return IOStatus::NoSpace("disk full");
    return IOStatus::OK();
  }

  std::atomic<Breakage>& breakage_;
};

}  // namespace

IOStatus BreakableDisk::NewWritableFile(const std::string& name,
                                        const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSWritableFile>* result,
                                        rocksdb::IODebugContext* debug) {
  auto status = target()->NewWritableFile(name, options, result, debug);
  if (status.ok() && name.ends_with(".log"))
    *result = std::make_unique<BreakableFile>(std::move(*result), breakage);
  return status;
}

}  // namespace eventstore::testing
