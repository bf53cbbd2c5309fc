#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "eventstore/errors.hpp"
#include "eventstore/limits.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"
#include "tests/support/files_holding.hpp"

namespace eventstore::testing {
namespace {

using testing_support::files_holding;
using Words = std::optional<std::string>;

const StreamName persons{"person", "all"};

Append says(const std::string& id, const std::string& person, const std::string& words) {
  auto append = command(id, dossier("2021-1701"), {R"({"name":0})"});
  append.events.at(0).personal.push_back({person, "name", words});
  return append;
}

Append erases(const std::string& id, const std::string& person) {
  auto append = command(id, persons, {"{}"});
  append.events.at(0).erases = person;
  return append;
}

/// What each value of each event reads as, in order; marks of erasure left out.
std::vector<Words> words_in(const Store& store) {
  std::vector<Words> words;
  for (const auto& event : store.read_all(1, 1'000'000))
    for (const auto& value : event.personal)
      if (!value.path.empty()) words.push_back(value.plain);
  return words;
}

/// Given what Ana and Rui said, on each engine.
class ErasureContract : public ::testing::TestWithParam<std::unique_ptr<Bench> (*)()> {
 protected:
  ErasureContract() {
    EXPECT_TRUE(store().append(says("c1", "ana", "Ana's words")));
    EXPECT_TRUE(store().append(says("c2", "rui", "Rui's words")));
  }
  Store& store() { return bench_->store(); }

  std::unique_ptr<Bench> bench_ = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(Engines, ErasureContract, ::testing::Values(&memory_bench, &rocksdb_bench),
                         [](const auto& engine) {
                           return engine.param == &memory_bench ? "memory" : "rocksdb";
                         });

TEST_P(ErasureContract, WordsAreReadAsTheyWereGiven) {
  bench_->reopen();
  EXPECT_EQ(words_in(store()), (std::vector<Words>{"Ana's words", "Rui's words"}));
  const auto event = store().read_stream(dossier("2021-1701"), 1, 1).at(0);
  EXPECT_EQ(event.personal.at(0).person, "ana");
  EXPECT_EQ(event.personal.at(0).path, "name");
  EXPECT_EQ(event.payload, R"({"name":0})");
  EXPECT_EQ(store().last_erasure(), 0U);
}

TEST_P(ErasureContract, OfTheErasedNothingIsReadAndOfOthersAll) {
  EXPECT_TRUE(store().append(erases("c3", "ana")));
  EXPECT_TRUE(store().append(says("c4", "rui", "more")));
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(words_in(store()), (std::vector<Words>{std::nullopt, "Rui's words", "more"}));
    EXPECT_EQ(store().last_erasure(), 3U);
    bench_->reopen();
  }
}

TEST_P(ErasureContract, NothingMoreIsKeptOfTheErased) {
  EXPECT_TRUE(store().append(erases("c3", "ana")));
  EXPECT_TRUE(store().append(says("c4", "ana", "again")));
  EXPECT_EQ(words_in(store()), (std::vector<Words>{std::nullopt, "Rui's words", std::nullopt}));
}

TEST_P(ErasureContract, WhoeverIsUnknownCannotBeErased) {
  const auto answer = store().append(erases("c3", "eva"));
  EXPECT_EQ(code_of(answer), "unknown-person");
  EXPECT_EQ(store().head(), 2U);
}

TEST_P(ErasureContract, ToEraseAgainIsNoHarm) {
  EXPECT_TRUE(store().append(erases("c3", "ana")));
  EXPECT_TRUE(store().append(erases("c4", "ana")));
  bench_->reopen();
  EXPECT_EQ(store().last_erasure(), 4U);
  EXPECT_EQ(words_in(store()), (std::vector<Words>{std::nullopt, "Rui's words"}));
}

TEST_P(ErasureContract, ProofsOutliveTheWords) {
  const auto before = store().tree();
  const auto receipt = store().receipt(1);
  EXPECT_TRUE(store().append(erases("c3", "ana")));
  bench_->reopen();
  EXPECT_TRUE(verify_receipt(receipt, store().verifier()));
  EXPECT_TRUE(verify_receipt(store().receipt(1), store().verifier()));
  EXPECT_TRUE(merkle::verify_consistency(before, store().tree(), store().consistency(2, 3)));
  EXPECT_EQ(verify_receipt(receipt, store().verifier())->personal.at(0).plain, std::nullopt);
}

TEST_P(ErasureContract, ALargePersonalValueCountsLikeAPayload) {
  const auto answer = store().append(says("c3", "ana", std::string(longest_payload + 1, 'x')));
  EXPECT_EQ(code_of(answer), "event-too-large");
}

/// A store in a folder that the test looks into.
class ErasedFolder : public ::testing::Test {
 protected:
  std::unique_ptr<Store> open() {
    return open_rocksdb_store(folder_.path() / "store", clock_, entropy_).value();
  }
  [[nodiscard]] std::filesystem::path store() const { return folder_.path() / "store"; }

