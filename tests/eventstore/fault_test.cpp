#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "eventstore/errors.hpp"
#include "eventstore/limits.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/breakable_disk.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/effort.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

constexpr std::size_t all = 1'000'000;
const ModelName model{"results", 1};

/// A store on a disk that breaks at one of its operations. It does not really sync, for speed:
/// no power is lost here.
class FaultTest : public ::testing::Test {
 protected:
  FaultTest() { disk_->lies = true; }

  core::Result<std::unique_ptr<Store>> open(const std::filesystem::path& folder) {
    return open_rocksdb_store(folder, clock_, entropy_, env_.get());
  }

  /// Appends over one and two streams, rows in between, and an orderly close, as far as it gets.
  void live(const std::filesystem::path& folder) {
    acknowledged_.clear();
    refused_.reset();
    const auto store = open(folder);
    if (!store) return;
    for (int i = 0; i < 6; ++i) {
      note((*store)->append(append_of(i)), i);
      if (i % 3 == 1) note((*store)->commit(model, (*store)->head(), rows_at(i)));
    }
    expect_reads_go_on(**store);
  }

  /// Once something was refused, everything is.
  template <class T>
  bool note(const core::Result<T>& answer) {
    EXPECT_FALSE(refused_ && answer) << "refused for good";
    if (answer) return true;
    refused_ = answer.error();
    EXPECT_EQ(refused_->code, "store-read-only");
    EXPECT_EQ(refused_->kind, core::ErrorKind::Unavailable);
    return false;
  }
  void note(const core::Result<Appended>& answer, int i) {
    if (note(answer)) acknowledged_.push_back(i);
  }

  /// Readers see what was acknowledged, and no more.
  void expect_reads_go_on(const Store& store) const {
    EXPECT_EQ(payloads_of(store.read_all(1, all)), payloads_of(acknowledged_));
    EXPECT_EQ(store.head(), 2 * acknowledged_.size());
    (void)store.view(model)->checkpoint();
  }

  /// What is there afterwards begins with what was acknowledged, and no append is there in part.
  void expect_nothing_lost(const std::filesystem::path& folder) {
    disk_->mend();
    disk_->lose_what_was_not_synced();
    const auto store = open(folder);
    ASSERT_TRUE(store) << store.error().en;
    const auto found = payloads_of((*store)->read_all(1, all));
    const auto expected = payloads_of(acknowledged_);
    ASSERT_GE(found.size(), expected.size());
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), found.begin()));
    EXPECT_EQ(found.size() % 2, 0U);
    for (int i = 0; i < 6; ++i) EXPECT_TRUE((*store)->append(append_of(i))) << "sent again";
    EXPECT_EQ((*store)->head(), 12U) << "each once";
  }

  /// Breaks the operations of a life in turn, from the first to the last; says how many there are.
  /// Every one of them at length, else every sixth.
  std::uint64_t break_everywhere(Breakage breakage) {
    const auto stride = static_cast<std::uint64_t>(effort(6, 1));
    for (std::uint64_t n = 1;; n += stride) {
      SCOPED_TRACE("broken at operation " + std::to_string(n));
      const TemporaryFolder folder;
      disk_->break_at(breakage, n);
      live(folder.path());
      if (!disk_->broke()) return n - 1;
      EXPECT_EQ(disk_->retried_syncs(), 0) << "no fsync is tried again";
      expect_nothing_lost(folder.path());
      EXPECT_TRUE(verify(folder.path())->sound());
      if (HasFailure()) return n;
    }
  }

  static Append append_of(int i) {
    const auto name = std::to_string(i);
    auto append = command("c" + name, dossier("a"), {"first-" + name});
    append.events.push_back({i % 2 == 0 ? dossier("a") : dossier("b"), "noted", 1, name});
    return append;
  }
  static std::vector<std::string> payloads_of(const std::vector<int>& appends) {
    std::vector<std::string> payloads;
    for (const auto i : appends)
      for (const auto& event : append_of(i).events) payloads.push_back(event.payload);
    return payloads;
  }
  static std::vector<std::string> payloads_of(const std::vector<StoredEvent>& events) {
    return testing::payloads_of(events);
  }
  static std::vector<RowChange> rows_at(int i) { return {{"row", std::to_string(i)}}; }

  std::shared_ptr<BreakableDisk> disk_ = std::make_shared<BreakableDisk>();
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(disk_);
  ManualClock clock_;
  CountingEntropy entropy_;
  std::vector<int> acknowledged_;
  std::optional<core::Error> refused_;
};

class EveryOperation : public FaultTest, public ::testing::WithParamInterface<Breakage> {};

