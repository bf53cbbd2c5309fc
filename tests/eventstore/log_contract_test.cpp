#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>
#include <vector>

#include "eventstore/limits.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

using std::chrono::milliseconds;
using Payloads = std::vector<std::string>;

constexpr std::size_t all = 1'000'000;
constexpr std::size_t writers = 64;

/// What every engine must keep.
class LogContract : public ::testing::TestWithParam<std::unique_ptr<Bench> (*)()> {
 protected:
  Appended applied(Append append) { return store().append(std::move(append)).value(); }
  Store& store() { return bench_->store(); }

  std::unique_ptr<Bench> bench_ = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(Engines, LogContract, ::testing::Values(&memory_bench, &rocksdb_bench),
                         [](const auto& engine) {
                           return engine.param == &memory_bench ? "memory" : "rocksdb";
                         });

TEST_P(LogContract, AnEmptyLogHasNothing) {
  EXPECT_EQ(store().head(), 0U);
  EXPECT_EQ(store().version_of(dossier("2021-1701")), 0U);
  EXPECT_TRUE(store().read_all(1, all).empty());
  EXPECT_TRUE(store().read_stream(dossier("2021-1701"), 1, all).empty());
}

TEST_P(LogContract, AnEventKeepsAllThatWasSaidOfIt) {
  auto append = command("c1", dossier("2021-1701"), {std::string("{\"a\":1}\0\xFF", 9)});
  append.correlation = core::CommandId("c0");
  append.causation = "00ff";
  append.events[0].schema_version = 7;
  bench_->clock.set(1'625'093'999'123);
  applied(append);
  bench_->reopen();
  const auto event = store().read_all(1, all).at(0);
  EXPECT_EQ(event.position, 1U);
  EXPECT_EQ(event.stream, dossier("2021-1701"));
  EXPECT_EQ(event.version, 1U);
  EXPECT_EQ(event.recorded_at, instant(1'625'093'999'123));
  EXPECT_NE(event.id, EventId{});
  EXPECT_NE(event.salt, Digest{});
  EXPECT_EQ(event.command_id.text(), "c1");
  EXPECT_EQ(event.correlation.text(), "c0");
  EXPECT_EQ(event.causation, "00ff");
  EXPECT_EQ(event.actor, "actor-1");
  EXPECT_EQ(event.type, "noted");
  EXPECT_EQ(event.schema_version, 7U);
  EXPECT_EQ(event.payload, std::string("{\"a\":1}\0\xFF", 9));
}

TEST_P(LogContract, PositionsHaveNoGapAndVersionsCountEachStream) {
  EXPECT_EQ(applied(command("c1", dossier("a"), {"1", "2"})).first, 1U);
  EXPECT_EQ(applied(command("c2", dossier("b"), {"3"})).last(), 3U);
  EXPECT_EQ(applied(command("c3", dossier("a"), {"4"})).first, 4U);
  bench_->reopen();
  EXPECT_EQ(applied(command("c4", dossier("b"), {"5"})).first, 5U);
  EXPECT_EQ(positions_of(store().read_all(1, all)), (std::vector<Position>{1, 2, 3, 4, 5}));
  EXPECT_EQ(payloads_of(store().read_stream(dossier("a"), 1, all)), (Payloads{"1", "2", "4"}));
  EXPECT_EQ(store().read_stream(dossier("b"), 2, all).at(0).version, 2U);
  EXPECT_EQ(store().version_of(dossier("a")), 3U);
}

TEST_P(LogContract, ReadsKeepToTheirFirstAndTheirLimit) {
  applied(command("c1", dossier("a"), {"1", "2", "3", "4", "5"}));
  EXPECT_EQ(payloads_of(store().read_all(2, 3)), (Payloads{"2", "3", "4"}));
  EXPECT_EQ(payloads_of(store().read_stream(dossier("a"), 2, 3)), (Payloads{"2", "3", "4"}));
  EXPECT_EQ(store().read_all(0, all).size(), 5U);
  EXPECT_EQ(store().read_stream(dossier("a"), 0, all).size(), 5U);
  EXPECT_TRUE(store().read_all(6, all).empty());
  EXPECT_TRUE(store().read_all(1, 0).empty());
  EXPECT_TRUE(store().read_stream(dossier("a"), 6, all).empty());
}

TEST_P(LogContract, AStreamIsNotMixedUpWithOneWhoseNameBeginsAlike) {
  applied(command("c1", dossier("2021-17"), {"parish"}));
  applied(command("c2", dossier("2021-1701"), {"municipality"}));
  applied(command("c3", {"dossier-2021", "17"}, {"other"}));
  EXPECT_EQ(payloads_of(store().read_stream(dossier("2021-17"), 1, all)), Payloads{"parish"});
  EXPECT_EQ(store().version_of(dossier("2021-17")), 1U);
  EXPECT_EQ(store().version_of({"dossier", "2021"}), 0U);
}

TEST_P(LogContract, AnAppendOverSeveralStreamsIsWrittenWhole) {
  auto append = command_at("c1", dossier("a"), 0, {"1"});
  append.expected.push_back({{"edition", "2021"}, 0});
  append.events.push_back({{"edition", "2021"}, "counted", 1, "2"});
  append.events.push_back({dossier("a"), "noted", 1, "3"});
  const auto answer = applied(append);
  EXPECT_EQ(answer.first, 1U);
  EXPECT_EQ(answer.count, 3U);
  EXPECT_EQ(payloads_of(store().read_stream(dossier("a"), 1, all)), (Payloads{"1", "3"}));
  EXPECT_EQ(payloads_of(store().read_stream({"edition", "2021"}, 1, all)), Payloads{"2"});
}

TEST_P(LogContract, AConflictNamesTheStreamAndWritesNothingAnywhere) {
  applied(command("c1", {"edition", "2021"}, {"opened"}));
  auto append = command_at("c2", dossier("a"), 0, {"1"});
  append.expected.push_back({{"edition", "2021"}, 0});
  const auto refused = store().append(append);
  EXPECT_EQ(code_of(refused), "stale-version");
  EXPECT_EQ(refused.error().field, "edition/2021");
  EXPECT_EQ(refused.error().kind, core::ErrorKind::Conflict);
  EXPECT_EQ(store().head(), 1U);
  EXPECT_EQ(store().version_of(dossier("a")), 0U);
  append.expected.back().version = 1;
  EXPECT_EQ(applied(append).first, 2U) << "a refused command id is free";
}

TEST_P(LogContract, ACommandSentAgainGetsItsFirstAnswer) {
  bench_->clock.set(1'700'000'000'000);
  const auto append = command_at("c1", dossier("a"), 0, {"1", "2"});
  const auto first = applied(append);
  EXPECT_FALSE(first.repeated);
  bench_->clock.set(1'800'000'000'000);
  for (int round = 0; round < 2; ++round) {
    const auto again = applied(append);
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.first, 1U);
    EXPECT_EQ(again.count, 2U);
    EXPECT_EQ(again.answer, "answer to c1");
    EXPECT_EQ(again.recorded_at, instant(1'700'000'000'000));
    bench_->reopen();
  }
  EXPECT_EQ(store().head(), 2U);
}

