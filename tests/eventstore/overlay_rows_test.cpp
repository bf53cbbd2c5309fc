#include "eventstore/overlay_rows.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace eventstore::testing {
namespace {

const ModelName model{"results", 1};

class OverlayRowsTest : public ::testing::Test {
 protected:
  OverlayRowsTest() {
    EXPECT_TRUE(beneath_.commit(model, 7, std::vector<RowChange>{{"a", "1"}, {"b", "2"}}));
  }

  MemoryRows beneath_;
  OverlayRows rows_{beneath_};
};

TEST_F(OverlayRowsTest, ShowsWhatLiesBeneath) {
  EXPECT_EQ(rows_.view(model)->checkpoint(), 7U);
  EXPECT_EQ(rows_.view(model)->get("a"), "1");
}

TEST_F(OverlayRowsTest, KeepsWhatIsWrittenAndLeavesWhatLiesBeneath) {
  ASSERT_TRUE(rows_.commit(model, 8, std::vector<RowChange>{{"a", "9"}, {"b", std::nullopt}}));
  EXPECT_EQ(rows_.view(model)->checkpoint(), 8U);
  EXPECT_EQ(rows_.view(model)->get("a"), "9");
  EXPECT_EQ(rows_.view(model)->get("b"), std::nullopt);
  EXPECT_EQ(beneath_.view(model)->checkpoint(), 7U);
  EXPECT_EQ(beneath_.view(model)->get("a"), "1");
  EXPECT_EQ(beneath_.view(model)->get("b"), "2");
}

TEST_F(OverlayRowsTest, WhatIsWrittenFirstAddsToWhatLiesBeneath) {
  ASSERT_TRUE(rows_.commit(model, 8, std::vector<RowChange>{{"c", "3"}}));
  EXPECT_EQ(rows_.view(model)->get("b"), "2");
  EXPECT_EQ(rows_.view(model)->get("c"), "3");
}

TEST_F(OverlayRowsTest, WhatIsDroppedIsStillThereBeneath) {
  ASSERT_TRUE(rows_.drop(model));
  EXPECT_EQ(rows_.view(model)->checkpoint(), 0U);
  EXPECT_EQ(rows_.view(model)->get("a"), std::nullopt);
  EXPECT_EQ(beneath_.view(model)->get("a"), "1");
}

}  // namespace
}  // namespace eventstore::testing