INSTANTIATE_TEST_SUITE_P(Ways, EveryOperation,
                         ::testing::Values(Breakage::Write, Breakage::ShortWrite, Breakage::Full,
                                           Breakage::Sync));

TEST_P(EveryOperation, MayFailAndNothingAcknowledgedIsLostNorAnyFsyncRetried) {
  const auto operations = break_everywhere(GetParam());
  RecordProperty("operations", std::to_string(operations));
  EXPECT_GT(operations, 20U);
}

/// A store that was killed: its first events lie in table files, its last in the write-ahead log.
class ReadFault : public FaultTest {
 protected:
  ReadFault() {
    note(open(folder_.path()).value());
    const auto store = open(folder_.path()).value();
    for (int i = 3; i < 6; ++i) note((*store).append(append_of(i)), i);
    copy_store(folder_.path(), killed_.path());
  }

  void note(const std::unique_ptr<Store>& store) {
    for (int i = 0; i < 3; ++i) FaultTest::note(store->append(append_of(i)), i);
    EXPECT_TRUE(store->commit(model, store->head(), rows_at(2)));
  }
  using FaultTest::note;

  /// Whatever is answered is right; what cannot be is refused.
  void expect_truth_or_refusal(const std::filesystem::path& folder) {
    const auto store = open(folder);
    const auto healthy = store ? (*store)->health() : core::fail(store.error());
    if (!healthy) {
      EXPECT_EQ(healthy.error().kind, core::ErrorKind::Unavailable) << healthy.error().code;
      return;
    }
    try {
      EXPECT_EQ((*store)->head(), 12U);
      EXPECT_EQ(payloads_of((*store)->read_all(1, all)), payloads_of(acknowledged_));
      EXPECT_EQ((*store)->view(model)->get("row"), "2");
    } catch (const Damaged& damaged) {
      EXPECT_EQ(damaged.error().code, "store-damaged");
    }
  }

  TemporaryFolder folder_;
  TemporaryFolder killed_;
};

TEST_F(ReadFault, ABitChangedInAnyReadIsNoticedAndHarmsNothingForGood) {
  ASSERT_EQ(acknowledged_.size(), 6U);
  std::uint64_t n = 0;
  do {
    SCOPED_TRACE("changed in read " + std::to_string(++n));
    const TemporaryFolder copy;
    copy_store(killed_.path(), copy.path());
    disk_->break_at(Breakage::Read, n);
    expect_truth_or_refusal(copy.path());
    if (!disk_->broke()) break;
    disk_->mend();
    EXPECT_EQ(payloads_of(open(copy.path()).value()->read_all(1, all)), payloads_of(acknowledged_));
  } while (!HasFailure());
  EXPECT_GT(n, 20U);
}

TEST_F(FaultTest, ADiskThatIsNearlyFullTakesNoAppendUntilThereIsRoom) {
  const TemporaryFolder folder;
  const auto store = open(folder.path()).value();
  disk_->free_space = least_free_space;
  EXPECT_TRUE(store->append(append_of(0)));
  disk_->free_space = least_free_space - 1;
  const auto refused = store->append(append_of(1));
  EXPECT_EQ(code_of(refused), "disk-nearly-full");
  EXPECT_EQ(refused.error().kind, core::ErrorKind::Unavailable);
  EXPECT_EQ(code_of(store->health()), "disk-nearly-full");
  EXPECT_EQ(payloads_of(store->read_all(1, all)), payloads_of(std::vector{0}));
  EXPECT_TRUE(store->append(append_of(0))->repeated) << "nothing is written for it";
  EXPECT_TRUE(store->commit(model, 2, rows_at(0))) << "rows may use the room that is kept";
  disk_->free_space = least_free_space;
  EXPECT_TRUE(store->health());
  EXPECT_EQ(store->append(append_of(1))->first, 3U) << "nothing had failed";
}

TEST_F(FaultTest, WhatFailsInTheBackgroundEndsAllWritingAtOnce) {
  const TemporaryFolder folder;
  const auto database = Database::open(folder.path(), Access::Write, env_.get()).value();
  rocksdb::WriteBatch batch;
  batch.Put((*database)[Family::Events], "k", "v");
  ASSERT_TRUE(database->write(batch, true));
  disk_->break_at(Breakage::Full);
  EXPECT_FALSE(database->db().Flush(rocksdb::FlushOptions(), (*database)[Family::Events]).ok());
  disk_->mend();
  const auto health = database->health();
  EXPECT_EQ(code_of(health), "store-read-only");
  EXPECT_NE(health.error().pt.find("cheio"), std::string::npos);
  EXPECT_EQ(code_of(database->write(batch, false)), "store-read-only");
}

}  // namespace
}  // namespace eventstore::testing
