#include <gtest/gtest.h>

#include <random>

#include "eventstore/rocksdb_store.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/child.hpp"
#include "tests/eventstore/effort.hpp"
#include "tests/eventstore/loop_disk.hpp"
#include "tests/eventstore/oracle.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

using Faults = std::vector<std::string>;

class PowerLossTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (const auto refusal = LoopDisk::refusal()) GTEST_SKIP() << *refusal;
    disk_.emplace();
  }

  core::Result<std::unique_ptr<Store>> open() {
    return open_rocksdb_store(folder(), clock_, entropy_);
  }
  [[nodiscard]] std::filesystem::path folder() const { return disk_->path() / "store"; }

  /// The child is stopped first, so that no fsync that is on its way is acknowledged without power.
  void live_until_the_power_goes(const std::string& role, int acknowledgements) {
    Child child({role, folder().string()});
    ASSERT_TRUE(oracle_.hear(child, acknowledgements)) << "the child ended by itself";
    child.stop();
    disk_->cut_power();
    child.kill();
    oracle_.hear_out(child);
    disk_->power_on();
  }

  std::optional<LoopDisk> disk_;
  Oracle oracle_;
  SystemClock clock_;
  SystemEntropy entropy_;
};

TEST_F(PowerLossTest, LosesNothingAcknowledged) {
  std::mt19937 random(20210216);
  for (int cycle = 0; cycle < effort(4, 60); ++cycle) {
    live_until_the_power_goes("append", std::uniform_int_distribution<int>(1, 100)(random));
    ASSERT_FALSE(HasFatalFailure());
    const auto verification = verify(folder()).value();
    EXPECT_TRUE(verification.sound()) << verification.fault->error.en;
    const auto store = open();
    ASSERT_TRUE(store) << store.error().en;
    EXPECT_EQ(oracle_.faults_of(**store), Faults{});
  }
}

/// If this finds nothing lost, neither would the test above.
TEST_F(PowerLossTest, AStoreThatDoesNotSyncLosesWhatItAcknowledged) {
  ASSERT_TRUE(open()) << "the store is on the disk";
  live_until_the_power_goes("append-unsynced", 200);
  ASSERT_FALSE(HasFatalFailure());
  const auto store = open();
  EXPECT_TRUE(!store || !oracle_.faults_of(**store).empty());
}

}  // namespace
}  // namespace eventstore::testing
