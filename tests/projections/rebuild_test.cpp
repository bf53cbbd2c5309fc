#include <thread>

#include "tests/projections/rebuild.hpp"

namespace {

using namespace testing_support;
using eventstore::ModelName;
using projections::Comparison;
using projections::DifferenceKind;
using projections::Generations;
using projections::Views;
using std::chrono_literals::operator""s;

INSTANTIATE_TEST_SUITE_P(Engines, Rebuild, testing::Values(&in_memory, &on_disk), name_of_engine);

TEST_P(Rebuild, TakesTheNextGenerationAndDropsTheOldOne) {
  given_accounts({"ana", "rui"});
  const auto before = rows(first);
  Views views(store(), store());
  const auto compared = views.rebuild(model());
  ASSERT_TRUE(compared);
  EXPECT_TRUE(compared->same());
  EXPECT_EQ(compared->rows, 2U);
  EXPECT_EQ(compared->position, 2U);
  EXPECT_EQ(generation().live, second);
  EXPECT_EQ(bytes_of(views, accounts_name), before);
  expect_nothing_beside();
}

TEST_P(Rebuild, IsStillThereWhenTheProgramStartsAgain) {
  given_accounts({"ana", "rui"});
  const auto before = rows(first);
  ASSERT_TRUE(Views(store(), store()).rebuild(model()));
  reopen();
  Views views(store(), store());
  EXPECT_EQ(bytes_of(views, accounts_name), before);
  opens({"eva"});
  ASSERT_TRUE(views.catch_up());
  EXPECT_TRUE(views.view(accounts_name)->get("eva"));
  EXPECT_EQ(generation().live, second);
}

TEST_P(Rebuild, LeavesAViewToWhoeverHoldsIt) {
  given_accounts({"ana"});
  Views views(store(), store());
  const auto held = views.view(accounts_name);
  const auto before = bytes_of(*held);
  ASSERT_TRUE(views.rebuild(model()));
  ASSERT_TRUE(views.rebuild(model()));
  EXPECT_EQ(bytes_of(*held), before);
}

TEST_P(Rebuild, LetsWritesGoOnMeanwhile) {
  given_accounts({"ana"});
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  bool written = false;
  const auto compared = views.rebuild(model(), [&](auto, auto) {
    if (std::exchange(written, true)) return;
    opens({"rui"});
    EXPECT_TRUE(views.catch_up());
    EXPECT_TRUE(views.view(accounts_name)->get("rui")) << "the live rows are fed on";
    EXPECT_EQ(generation().beside, second);
  });
  ASSERT_TRUE(compared);
  EXPECT_TRUE(written);
  EXPECT_TRUE(compared->same());
  EXPECT_EQ(compared->position, 2U);
  EXPECT_TRUE(views.wait_until_seen(2, 0s));
  EXPECT_TRUE(views.view(accounts_name)->get("rui"));
}

/// Rows whose reader is kept waiting at each scan.
class SlowRows final : public eventstore::RowStore {
 public:
  SlowRows(eventstore::RowStore& rows, std::function<void()> meanwhile)
      : rows_(rows), meanwhile_(std::move(meanwhile)) {}

  [[nodiscard]] std::unique_ptr<eventstore::RowView> view(const ModelName& name) const override {
    return std::make_unique<View>(rows_.view(name), meanwhile_);
  }
  [[nodiscard]] core::Result<void> commit(const ModelName& name, eventstore::Position checkpoint,
                                          std::span<const eventstore::RowChange> changes) override {
    return rows_.commit(name, checkpoint, changes);
  }
  [[nodiscard]] core::Result<void> drop(const ModelName& name) override { return rows_.drop(name); }
  [[nodiscard]] core::Result<void> scrub() override { return rows_.scrub(); }

 private:
  class View final : public eventstore::RowView {
   public:
    View(std::unique_ptr<RowView> view, std::function<void()> meanwhile)
        : view_(std::move(view)), meanwhile_(std::move(meanwhile)) {}

    [[nodiscard]] eventstore::Position checkpoint() const override { return view_->checkpoint(); }
    [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
      return view_->get(key);
    }
    void scan(std::string_view prefix,
              const std::function<bool(std::string_view, std::string_view)>& visit) const override {
      meanwhile_();
      view_->scan(prefix, visit);
    }

   private:
    std::unique_ptr<RowView> view_;
    std::function<void()> meanwhile_;
  };

