#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>
#include <filesystem>

#include "eventstore/rocksdb_store.hpp"
#include "tests/eventstore/model.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

StreamName any_stream() {
  return {*rc::gen::element<std::string>("dossier", "edition"),
          *rc::gen::element<std::string>("a", "ab", "b")};
}

Append any_append(const Model& model) {
  auto append = command("c" + std::to_string(*rc::gen::inRange(0, 12)), any_stream(), {});
  append.request_hash = digest(*rc::gen::weightedElement<unsigned char>({{4, 1}, {1, 2}}));
  const auto expected = *rc::gen::inRange(0, 3);
  for (int i = 0; i < expected; ++i) {
    const auto stream = any_stream();
    const auto wrong = *rc::gen::weightedElement<Version>({{5, 0}, {1, 1}});
    append.expected.push_back({stream, model.stream(stream).size() + wrong});
  }
  for (const auto& payload :
       *rc::gen::container<std::vector<std::string>>(rc::gen::arbitrary<std::string>()))
    append.events.push_back({any_stream(), "noted", 1, payload});
  return append;
}

void expect_same(const Store& store, const Model& model) {
  RC_ASSERT(store.head() == model.log.size());
  const auto events = store.read_all(1, model.log.size() + 1);
  RC_ASSERT(events.size() == model.log.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    RC_ASSERT(events[i].position == i + 1);
    RC_ASSERT(std::pair(events[i].stream, events[i].payload) == model.log[i]);
  }
  for (const auto& category : {"dossier", "edition"})
    for (const auto& id : {"a", "ab", "b"}) {
      const StreamName name{category, id};
      const auto expected = model.stream(name);
      RC_ASSERT(store.version_of(name) == expected.size());
      RC_ASSERT(payloads_of(store.read_stream(name, 1, 1'000'000)) == expected);
    }
}

/// A RocksDB store that is sometimes killed where it would be closed: it goes on from a copy of its
/// files, taken while it was open.
class MortalBench final : public Bench {
 public:
  [[nodiscard]] Store& store() override { return *store_; }
  void reopen() override {
    if (!*rc::gen::arbitrary<bool>()) {
      store_.reset();
    } else {
      auto copy = std::make_unique<TemporaryFolder>();
      copy_store(folder_->path(), copy->path());
      store_.reset();
      folder_ = std::move(copy);
    }
    store_ = open();
  }

 private:
  std::unique_ptr<Store> open() {
    return open_rocksdb_store(folder_->path(), clock, entropy).value();
  }

  std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
  std::unique_ptr<Store> store_ = open();
};

/// A subscriber's next few events, if there are any, without waiting.
void follow(const Store& store, std::vector<std::string>& seen) {
  const bool more = store.wait_past(seen.size(), std::chrono::milliseconds(0));
  RC_ASSERT(more == (store.head() > seen.size()));
  const auto events = store.read_all(seen.size() + 1, *rc::gen::inRange<std::size_t>(1, 6));
  RC_ASSERT(more == !events.empty());
  for (const auto& event : events) {
    RC_ASSERT(event.position == seen.size() + 1);
    seen.push_back(event.payload);
  }
}

void expect_seen(const std::vector<std::string>& seen, const Model& model) {
  RC_ASSERT(seen.size() <= model.log.size());
  for (std::size_t i = 0; i < seen.size(); ++i) RC_ASSERT(seen[i] == model.log[i].second);
}

void live(Bench& bench) {
  Model model;
  std::vector<std::string> seen;
  const auto steps = *rc::gen::inRange(1, 25);
  for (int step = 0; step < steps; ++step) {
    if (*rc::gen::inRange(0, 15) == 0) bench.reopen();
    if (*rc::gen::inRange(0, 4) == 0) follow(bench.store(), seen);
    const auto append = any_append(model);
    const auto expected = model.append(append);
    const auto answer = bench.store().append(append);
    RC_ASSERT(code_of(answer) == expected);
    if (!answer) continue;
    const auto& applied = model.commands.at(append.command_id.text());
    RC_ASSERT(answer->first == applied.first);
    RC_ASSERT(answer->count == applied.count);
  }
  expect_same(bench.store(), model);
  expect_seen(seen, model);
}

RC_GTEST_PROP(ModelTest, MemoryDoesWhatAPlainMapWouldDo, ()) {
  live(*memory_bench());
}

TEST(ModelTest, RocksDbDoesWhatAPlainMapWouldDo) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = 12;
  params.maxSize = 30;
  const auto result = rc::detail::checkTestable(
      [] {
        MortalBench bench;
        live(bench);
      },
      rc::detail::TestMetadata{}, params);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << result;
}

}  // namespace
}  // namespace eventstore::testing
