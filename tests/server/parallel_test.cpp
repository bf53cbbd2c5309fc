#include "server/parallel.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace {

TEST(WorkInParallel, IsDoneOnceForEachItemBeforeItReturns) {
  for (const std::size_t count : {0U, 1U, 63U, 64U, 1000U, 100'000U}) {
    std::vector<int> done(count);
    server::for_each_in_parallel(count, [&](std::size_t i) { ++done[i]; });
    EXPECT_EQ(done, std::vector<int>(count, 1));
  }
}

TEST(WorkInParallel, GivesWhatOneCoreGives) {
  std::vector<std::size_t> squares(10'000);
  server::for_each_in_parallel(squares.size(), [&](std::size_t i) { squares[i] = i * i; });
  EXPECT_EQ(std::accumulate(squares.begin(), squares.end(), std::size_t{0}), 333'283'335'000U);
}

}  // namespace
