#include "tests/projections/rebuild.hpp"

/// A program that is ended in the midst of its work, and the next one that finds what it left.
namespace {

using namespace testing_support;
using projections::Views;

class RebuildEnded : public Rebuild {};

INSTANTIATE_TEST_SUITE_P(Engines, RebuildEnded, testing::Values(&in_memory, &on_disk),
                         name_of_engine);

/// Ended before each of its writes in turn, and then not at all; the number of writes it took.
template <class Check>
int at_every_instant(const std::function<bool(int writes)>& lives_through, Check check) {
  int writes = 0;
  for (bool done = false; !done; ++writes) {
    done = lives_through(writes);
    check(writes);
    if (writes > 100) break;
  }
  return writes - 1;
}

TEST_P(RebuildEnded, AtAnyInstantLeavesOneWholeGenerationLive) {
  given_many_accounts();
  const auto sound = live_rows();
  const auto last = at_every_instant(
      [&](int writes) {
        alter({{"conta-7", "forged"}});
        MortalRows rows(store(), writes);
        return Views(store(), rows).rebuild(model()).has_value();
      },
      [&](int writes) {
        reopen();
        Views views(store(), store());
        auto found = bytes_of(views, accounts_name);
        EXPECT_EQ(found.checkpoint, sound.checkpoint) << writes;
        if (found.rows["conta-7"] == "forged") found.rows["conta-7"] = sound.rows.at("conta-7");
        EXPECT_EQ(found.rows, sound.rows) << writes;
        ASSERT_TRUE(views.catch_up()) << writes;
        expect_nothing_beside();
      });
  EXPECT_EQ(last, 7) << "room, its record, two batches, the switch, the old rows, their record";
  EXPECT_EQ(live_rows(), sound);
}

TEST_P(RebuildEnded, WhileItTookUpAnotherFoldsRowsIsTakenUpAgain) {
  given_many_accounts();
  const auto sound = live_rows();
  at_every_instant(
      [&](int writes) {
        given_rows_of_another_fold();
        MortalRows rows(store(), writes);
        return Views(store(), rows).catch_up().has_value();
      },
      [&](int writes) {
        reopen();
        Views views(store(), store());
        ASSERT_TRUE(views.catch_up()) << writes;
        EXPECT_EQ(bytes_of(views, accounts_name), sound) << writes;
        expect_nothing_beside();
      });
}

TEST_P(RebuildEnded, WhileItOnlyComparedLeavesNothingBehind) {
  given_many_accounts();
  const auto sound = live_rows();
  at_every_instant(
      [&](int writes) {
        MortalRows rows(store(), writes);
        return Views(store(), rows).compare_with_shadow(model()).has_value();
      },
      [&](int writes) {
        reopen();
        Views views(store(), store());
        ASSERT_TRUE(views.catch_up()) << writes;
        EXPECT_EQ(generation().live, first) << writes;
        EXPECT_EQ(bytes_of(views, accounts_name), sound) << writes;
        expect_nothing_beside();
      });
}

/// A power cut may keep a family of rows and lose the record of it, which is not synced.
TEST_P(RebuildEnded, BeginsFromNothingEvenWhereRowsOfItsGenerationAreFound) {
  given_accounts({"ana"});
  const std::vector<eventstore::RowChange> stray = {{"stray", "{}"}};
  ASSERT_TRUE(store().commit({accounts_name, second}, 1, stray));
  const auto compared = Views(store(), store()).rebuild(model());
  ASSERT_TRUE(compared);
  EXPECT_TRUE(compared->same());
  EXPECT_EQ(generation().live, second);
}

}  // namespace