  TemporaryFolder folder_;
  ManualClock clock_;
  CountingEntropy entropy_;
};

TEST_F(ErasedFolder, WordsLieInNoFileEvenBeforeAnybodyIsErased) {
  auto opened = open();
  EXPECT_TRUE(opened->append(says("c1", "ana", "canary of ana")));
  EXPECT_TRUE(files_holding(store(), "canary of ana").empty());
  opened.reset();
  EXPECT_TRUE(files_holding(store(), "canary of ana").empty());
  EXPECT_FALSE(files_holding(store(), R"({"name":0})").empty());
}

TEST_F(ErasedFolder, AKillBetweenTheEventAndTheEndOfTheKeyIsMadeGoodAtTheNextOpening) {
  auto opened = open();
  EXPECT_TRUE(opened->append(says("c1", "ana", "words")));
  const auto keys = folder_.path() / "keys";
  copy_store(store() / "person-keys", keys);
  EXPECT_TRUE(opened->append(erases("c2", "ana")));
  opened.reset();
  std::filesystem::remove_all(store() / "person-keys");
  copy_store(keys, store() / "person-keys");
  EXPECT_EQ(words_in(*open()), (std::vector<Words>{std::nullopt}));
  EXPECT_TRUE(KeyFolder::open(store() / "person-keys", entropy_)->read()->contains("ana"));
  EXPECT_FALSE(KeyFolder::open(store() / "person-keys", entropy_)->read()->at("ana"));
}

TEST_F(ErasedFolder, AnEarlierLogIsReadWithTheKeysOfToday) {
  auto opened = open();
  EXPECT_TRUE(opened->append(says("c1", "ana", "words")));
  opened.reset();
  copy_store(store(), folder_.path() / "earlier");
  EXPECT_TRUE(open()->append(erases("c2", "ana")));
  std::filesystem::remove_all(folder_.path() / "earlier" / "person-keys");
  copy_store(store() / "person-keys", folder_.path() / "earlier" / "person-keys");
  const auto earlier = open_rocksdb_store(folder_.path() / "earlier", clock_, entropy_).value();
  EXPECT_EQ(words_in(*earlier), (std::vector<Words>{std::nullopt}));
}

TEST_F(ErasedFolder, WithoutItsKeyAValueIsDamagedRatherThanErased) {
  EXPECT_TRUE(open()->append(says("c1", "ana", "words")));
  std::filesystem::remove_all(store() / "person-keys");
  EXPECT_THROW((void)words_in(*open()), Damaged);
}

TEST_F(ErasedFolder, IsSoundAndItsIndexIsAuditedBothWays) {
  auto opened = open();
  EXPECT_TRUE(opened->append(says("c1", "ana", "words")));
  EXPECT_TRUE(opened->append(says("c2", "rui", "words")));
  EXPECT_TRUE(opened->append(erases("c3", "ana")));
  opened.reset();
  EXPECT_TRUE(verify(store())->sound());
  put_erasure(store(), "rui", 2);
  EXPECT_EQ(verify(store())->fault->position, 2U);
  take_erasure(store(), "rui");
  EXPECT_TRUE(verify(store())->sound());
  take_erasure(store(), "ana");
  EXPECT_EQ(verify(store())->fault->position, 3U);
}

TEST_F(ErasedFolder, RowsThatWereDroppedLieInNoFile) {
  const auto opened = open();
  const std::vector<RowChange> rows{{"key", "canary in a row"}};
  EXPECT_TRUE(opened->commit({"names", 1}, 1, rows));
  EXPECT_FALSE(files_holding(store(), "canary in a row").empty());
  EXPECT_TRUE(opened->scrub());
  EXPECT_FALSE(files_holding(store(), "canary in a row").empty());
  EXPECT_TRUE(opened->drop({"names", 1}));
  EXPECT_TRUE(opened->scrub());
  EXPECT_TRUE(files_holding(store(), "canary in a row").empty());
}

TEST_F(ErasedFolder, RowsThatWereDroppedBeforeTheirFirstFlushLieInNoFile) {
  const auto opened = open();
  const std::vector<RowChange> rows{{"key", "canary in a row"}};
  EXPECT_TRUE(opened->commit({"names", 1}, 1, rows));
  EXPECT_TRUE(opened->drop({"names", 1}));
  EXPECT_TRUE(opened->scrub());
  EXPECT_TRUE(files_holding(store(), "canary in a row").empty());
}

/// What ought to be read, as plainly as it can be said.
struct PlainMap {
  std::vector<std::pair<std::string, Words>> said;
  std::map<std::string, bool> erased;  ///< of all who are known

  void say(const std::string& person, const std::string& words) {
    said.emplace_back(person, erased[person] ? Words() : words);
  }
  void erase(const std::string& person) {
    erased[person] = true;
    for (auto& [who, words] : said)
      if (who == person) words.reset();
  }
  [[nodiscard]] std::vector<Words> words() const {
    std::vector<Words> all;
    for (const auto& [person, words] : said) all.push_back(words);
    return all;
  }
};

void live(Bench& bench) {
  PlainMap map;
  const auto steps = *rc::gen::inRange(1, 30);
  for (int step = 0; step < steps; ++step) {
    const auto id = "c" + std::to_string(step);
    const auto person = *rc::gen::element<std::string>("ana", "rui", "eva");
    const auto what = *rc::gen::inRange(0, 10);
    if (what == 0) {
      bench.reopen();
    } else if (what < 3) {
      const bool known = map.erased.contains(person);
      RC_ASSERT(code_of(bench.store().append(erases(id, person))) ==
                (known ? "" : "unknown-person"));
      if (known) map.erase(person);
    } else {
      const auto words = *rc::gen::arbitrary<std::string>();
      RC_ASSERT(bench.store().append(says(id, person, words)).has_value());
      map.say(person, words);
    }
    RC_ASSERT(words_in(bench.store()) == map.words());
  }
}

RC_GTEST_PROP(ErasureModel, MemoryDoesWhatAPlainMapWouldDo, ()) {
  live(*memory_bench());
}

TEST(ErasureModel, RocksDbDoesWhatAPlainMapWouldDo) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = 12;
  params.maxSize = 30;
  const auto result =
      rc::detail::checkTestable([] { live(*rocksdb_bench()); }, rc::detail::TestMetadata{}, params);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << result;
}

}  // namespace
}  // namespace eventstore::testing