TEST_P(LogContract, ACommandIdWithAnotherContentIsRefused) {
  applied(command("c1", dossier("a"), {"1"}));
  bench_->reopen();
  auto other = command("c1", dossier("a"), {"2"});
  other.request_hash = digest(2);
  EXPECT_EQ(code_of(store().append(other)), "command-id-reused");
  EXPECT_EQ(code_of(store().find_command(other.command_id, other.request_hash)),
            "command-id-reused");
  EXPECT_EQ(store().head(), 1U);
}

TEST_P(LogContract, FindCommandTellsWhatWasAnswered) {
  EXPECT_FALSE(store().find_command(core::CommandId("c1"), digest(1)).value());
  applied(command("c1", dossier("a"), {"1"}));
  const auto found = store().find_command(core::CommandId("c1"), digest(1)).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->answer, "answer to c1");
  EXPECT_TRUE(found->repeated);
}

TEST_P(LogContract, ACommandWithoutEventsIsRemembered) {
  applied(command("c1", dossier("a"), {"1"}));
  const auto answer = applied(command("c2", dossier("a"), {}));
  EXPECT_EQ(answer.first, 1U);
  EXPECT_EQ(answer.count, 0U);
  EXPECT_EQ(store().head(), 1U);
  bench_->reopen();
  EXPECT_TRUE(applied(command("c2", dossier("a"), {})).repeated);
}

TEST_P(LogContract, TooMuchIsRefused) {
  const auto stream = dossier("a");
  EXPECT_EQ(code_of(store().append(command("c1", stream, {std::string(longest_payload + 1, 'x')}))),
            "event-too-large");
  EXPECT_EQ(code_of(store().append(command("c1", stream, Payloads(most_events + 1, "x")))),
            "append-too-large");
  const Payloads two_of_the_longest(2, std::string(longest_payload, 'x'));
  EXPECT_EQ(code_of(store().append(command("c1", stream, two_of_the_longest))), "append-too-large");
  EXPECT_EQ(store().head(), 0U);
  EXPECT_EQ(applied(command("c1", stream, Payloads(most_events, "x"))).count, most_events);
  EXPECT_EQ(applied(command("c2", stream, {std::string(longest_payload, 'y')})).count, 1U);
  EXPECT_EQ(store().read_all(most_events + 1, 1).at(0).payload, std::string(longest_payload, 'y'));
}

