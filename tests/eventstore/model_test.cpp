#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

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

void live(Bench& bench) {
  Model model;
  const auto steps = *rc::gen::inRange(1, 25);
  for (int step = 0; step < steps; ++step) {
    if (*rc::gen::inRange(0, 15) == 0) bench.reopen();
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
}

RC_GTEST_PROP(ModelTest, MemoryDoesWhatAPlainMapWouldDo, ()) {
  live(*memory_bench());
}

TEST(ModelTest, RocksDbDoesWhatAPlainMapWouldDo) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = 12;
  params.maxSize = 30;
  const auto result =
      rc::detail::checkTestable([] { live(*rocksdb_bench()); }, rc::detail::TestMetadata{}, params);
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << result;
}

}  // namespace
}  // namespace eventstore::testing
