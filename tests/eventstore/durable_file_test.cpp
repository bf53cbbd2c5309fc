#include "eventstore/durable_file.hpp"

#include <gtest/gtest.h>

#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

class DurableFileTest : public ::testing::Test {
 protected:
  std::filesystem::path file_holding(std::string_view bytes) {
    auto file = folder_.path() / "file";
    write_bytes(file, std::string(bytes));
    return file;
  }

  TemporaryFolder folder_;
};

TEST_F(DurableFileTest, ASmallFileIsReadWhole) {
  for (const std::size_t size : {0, 1, 65'535, 65'536, 65'537, 200'000}) {
    const std::string bytes(size, 'x');
    EXPECT_EQ(read_small_file(file_holding(bytes), size).value(), bytes);
  }
}

TEST_F(DurableFileTest, OneByteMoreThanExpectedIsRefused) {
  EXPECT_EQ(code_of(read_small_file(file_holding("1234"), 3)), "store-unavailable");
}

TEST_F(DurableFileTest, TheLargestSizeAllowedTakesNoMemoryUntilItIsThere) {
  constexpr std::size_t most = std::size_t{1} << 28;
  EXPECT_LT(read_small_file(file_holding("few"), most).value()->capacity(), most / 1000);
}

TEST_F(DurableFileTest, AMissingFileIsNoError) {
  EXPECT_FALSE(read_small_file(folder_.path() / "none", 10).value());
}

}  // namespace
}  // namespace eventstore::testing
