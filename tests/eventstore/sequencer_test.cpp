#include "eventstore/sequencer.hpp"

#include <gtest/gtest.h>

#include "eventstore/errors.hpp"
#include "eventstore/memory_log.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

/// The log in memory, on a disk that can be broken.
class BreakableLog final : public Storage {
 public:
  [[nodiscard]] Tail tail() const override { return log_.tail(); }
  [[nodiscard]] core::Result<Erasures> erased() const override { return log_.erased(); }
  [[nodiscard]] core::Result<void> write(const Batch& batch) override {
    ++writes;
    if (broken) return core::fail(store_read_only());
    return log_.write(batch);
  }
  [[nodiscard]] core::Result<std::optional<CommandRecord>> find_command(
      const core::CommandId& id, Position head) const override {
    return log_.find_command(id, head);
  }
  [[nodiscard]] core::Result<Version> version_of(const StreamName& stream,
                                                 Position head) const override {
    if (stream.id == "damaged") return core::fail(damaged_store("index"));
    return log_.version_of(stream, head);
  }
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_stream(const StreamName& stream,
                                                                   Version from, std::size_t limit,
                                                                   Position head) const override {
    return log_.read_stream(stream, from, limit, head);
  }
  [[nodiscard]] core::Result<std::vector<StoredEvent>> read_all(Position from, std::size_t limit,
                                                                Position head) const override {
    return log_.read_all(from, limit, head);
  }

  [[nodiscard]] core::Result<std::vector<Digest>> read_nodes(unsigned height, std::uint64_t first,
                                                             std::uint64_t count) const override {
    return log_.read_nodes(height, first, count);
  }
  [[nodiscard]] core::Result<std::vector<KnownCommand>> read_commands(
      const core::CommandId& after, std::size_t limit, Position head) const override {
    return log_.read_commands(after, limit, head);
  }

  bool broken = false;
  int writes = 0;

 private:
  MemoryLog log_;
};

class SequencerTest : public ::testing::Test {
 protected:
  std::vector<Sequencer::Answer> commit(std::vector<Append> group) {
    return sequencer_.commit(group);
  }

  BreakableLog log_;
  ManualClock clock_;
  CountingEntropy entropy_;
  PersonKeys keys_{entropy_};
  Sequencer sequencer_{log_, keys_, clock_, entropy_};
};

TEST_F(SequencerTest, WritesAGroupAtOnce) {
  const auto answers =
      commit({command_at("c1", dossier("a"), 0, {"1"}), command_at("c2", dossier("a"), 1, {"2"}),
              command_at("c3", dossier("b"), 0, {"3", "4"})});
  EXPECT_EQ(log_.writes, 1);
  EXPECT_EQ(answers.at(1)->first, 2U);
  EXPECT_EQ(answers.at(2)->last(), 4U);
  EXPECT_EQ(sequencer_.head(), 4U);
}

TEST_F(SequencerTest, SeesWhatWasAcceptedBeforeInTheSameGroup) {
  const auto answers =
      commit({command_at("c1", dossier("a"), 0, {"1"}), command_at("c2", dossier("a"), 0, {"2"}),
              command_at("c1", dossier("a"), 0, {"1"}), command("c3", dossier("b"), {})});
  EXPECT_EQ(code_of(answers.at(1)), "stale-version");
  EXPECT_TRUE(answers.at(2)->repeated);
  EXPECT_EQ(answers.at(3)->first, 1U) << "the head at that time";
  EXPECT_EQ(sequencer_.head(), 1U);
}

TEST_F(SequencerTest, ARefusedAppendHarmsNoOther) {
  auto reused = command("c1", dossier("a"), {"other"});
  reused.request_hash = digest(2);
  const auto answers =
      commit({command("c1", dossier("a"), {"1"}), reused, command("c2", dossier("damaged"), {"2"}),
              command_at("c3", dossier("a"), 1, {"3"})});
  EXPECT_TRUE(answers.at(0));
  EXPECT_EQ(code_of(answers.at(1)), "command-id-reused");
  EXPECT_EQ(code_of(answers.at(2)), "store-damaged");
  EXPECT_EQ(answers.at(3)->first, 2U);
}

TEST_F(SequencerTest, WritesNothingWhenNothingWasAccepted) {
  (void)commit({command("c1", dossier("a"), {"1"})});
  (void)commit({command("c1", dossier("a"), {"1"}), command_at("c2", dossier("a"), 9, {"2"})});
  EXPECT_EQ(log_.writes, 1);
}

TEST_F(SequencerTest, AFailedWriteEndsAllWritingForGood) {
  (void)commit({command("c1", dossier("a"), {"1"})});
  log_.broken = true;
  const auto answers = commit({command("c2", dossier("a"), {"2"}), command("c2", dossier("a"), {}),
                               command_at("c3", dossier("a"), 9, {"3"})});
  EXPECT_EQ(code_of(answers.at(0)), "store-read-only");
  EXPECT_EQ(code_of(answers.at(1)), "store-read-only");
  EXPECT_EQ(code_of(answers.at(2)), "stale-version");
  log_.broken = false;
  EXPECT_EQ(code_of(commit({command("c2", dossier("a"), {"2"})}).at(0)), "store-read-only");
  EXPECT_EQ(log_.writes, 2) << "never tried again";
  EXPECT_EQ(sequencer_.head(), 1U);
}

TEST_F(SequencerTest, GivesEveryEventAnIdAndASaltOfItsOwn) {
  (void)commit({command("c1", dossier("a"), {"1", "2"})});
  const auto events = log_.read_all(1, 9, 2).value();
  EXPECT_NE(events.at(0).id, events.at(1).id);
  EXPECT_NE(events.at(0).salt, events.at(1).salt);
}

}  // namespace
}  // namespace eventstore::testing
