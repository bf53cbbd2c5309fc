#include <gtest/gtest.h>

#include <thread>
#include <utility>
#include <vector>

#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

const ModelName results{"results", 1};

class RowsContract : public ::testing::TestWithParam<std::unique_ptr<Bench> (*)()> {
 protected:
  Store& store() { return bench_->store(); }
  void keep(const ModelName& model, Position checkpoint, const std::vector<RowChange>& changes) {
    ASSERT_TRUE(store().commit(model, checkpoint, changes));
  }
  static Rows rows_of(const RowView& view, std::string_view prefix) {
    Rows rows;
    view.scan(prefix, [&](std::string_view key, std::string_view value) {
      rows.emplace_back(key, value);
      return true;
    });
    return rows;
  }

  std::unique_ptr<Bench> bench_ = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(Engines, RowsContract, ::testing::Values(&memory_bench, &rocksdb_bench),
                         [](const auto& engine) {
                           return engine.param == &memory_bench ? "memory" : "rocksdb";
                         });

TEST_P(RowsContract, AModelThatWasNeverWrittenIsEmpty) {
  const auto view = store().view(results);
  EXPECT_EQ(view->checkpoint(), 0U);
  EXPECT_FALSE(view->get("1701"));
  EXPECT_TRUE(rows_of(*view, "").empty());
}

TEST_P(RowsContract, RowsAndCheckpointAreKeptTogether) {
  keep(results, 7, {{"1701", "Alijó"}, {"0113", "Oliveira de Azeméis"}, {"", "all"}});
  keep(results, 9, {{"1701", std::nullopt}, {"9999", std::nullopt}, {"0113", "changed"}});
  bench_->reopen();
  const auto view = store().view(results);
  EXPECT_EQ(view->checkpoint(), 9U);
  EXPECT_FALSE(view->get("1701"));
  EXPECT_EQ(view->get("0113"), "changed");
  EXPECT_EQ(rows_of(*view, ""), (Rows{{"", "all"}, {"0113", "changed"}}));
}

TEST_P(RowsContract, AScanGivesOnePrefixInKeyOrderUntilToldToStop) {
  keep(results, 1, {{"b/2", "4"}, {"a/1", "1"}, {"b/1", "3"}, {"a", "0"}, {"b", "2"}, {"c", "5"}});
  const auto view = store().view(results);
  EXPECT_EQ(rows_of(*view, "b"), (Rows{{"b", "2"}, {"b/1", "3"}, {"b/2", "4"}}));
  int visits = 0;
  view->scan("", [&](std::string_view, std::string_view) { return ++visits < 3; });
  EXPECT_EQ(visits, 3);
}

TEST_P(RowsContract, AViewIsFrozen) {
  keep(results, 1, {{"k", "old"}, {"gone", "here"}});
  const auto view = store().view(results);
  keep(results, 2, {{"k", "new"}, {"gone", std::nullopt}, {"late", "x"}});
  EXPECT_EQ(view->checkpoint(), 1U);
  EXPECT_EQ(rows_of(*view, ""), (Rows{{"gone", "here"}, {"k", "old"}}));
  EXPECT_EQ(store().view(results)->get("k"), "new");
}

TEST_P(RowsContract, TwoVersionsStandSideBySide) {
  const ModelName next{"results", 2};
  keep(results, 5, {{"k", "one"}});
  keep(next, 3, {{"k", "two"}});
  bench_->reopen();
  EXPECT_EQ(store().view(results)->get("k"), "one");
  EXPECT_EQ(store().view(next)->get("k"), "two");
  EXPECT_EQ(store().view(next)->checkpoint(), 3U);
}

TEST_P(RowsContract, ADroppedModelIsForgottenAndCanBeginAnew) {
  keep(results, 5, {{"k", "one"}});
  const auto before = store().view(results);
  ASSERT_TRUE(store().drop(results));
  EXPECT_EQ(before->get("k"), "one") << "who looks at it goes on";
  EXPECT_EQ(store().view(results)->checkpoint(), 0U);
  EXPECT_FALSE(store().view(results)->get("k"));
  ASSERT_TRUE(store().drop(results)) << "what is not there can be dropped";
  keep(results, 1, {{"other", "x"}});
  EXPECT_EQ(rows_of(*store().view(results), ""), (Rows{{"other", "x"}}));
}

TEST_P(RowsContract, AReaderNeverSeesRowsWithoutTheirCheckpoint) {
  std::atomic<bool> done = false;
  std::atomic<int> faults = 0;
  std::thread reader([&] {
    while (!done) {
      const auto view = store().view(results);
      const auto row = view->get("seen");
      if (row.value_or("0") != std::to_string(view->checkpoint())) ++faults;
    }
  });
  for (Position at = 1; at <= 500; ++at) keep(results, at, {{"seen", std::to_string(at)}});
  done = true;
  reader.join();
  EXPECT_EQ(faults, 0);
}

}  // namespace
}  // namespace eventstore::testing
