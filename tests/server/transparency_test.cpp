#include <gtest/gtest.h>

#include "eventstore/checkpoint.hpp"
#include "eventstore/merkle.hpp"
#include "server/transparency/tile_path.hpp"
#include "tests/server/running_program.hpp"

namespace {

using namespace server_tests;
using eventstore::Digest;
using server::transparency::parse_tile_path;
using server::transparency::TilePath;
namespace merkle = eventstore::merkle;

TEST(TilePath, IsWrittenAsTheSpecificationSays) {
  EXPECT_EQ((TilePath{0, 1'234'067}.text()), "x001/x234/067");
  EXPECT_EQ((TilePath{0, 0}.text()), "000");
  EXPECT_EQ((TilePath{0, 1000}.text()), "x001/000");
  EXPECT_EQ((TilePath{2, 5, 17}.text()), "005.p/17");
}

TEST(TilePath, ReadsWhatItWrites) {
  for (const std::uint64_t index : {0ULL, 1ULL, 999ULL, 1000ULL, 1'234'067ULL, (1ULL << 56) - 1})
    for (const std::uint64_t width : {1ULL, 255ULL, 256ULL}) {
      const TilePath path{63, index, width};
      EXPECT_EQ(parse_tile_path("63", path.text()), path) << path.text();
    }
}

TEST(TilePath, HasOneWayToBeWritten) {
  for (const auto* level :
       {"", "-1", "+1", "00", "01", "64", "1x", "entries", "9999999999999999999"})
    EXPECT_FALSE(parse_tile_path(level, "000")) << level;
  for (const auto* index : {"",
                            "0",
                            "00",
                            "0000",
                            "x000",
                            "x000/000",
                            "001/000",
                            "X001/000",
                            "x001/x000",
                            "x01/000",
                            "x001//000",
                            "x001/000/",
                            "/000",
                            "-01",
                            "a00",
                            "000.p",
                            "000.p/",
                            "000.p/0",
                            "000.p/01",
                            "000.p/256",
                            "000.p/257",
                            "000.p/-1",
                            "000.p/1/",
                            "000.p/1.p/1",
                            "000.P/1",
                            "x001.p/1/000",
                            "x072/x057/x594/x037/x927/936",
                            "x999/x999/x999/x999/x999/x999/x999/999"})
    EXPECT_FALSE(parse_tile_path("0", index)) << index;
}

/// A program whose log has a full tile and a part of the next.
class LogOverHttp : public testing::Test {
 protected:
  static constexpr std::uint64_t size = 600;

  static void SetUpTestSuite() {
    shared = std::make_unique<RunningProgram>();
    eventstore::Append append;
    append.command_id = append.correlation = core::CommandId("test");
    for (std::uint64_t i = 0; i < size; ++i)
      append.events.push_back({{"test", "one"}, "noted", 1, std::to_string(i)});
    ASSERT_TRUE(shared->app().store().append(append));
  }
  static void TearDownTestSuite() { shared.reset(); }

  static Answer get(const std::string& path) {
    return Person(*shared).sends(http::Method::Get, path);
  }
  static std::vector<Digest> tile(const TilePath& path) {
    const auto answer = get("/log/tile/" + std::to_string(path.level) + "/" + path.text());
    EXPECT_EQ(answer.status, 200) << path.text();
    EXPECT_EQ(answer.body.size(), path.width * Digest().size());
    std::vector<Digest> hashes(answer.body.size() / Digest().size());
    for (std::size_t i = 0; i < hashes.size(); ++i)
      std::copy_n(answer.body.begin() + static_cast<std::ptrdiff_t>(i * Digest().size()),
                  Digest().size(), hashes[i].begin());
    return hashes;
  }
  /// The signed head, verified with nothing but what the server publishes.
  static merkle::TreeHead signed_head() {
    const auto key = eventstore::LogVerifier::parse(get("/log/key").body, "key").value();
    return eventstore::open_checkpoint(key, get("/log/checkpoint").body).value();
  }
  static std::vector<Digest> leaves(std::uint64_t count) {
    std::vector<Digest> leaves;
    for (std::uint64_t first = 0; first < count; first += merkle::tile_width) {
      const auto width = std::min(merkle::tile_width, count - first);
      const auto part = tile({0, first / merkle::tile_width, width});
      leaves.insert(leaves.end(), part.begin(), part.end());
    }
    return leaves;
  }

 private:
  static inline std::unique_ptr<RunningProgram> shared;
};

/// MTH of RFC 6962, section 2.1, over leaf hashes.
Digest root_of(std::span<const Digest> leaves) {
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (2 * k < leaves.size()) k *= 2;
  return merkle::node_hash(root_of(leaves.first(k)), root_of(leaves.subspan(k)));
}

TEST_F(LogOverHttp, ItsLeavesMakeTheSignedRoot) {
  const auto head = signed_head();
  ASSERT_GE(head.size, size);
  EXPECT_EQ(root_of(leaves(head.size)), head.root);
}

TEST_F(LogOverHttp, ItsHigherTilesMakeTheSignedRoot) {
  const auto head = signed_head();
  const auto full = head.size / merkle::tile_width;
  ASSERT_EQ(full, 2U);
  const auto higher = tile({1, 0, full});
  const auto rest = tile({0, full, head.size % merkle::tile_width});
  EXPECT_EQ(merkle::node_hash(root_of(higher), root_of(rest)), head.root);
}

TEST_F(LogOverHttp, ServesTheTilesThatExistAndNoOther) {
  const auto head = signed_head();
  const auto rest = head.size % merkle::tile_width;
  for (const auto& path : {"0/000", "0/001", "0/000.p/1", "0/002.p/1", "1/000.p/1", "1/000.p/2"})
    EXPECT_EQ(get(std::string("/log/tile/") + path).status, 200) << path;
  EXPECT_EQ(get("/log/tile/0/002.p/" + std::to_string(rest)).status, 200);
  EXPECT_EQ(get("/log/tile/0/002.p/" + std::to_string(rest + 1)).status, 404);
  for (const auto& path : {"0/002", "0/003", "0/003.p/1", "1/000", "1/000.p/3", "2/000.p/1",
                           "7/000.p/1", "8/000", "63/000", "64/000", "0/x001/000", "0/x000/000",
                           "0/0", "entries/000", "0/000.p/0", "0/x072/x057/x594/x037/x927/935"})
    EXPECT_EQ(get(std::string("/log/tile/") + path).in_short(), "404 not-found") << path;
}

TEST_F(LogOverHttp, SaysHowLongEachMayBeKept) {
  const auto checkpoint = get("/log/checkpoint");
  EXPECT_EQ(checkpoint.header("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(checkpoint.header("cache-control"), "public, max-age=5");
  const auto tile = get("/log/tile/0/000");
  EXPECT_EQ(tile.header("content-type"), "application/octet-stream");
  EXPECT_EQ(tile.header("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(get("/log/tile/0/009").header("cache-control"), "no-store") << "it may come to be";
  EXPECT_TRUE(get("/log/key").body.starts_with("autarquia-solidaria/"));
}

}  // namespace
