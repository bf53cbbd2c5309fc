#include <gtest/gtest.h>

#include <mutex>
#include <string>
#include <vector>

#include "eventstore/memory_store.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "tests/eventstore/breakable_disk.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

/// Writes down what it is told.
class Notebook final : public Observer {
 public:
  void committed(std::size_t appends, std::size_t bytes) override {
    const std::lock_guard lock(mutex_);
    groups_.emplace_back(appends, bytes);
  }
  void answered(std::chrono::nanoseconds waited, const core::Error* refusal) override {
    const std::lock_guard lock(mutex_);
    EXPECT_GT(waited.count(), 0);
    answers_.push_back(refusal == nullptr ? "" : refusal->code);
  }
  void read_only(const core::Error& why) override {
    const std::lock_guard lock(mutex_);
    refusals_.push_back(why.code);
  }

  std::vector<std::pair<std::size_t, std::size_t>> groups_;
  std::vector<std::string> answers_;
  std::vector<std::string> refusals_;

 private:
  std::mutex mutex_;
};

using Codes = std::vector<std::string>;

class ObserverTest : public ::testing::Test {
 protected:
  ManualClock clock_;
  CountingEntropy entropy_;
  Notebook notebook_;
};

TEST_F(ObserverTest, IsToldOfEveryGroupAndEveryAnswer) {
  const auto store = make_memory_store(clock_, entropy_, notebook_);
  const auto first = command_at("c1", dossier("a"), 0, {"12345"});
  ASSERT_TRUE(store->append(first));
  EXPECT_FALSE(store->append(command_at("c2", dossier("a"), 0, {"1"})));
  EXPECT_EQ(notebook_.answers_, (Codes{"", "stale-version"}));
  ASSERT_EQ(notebook_.groups_.size(), 2U);
  EXPECT_EQ(notebook_.groups_[0].first, 1U);
  EXPECT_EQ(notebook_.groups_[0].second, 5 + first.answer.size());
  EXPECT_TRUE(notebook_.refusals_.empty());
  EXPECT_TRUE(store->health());
  EXPECT_EQ(store->queued(), 0U);
}

TEST_F(ObserverTest, IsToldOnceThatTheStoreTakesNothingMore) {
  const TemporaryFolder folder;
  const auto disk = std::make_shared<BreakableDisk>();
  const auto env = rocksdb::NewCompositeEnv(disk);
  const auto store =
      open_rocksdb_store(folder.path(), clock_, entropy_, env.get(), "test", notebook_).value();
  EXPECT_TRUE(store->health());
  disk->break_at(Breakage::Write);
  EXPECT_FALSE(store->append(command("c1", dossier("a"), {"1"})));
  EXPECT_FALSE(store->append(command("c2", dossier("a"), {"2"})));
  EXPECT_EQ(notebook_.refusals_, Codes{"store-read-only"});
  EXPECT_EQ(notebook_.answers_, (Codes{"store-read-only", "store-read-only"}));
  EXPECT_EQ(code_of(store->health()), "store-read-only");
}

TEST_F(ObserverTest, TheStoreTellsHowMuchOfTheDiskItTakes) {
  const auto bench = rocksdb_bench();
  const auto before = bench->store().size_on_disk();
  ASSERT_TRUE(bench->store().append(command("c1", dossier("a"), {std::string(100'000, 'x')})));
  EXPECT_GE(bench->store().size_on_disk(), before + 100'000);
}

}  // namespace
}  // namespace eventstore::testing
