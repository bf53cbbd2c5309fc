#include "tests/eventstore/simulation.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/eventstore/effort.hpp"

namespace eventstore::testing {
namespace {

const std::vector<Fate> fair{Fate::FailedAndLost, Fate::FailedAndKept, Fate::DiedAndLost,
                             Fate::DiedAndKept};

struct Seeds {
  std::uint64_t first = 0;
  int count = 0;
};

/// New ones each time, or the one that EVENTSTORE_SEED names.
Seeds seeds(int usually, int at_length) {
  Seeds seeds{std::random_device{}(), effort(usually, at_length)};
  const char* wanted = std::getenv("EVENTSTORE_SEED");  // NOLINT(concurrency-mt-unsafe)
  if (wanted == nullptr) return seeds;
  std::from_chars(wanted, wanted + std::strlen(wanted), seeds.first);
  seeds.count = 1;
  return seeds;
}

/// The promise that was broken, or "".
std::string violation_of(Simulation& simulation) {
  try {
    simulation.run();
    return "";
  } catch (const std::runtime_error& violation) {  // or Damaged
    return violation.what();
  }
}

TEST(SimulationTest, NoHistoryBreaksAPromise) {
  const auto [first, count] = seeds(2000, 50'000);
  std::printf("%d histories from seed %llu\n", count, static_cast<unsigned long long>(first));
  for (int i = 0; i < count && !HasFailure(); ++i) {
    const auto seed = first + static_cast<std::uint64_t>(i);
    Simulation simulation(seed, fair);
    EXPECT_EQ(violation_of(simulation), "")
        << "to see it again: EVENTSTORE_SEED=" << seed
        << " build/dev/eventstore_tests --gtest_filter='Simulation*'";
  }
}

/// If these are not found out, neither would a store be.
class CheatingEngine : public ::testing::TestWithParam<Fate> {};

INSTANTIATE_TEST_SUITE_P(Ways, CheatingEngine, ::testing::Values(Fate::Forgotten, Fate::Halved));

TEST_P(CheatingEngine, IsFoundOutInEveryHistory) {
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    Simulation simulation(seed, {GetParam()});
    const bool broken = !violation_of(simulation).empty();
    EXPECT_EQ(broken, simulation.cheated()) << "seed " << seed;
    if (broken) ++found;
  }
  EXPECT_GT(found, 50);
}

}  // namespace
}  // namespace eventstore::testing
