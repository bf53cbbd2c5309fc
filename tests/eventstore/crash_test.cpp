#include <gtest/gtest.h>

#include <random>

#include "eventstore/rocksdb_store.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/child.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/effort.hpp"
#include "tests/eventstore/oracle.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

class CrashTest : public ::testing::Test {
 protected:
  std::unique_ptr<Store> open() {
    return open_rocksdb_store(folder_.path(), clock_, entropy_).value();
  }

  /// A child appends until it is killed somewhere after its nth acknowledgement.
  void live_and_die(int acknowledgements) {
    Child child({"append", folder_.path().string()});
    ASSERT_TRUE(oracle_.hear(child, acknowledgements)) << "the child ended by itself";
    child.kill();
    oracle_.hear_out(child);
  }

  void expect_sound() {
    const auto verification = verify(folder_.path());
    if (!verification) {
      EXPECT_EQ(code_of(verification), "store-unavailable");
      EXPECT_TRUE(oracle_.heard_nothing()) << "killed before there was a store";
      return;
    }
    EXPECT_TRUE(verification->sound()) << verification->fault->error.en;
  }

  TemporaryFolder folder_;
  SystemClock clock_;
  SystemEntropy entropy_;
  Oracle oracle_;
};

TEST_F(CrashTest, KilledAtAnyInstantItLosesNothingAcknowledged) {
  std::mt19937 random(20210216);
  for (int cycle = 0; cycle < effort(12, 200); ++cycle) {
    live_and_die(std::uniform_int_distribution<int>(0, 150)(random));
    ASSERT_FALSE(HasFatalFailure());
    expect_sound();
    const auto store = open();
    EXPECT_EQ(oracle_.faults_of(*store), std::vector<std::string>{});
    const auto view = store->view({"count", 1});
    EXPECT_EQ(view->get("seen").value_or("0"), std::to_string(view->checkpoint()));
    EXPECT_LE(view->checkpoint(), store->head());
  }
  EXPECT_FALSE(oracle_.heard_nothing());
}

/// A copy of an open store's files is what a kill at that instant leaves behind. Every byte is
/// tried by `verify`, which must agree with opening.
class TornTailTest : public CrashTest {
 protected:
  TornTailTest() {
    const auto store = open();
    EXPECT_TRUE(store->append(command("c1", dossier("a"), {"first-1", "first-2"})));
    std::filesystem::copy_file(folder_.path() / "checkpoint", folder_.path() / "earlier");
    begin_ = std::filesystem::file_size(files_with(folder_.path(), ".log", "first-2").at(0));
    EXPECT_TRUE(store->append(command("c2", dossier("a"), {"second-1", "second-2"})));
    copy_store(folder_.path(), image_.path());
    log_ = files_with(image_.path(), ".log", "second-2").at(0);
    bytes_ = bytes_of(log_);
    end_ = bytes_.find_last_not_of('\0') + 1;
  }

  /// The head of the image with the log as `bytes`, or its refusal.
  core::Result<Position> head_with(std::string_view bytes) {
    write_bytes(log_, bytes);
    const auto verification = verify(image_.path()).value();
    core::Result<Position> head = verification.checked;
    if (verification.fault) head = core::fail(verification.fault->error);
    if (++tried_ % effort(41, 1) == 0) expect_opening_agrees(head);
    return head;
  }

  void expect_opening_agrees(const core::Result<Position>& head) {
    const TemporaryFolder copy;
    copy_store(image_.path(), copy.path());
    const auto store = open_rocksdb_store(copy.path(), clock_, entropy_);
    const auto appended =
        store ? (*store)->append(command("c9", dossier("a"), {})) : core::fail(store.error());
    EXPECT_EQ(appended.has_value(), head.has_value());
    EXPECT_TRUE(!appended || (*store)->head() == *head);
  }

  core::Result<Appended> append_to_image() {
    const auto store = open_rocksdb_store(image_.path(), clock_, entropy_);
    return store ? (*store)->append(command("c9", dossier("a"), {"late"}))
                 : core::fail(store.error());
  }

  TemporaryFolder image_;
  std::filesystem::path log_;
  std::string bytes_;
  std::size_t begin_ = 0;  ///< of the second append's record
  std::size_t end_ = 0;    ///< of the second append's record
  int tried_ = 0;
};

TEST_F(TornTailTest, ATailCutOffAfterItWasAcknowledgedIsNoticed) {
  EXPECT_EQ(head_with(bytes_).value(), 4U);
  for (auto size = end_ - 1; size >= begin_; --size)
    EXPECT_EQ(code_of(head_with(bytes_.substr(0, size))), "log-behind-checkpoint") << size;
}

/// Whoever finds the lost end again, on a disk that recovers or in a copy, can put it back.
TEST_F(TornTailTest, ARefusedOpeningDestroysNothing) {
  const auto cut = bytes_.substr(0, end_ - 1);
  write_bytes(log_, cut);
  for (int round = 0; round < 2; ++round)
    EXPECT_EQ(code_of(append_to_image()), "log-behind-checkpoint");
  EXPECT_EQ(bytes_of(log_), cut);
  write_bytes(log_, bytes_);
  EXPECT_EQ(append_to_image()->first, 5U);
}

TEST_F(TornTailTest, ATailCutOffBeforeItWasAcknowledgedIsDroppedWhole) {
  std::filesystem::rename(image_.path() / "earlier", image_.path() / "checkpoint");
  for (auto size = end_ - 1; size >= begin_; --size)
    EXPECT_EQ(head_with(bytes_.substr(0, size)).value(), 2U) << size;
  EXPECT_EQ(code_of(head_with(bytes_.substr(0, begin_ - 1))), "log-behind-checkpoint");
}

TEST_F(TornTailTest, AByteChangedAnywhereInAnAcknowledgedRecordIsRefused) {
  const auto step = static_cast<std::size_t>(effort(5, 1));
  for (auto offset = end_ - 1; offset >= begin_; offset -= step) {
    auto bytes = bytes_;
    bytes[offset] = static_cast<char>(bytes[offset] ^ 0x01);
    EXPECT_FALSE(head_with(bytes)) << offset;
  }
}

}  // namespace
}  // namespace eventstore::testing