  eventstore::RowStore& rows_;
  std::function<void()> meanwhile_;
};

/// While the two are compared, while the new one follows, and just before the switch.
TEST_P(Rebuild, TakesNothingBackThatWasSeen) {
  given_accounts({"ana"});
  int written = 0;
  std::function<void()> one_more;
  SlowRows rows(store(), [&] { one_more(); });
  Views views(store(), rows);
  ASSERT_TRUE(views.catch_up());
  one_more = [&] {
    opens({"conta-" + std::to_string(++written)});
    EXPECT_TRUE(views.catch_up());
  };
  ASSERT_TRUE(views.rebuild(model(), [&](auto, auto) { one_more(); }));
  EXPECT_GE(written, 4);
  EXPECT_TRUE(views.wait_until_seen(store().head(), 0s));
  for (int i = 1; i <= written; ++i)
    EXPECT_TRUE(views.view(accounts_name)->get("conta-" + std::to_string(i))) << i;
}

TEST_P(Rebuild, MendsRowsThatWereAlteredAndNamesThem) {
  given_accounts({"ana", "eva", "rui"});
  const auto sound = rows(first);
  alter({{"ana", R"({"forged":true})"}, {"eva", std::nullopt}, {"zoe", "{}"}});
  Views views(store(), store());
  const auto compared = views.rebuild(model());
  ASSERT_TRUE(compared);
  EXPECT_FALSE(compared->same());
  EXPECT_EQ(bytes_of(views, accounts_name), sound);
}

TEST_P(Rebuild, CompareNamesEachRowThatWasAlteredAndChangesNothing) {
  given_accounts({"ana", "eva", "rui"});
  alter({{"ana", R"({"forged":true})"}, {"eva", std::nullopt}, {"zoe", "{}"}});
  const auto altered = rows(first);
  Views views(store(), store());
  const auto compared = views.compare_with_shadow(model());
  ASSERT_TRUE(compared);
  EXPECT_EQ(json::write(*compared),
            R"({"position":3,"rows":3,"added":1,"removed":1,"changed":1,"first":[)"
            R"({"key":"ana","kind":"changed"},{"key":"zoe","kind":"removed"},)"
            R"({"key":"eva","kind":"added"}]})");
  EXPECT_EQ(generation().live, first);
  EXPECT_EQ(live_rows(), altered);
  expect_nothing_beside();
}

TEST_P(Rebuild, CompareLooksAtThePositionThatTheLiveRowsHaveSeen) {
  given_accounts({"ana"});
  opens({"rui"});
  Views views(store(), store());
  const auto compared = views.compare_with_shadow(model());
  ASSERT_TRUE(compared);
  EXPECT_TRUE(compared->same());
  EXPECT_EQ(compared->position, 1U);
  EXPECT_FALSE(views.view(accounts_name)->get("rui"));
}

TEST_P(Rebuild, CountsAllDifferencesAndNamesTheFirst) {
  given_many_accounts();
  alter({{"conta-0", std::nullopt}});
  const auto live = Generations(store()).live(accounts_name);
  const auto checkpoint = store().view(live)->checkpoint();
  ASSERT_TRUE(store().drop(live));
  ASSERT_TRUE(store().commit(live, checkpoint, {}));
  const auto compared = Views(store(), store()).compare_with_shadow(model());
  ASSERT_TRUE(compared);
  EXPECT_EQ(compared->added, projections::Feed::batch_size + 10);
  EXPECT_EQ(compared->first.size(), Comparison::most_named);
  EXPECT_EQ(compared->first.front().key, "conta-0");
  EXPECT_EQ(compared->first.front().kind, DifferenceKind::Added);
}

TEST_P(Rebuild, OfAnotherFoldsRowsHappensAtTheStart) {
  given_accounts({"ana", "rui"});
  const auto sound = rows(first);
  given_rows_of_another_fold();
  opens({"eva"});
  reopen();
  Views views(store(), store());
  EXPECT_FALSE(views.wait_until_seen(1, 0s)) << "what those rows have seen counts for nothing";
  ASSERT_TRUE(views.catch_up());
  EXPECT_TRUE(views.wait_until_seen(3, 0s));
  auto seen = bytes_of(views, accounts_name);
  EXPECT_EQ(seen.checkpoint, 3U);
  EXPECT_EQ(seen.rows.erase("eva"), 1U);
  EXPECT_EQ(seen.rows, sound.rows);
  EXPECT_EQ(generation().definition, model().name().version);
  expect_nothing_beside();
}

TEST_P(Rebuild, CompareShowsWhatAnotherFoldWouldChangeBeforeItDoes) {
  given_accounts({"ana", "rui"});
  given_rows_of_another_fold();
  const auto strange = live_rows();
  const auto compared = Views(store(), store()).compare_with_shadow(model());
  ASSERT_TRUE(compared);
  EXPECT_EQ(compared->position, 1U);
  EXPECT_EQ(compared->changed, 1U);
  EXPECT_EQ(compared->added, 0U);
  EXPECT_EQ(live_rows(), strange);
  expect_nothing_beside();
}

TEST_P(Rebuild, GoesUnnoticedByWritersAndReaders) {
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  views.follow();
  std::atomic<int> seen = 0;
  std::atomic<bool> writing = true;
  std::jthread writer([&] {
    for (int i = 0; i < 60; ++i) {
      const auto id = "conta-" + std::to_string(i);
      opens({id});
      if (!views.wait_until_seen(store().head(), 60s)) break;
      if (views.view(accounts_name)->get(id)) ++seen;
    }
    writing = false;
  });
  std::jthread reader([&] {
    std::size_t before = 0;
    while (writing) {
      const auto now = bytes_of(views, accounts_name);
      EXPECT_EQ(now.rows.size(), now.checkpoint) << "one row for each event";
      EXPECT_GE(now.rows.size(), before);
      before = now.rows.size();
    }
  });
  int rebuilt = 0;
  do {
    const auto compared = views.rebuild(model());
    ASSERT_TRUE(compared);
    EXPECT_TRUE(compared->same());
    ++rebuilt;
  } while (writing);
  writer.join();
  reader.join();
  EXPECT_EQ(seen, 60);
  EXPECT_EQ(generation().live, first + static_cast<std::uint32_t>(rebuilt));
  EXPECT_FALSE(views.failure().has_value());
  expect_nothing_beside();
}

}  // namespace
