#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t writers = 8;
constexpr std::size_t appends = 25;  // of each
constexpr Position expected = 2 * writers * appends;

/// Follows the log as a read model does.
class Subscriber {
 public:
  explicit Subscriber(const Store& store) : store_(store) {}

  /// Until the whole log was seen; whoever is told to stop in between just goes on.
  void follow() {
    while (seen_ < expected) {
      (void)store_.wait_past(seen_, milliseconds(60'000));
      for (const auto& event : store_.read_all(seen_ + 1, 7)) {
        sound_ = sound_ && event.position == seen_ + 1;
        seen_ = event.position;
      }
    }
  }
  [[nodiscard]] bool sound() const { return sound_ && seen_ == expected; }

 private:
  const Store& store_;
  Position seen_ = 0;
  bool sound_ = true;
};

class SubscriberTest : public ::testing::TestWithParam<std::unique_ptr<Bench> (*)()> {
 protected:
  void append_all(const std::string& writer) {
    for (std::size_t i = 0; i < appends; ++i) {
      const auto name = writer + "-" + std::to_string(i);
      if (!store().append(command_at(name, dossier(writer), 2 * i, {name, "more"}))) ++refused_;
    }
  }
  Store& store() { return bench_->store(); }

  std::unique_ptr<Bench> bench_ = GetParam()();
  std::atomic<int> refused_ = 0;
};

INSTANTIATE_TEST_SUITE_P(Engines, SubscriberTest, ::testing::Values(&memory_bench, &rocksdb_bench),
                         [](const auto& engine) {
                           return engine.param == &memory_bench ? "memory" : "rocksdb";
                         });

/// Whoever misses a wake-up waits for a minute, and the test with it.
TEST_P(SubscriberTest, UnderLoadEachSeesEveryEventOnceInOrder) {
  std::vector<Subscriber> subscribers(4, Subscriber(store()));
  std::vector<std::thread> threads;
  for (auto& subscriber : subscribers) threads.emplace_back([&] { subscriber.follow(); });
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([this, writer] { append_all(std::to_string(writer)); });
  while (store().head() < expected) store().wake_all();
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused_, 0);
  for (const auto& subscriber : subscribers) EXPECT_TRUE(subscriber.sound());
}

}  // namespace
}  // namespace eventstore::testing