TEST_P(LogContract, RecordedAtNeverGoesBackwards) {
  bench_->clock.set(1'700'000'000'000);
  applied(command("c1", dossier("a"), {"1"}));
  bench_->clock.set(1'600'000'000'000);
  applied(command("c2", dossier("a"), {"2"}));
  bench_->reopen();
  applied(command("c3", dossier("a"), {"3"}));
  bench_->clock.set(1'700'000'000'001);
  applied(command("c4", dossier("a"), {"4"}));
  const auto events = store().read_all(1, all);
  EXPECT_EQ(events.at(1).recorded_at, instant(1'700'000'000'000));
  EXPECT_EQ(events.at(2).recorded_at, instant(1'700'000'000'000));
  EXPECT_EQ(events.at(3).recorded_at, instant(1'700'000'000'001));
}

TEST_P(LogContract, WhoeverWasAnsweredReadsWhatItWrote) {
  const auto answer = applied(command("c1", dossier("a"), {"1"}));
  EXPECT_GE(store().head(), answer.last());
  EXPECT_TRUE(store().wait_past(0, milliseconds(0)));
}

TEST_P(LogContract, WaitPastWakesWhenTheHeadMoves) {
  bool moved = false;
  std::thread waiter([&] { moved = store().wait_past(0, milliseconds(60'000)); });
  applied(command("c1", dossier("a"), {"1"}));
  waiter.join();
  EXPECT_TRUE(moved);
  EXPECT_FALSE(store().wait_past(1, milliseconds(1)));
}

TEST_P(LogContract, WakeAllEndsTheWait) {
  std::atomic<bool> ended = false;
  bool moved = true;
  std::thread waiter([&] {
    moved = store().wait_past(0, milliseconds(60'000));
    ended = true;
  });
  while (!ended) store().wake_all();
  waiter.join();
  EXPECT_FALSE(moved);
}

/// 64 writers on their own streams and one shared stream, while readers look on.
TEST_P(LogContract, ManyWritersLeaveOneLogWithoutGapOrLoss) {
  constexpr int commands = 5;
  std::atomic<bool> done = false;
  std::atomic<int> faults = 0;
  std::thread reader([&] {
    Position seen = 0;
    while (!done) {
      const auto head = store().head();
      const auto events = store().read_all(1, all);
      if (events.size() < head || head < seen) ++faults;
      for (std::size_t i = 0; i < events.size(); ++i)
        if (events[i].position != i + 1) ++faults;
      seen = head;
    }
  });
  std::vector<std::thread> threads;
  threads.reserve(writers);
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      for (int i = 0; i < commands; ++i) {
        const auto name = std::to_string(writer) + "-" + std::to_string(i);
        auto append =
            command_at(name, dossier(std::to_string(writer)), static_cast<Version>(i), {name});
        append.events.push_back({{"edition", "2021"}, "counted", 1, name});
        const auto answer = store().append(append);
        if (!answer || store().head() < answer->last()) ++faults;
      }
    });
  for (auto& thread : threads) thread.join();
  done = true;
  reader.join();
  EXPECT_EQ(faults, 0);
  bench_->reopen();
  EXPECT_EQ(store().head(), 2U * writers * commands);
  EXPECT_EQ(store().version_of({"edition", "2021"}), 1U * writers * commands);
  const auto shared = payloads_of(store().read_stream({"edition", "2021"}, 1, all));
  EXPECT_EQ(std::set(shared.begin(), shared.end()).size(), 1U * writers * commands);
}

TEST_P(LogContract, OfManyWhoExpectTheSameVersionOneWins) {
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  std::vector<std::thread> threads;
  threads.reserve(writers);
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      const auto answer =
          store().append(command_at("c" + std::to_string(writer), dossier("a"), 0, {"1"}));
      ++(answer ? won : lost);
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(lost, 63);
  EXPECT_EQ(store().head(), 1U);
}

TEST_P(LogContract, OfManyWhoSendTheSameCommandAllGetOneAnswer) {
  std::atomic<int> repeated = 0;
  std::vector<std::thread> threads;
  threads.reserve(writers);
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([&] {
      const auto answer = store().append(command_at("c1", dossier("a"), 0, {"1"}));
      if (answer && answer->first == 1 && answer->repeated) ++repeated;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(repeated, 63);
  EXPECT_EQ(store().head(), 1U);
}

}  // namespace
}  // namespace eventstore::testing
