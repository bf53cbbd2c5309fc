#include "tests/projections/engines.hpp"

#include "eventstore/errors.hpp"
#include "eventstore/memory_store.hpp"
#include "eventstore/rocksdb_store.hpp"

namespace testing_support {
namespace {

class InMemory final : public Engine {
 public:
  [[nodiscard]] eventstore::Store& store() override { return *store_; }
  void reopen() override {}

 private:
  std::unique_ptr<eventstore::Store> store_ = eventstore::make_memory_store(clock_, entropy_);
};

class OnDisk final : public Engine {
 public:
  [[nodiscard]] eventstore::Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = open();
  }

 private:
  std::unique_ptr<eventstore::Store> open() {
    auto opened = eventstore::open_rocksdb_store(folder_.path(), clock_, entropy_);
    core::ensure(opened.has_value(), "a test's store opens");
    return *std::move(opened);
  }

  server_tests::TemporaryFolder folder_;
  std::unique_ptr<eventstore::Store> store_ = open();
};

}  // namespace

std::unique_ptr<Engine> in_memory() {
  return std::make_unique<InMemory>();
}

std::unique_ptr<Engine> on_disk() {
  return std::make_unique<OnDisk>();
}

std::unique_ptr<eventstore::RowView> MortalRows::view(const eventstore::ModelName& model) const {
  return rows_.view(model);
}

core::Result<void> MortalRows::commit(const eventstore::ModelName& model,
                                      eventstore::Position checkpoint,
                                      std::span<const eventstore::RowChange> changes) {
  return written([&] { return rows_.commit(model, checkpoint, changes); });
}

core::Result<void> MortalRows::drop(const eventstore::ModelName& model) {
  return written([&] { return rows_.drop(model); });
}

core::Result<void> MortalRows::scrub() {
  return written([&] { return rows_.scrub(); });
}

core::Result<void> MortalRows::written(const std::function<core::Result<void>()>& write) {
  if (writes_left_ == 0) return core::fail(eventstore::store_read_only());
  --writes_left_;
  return write();
}

}  // namespace testing_support
