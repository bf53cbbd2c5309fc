#include "eventstore/rocksdb_store.hpp"

#include <gtest/gtest.h>

#include "eventstore/errors.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/breakable_disk.hpp"
#include "tests/eventstore/child.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

class RocksDbStoreTest : public ::testing::Test {
 protected:
  core::Result<std::unique_ptr<Store>> open(rocksdb::Env* env = nullptr) {
    return open_rocksdb_store(folder_.path(), clock_, entropy_, env);
  }

  TemporaryFolder folder_;
  ManualClock clock_;
  CountingEntropy entropy_;
};

TEST_F(RocksDbStoreTest, MakesItsFolder) {
  const auto deep = folder_.path() / "data" / "log";
  ASSERT_TRUE(open_rocksdb_store(deep, clock_, entropy_));
  EXPECT_TRUE(std::filesystem::is_directory(deep));
}

TEST_F(RocksDbStoreTest, SaysSoWhenTheFolderCannotBeMade) {
  write_bytes(folder_.path() / "file", "x");
  EXPECT_EQ(code_of(open_rocksdb_store(folder_.path() / "file", clock_, entropy_)),
            "store-unavailable");
}

TEST_F(RocksDbStoreTest, IsOpenedOnceAtATime) {
  const auto store = open();
  ASSERT_TRUE(store);
  EXPECT_EQ(code_of(open()), "store-in-use");
  Child other({"open", folder_.path().string()});
  EXPECT_EQ(other.read_line(), "store-in-use");
}

TEST_F(RocksDbStoreTest, RefusesAnotherFormat) {
  ASSERT_TRUE(open());
  {
    const auto database = Database::open(folder_.path(), Access::Write).value();
    rocksdb::WriteBatch batch;
    batch.Put((*database)[Family::Meta], "format", "1");
    ASSERT_TRUE(database->write(batch, true));
  }
  EXPECT_EQ(code_of(open()), "store-format-unknown");
  EXPECT_EQ(code_of(verify(folder_.path())), "store-format-unknown");
}

TEST_F(RocksDbStoreTest, DoesNotBeginAnewOverALostDatabase) {
  ASSERT_TRUE((*open())->append(command("c1", dossier("a"), {"precious"})));
  std::filesystem::rename(folder_.path() / "events" / "CURRENT",
                          folder_.path() / "events" / "CURRENT.away");
  EXPECT_EQ(code_of(open()), "store-damaged");
  EXPECT_FALSE(verify(folder_.path())->sound());
  std::filesystem::rename(folder_.path() / "events" / "CURRENT.away",
                          folder_.path() / "events" / "CURRENT");
  EXPECT_EQ((*open())->head(), 1U);
}

TEST_F(RocksDbStoreTest, TakesALostManifestForDamage) {
  ASSERT_TRUE((*open())->append(command("c1", dossier("a"), {"precious"})));
  write_bytes(folder_.path() / "events" / "CURRENT", "MANIFEST-999999\n");
  EXPECT_EQ(code_of(open()), "store-damaged");
  EXPECT_FALSE(verify(folder_.path())->sound());
}

TEST_F(RocksDbStoreTest, ClosedItKeepsEventsInTableFilesOnly) {
  ASSERT_TRUE((*open())->append(command("c1", dossier("a"), {"canary-payload"})));
  EXPECT_TRUE(files_with(folder_.path(), ".log", "canary-payload").empty());
  EXPECT_EQ(files_with(folder_.path(), ".sst", "canary-payload").size(), 1U);
}

TEST_F(RocksDbStoreTest, ReadingADamagedEventThrowsRatherThanLeaveAHole) {
  ASSERT_TRUE((*open())->append(command("c1", dossier("a"), {"1", "2", "3"})));
  rewrite_event(folder_.path(), 2, 20);
  const auto store = open();
  ASSERT_TRUE(store);
  EXPECT_EQ((*store)->read_all(1, 1).size(), 1U);
  EXPECT_THROW((void)(*store)->read_all(1, 3), Damaged);
  EXPECT_THROW((void)(*store)->read_stream(dossier("a"), 1, 3), Damaged);
}

class DiskTest : public RocksDbStoreTest {
 protected:
  std::shared_ptr<BreakableDisk> disk_ = std::make_shared<BreakableDisk>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(disk_);
};

class BrokenDisk : public DiskTest, public ::testing::WithParamInterface<Breakage> {};

INSTANTIATE_TEST_SUITE_P(Ways, BrokenDisk,
                         ::testing::Values(Breakage::Write, Breakage::Sync, Breakage::Full));

TEST_P(BrokenDisk, MakesTheStoreReadOnlyAndLosesNothingAcknowledged) {
  const ModelName model{"results", 1};
  {
    const auto store = open(env_.get()).value();
    ASSERT_TRUE(store->append(command("c1", dossier("a"), {"1"})));
    ASSERT_TRUE(store->commit(model, 1, std::vector<RowChange>{{"k", "1"}}));
    disk_->break_at(GetParam());
    const auto refused = store->append(command("c2", dossier("a"), {"2"}));
    EXPECT_EQ(code_of(refused), "store-read-only");
    EXPECT_EQ(refused.error().kind, core::ErrorKind::Unavailable);
    EXPECT_EQ(code_of(store->health()), "store-read-only");
    disk_->mend();
    EXPECT_EQ(code_of(store->append(command("c3", dossier("b"), {"3"}))), "store-read-only");
    EXPECT_EQ(code_of(store->commit(model, 2, {})), "store-read-only");
    EXPECT_EQ(code_of(store->drop(model)), "store-read-only");
    EXPECT_EQ(store->head(), 1U);
    EXPECT_EQ(payloads_of(store->read_all(1, 9)), std::vector<std::string>{"1"});
    EXPECT_EQ(store->version_of(dossier("a")), 1U);
    EXPECT_EQ(store->view(model)->get("k"), "1");
  }
  EXPECT_TRUE(verify(folder_.path())->sound());
  const auto store = open().value();
  const auto again = store->append(command("c2", dossier("a"), {"2"}));
  EXPECT_EQ(again->first, 2U) << "in doubt before; applied once now";
}

TEST_F(DiskTest, BrokenUnderAReadModelMakesTheWholeStoreReadOnly) {
  const auto store = open(env_.get()).value();
  ASSERT_TRUE(store->commit({"results", 1}, 0, {}));
  disk_->break_at(Breakage::Write);
  EXPECT_EQ(code_of(store->commit({"results", 1}, 1, {})), "store-read-only");
  disk_->mend();
  EXPECT_EQ(code_of(store->append(command("c1", dossier("a"), {"1"}))), "store-read-only");
}

}  // namespace
}  // namespace eventstore::testing
