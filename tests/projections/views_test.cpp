#include "projections/views.hpp"

#include <algorithm>
#include <set>
#include <thread>

#include "domain/contexts.hpp"
#include "projections/accounts.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/whole_year.hpp"

namespace {

using namespace testing_support;
using projections::read_models;
using std::chrono_literals::operator""s;

/// Events that no question asks about, and why.
const std::set<std::string_view> unfolded = {
    "password-changed",     // a hash stays in the log; signing in reads the account's own stream
    "session-ended",        // so does every request
    "invitation-accepted",  // it is used once who has accepted it joins
    "person-erased",        // the rows are folded again, from a log that tells less
};

std::map<std::string, Bytes> all_bytes(const projections::Views& views) {
  std::map<std::string, Bytes> all;
  for (const auto& model : read_models())
    all[model.name().name] = bytes_of(views, model.name().name);
  return all;
}

TEST(WholeYear, HasAnEventOfEveryType) {
  std::set<std::string_view> happened;
  for (const auto& [stream, event] : whole_year()) happened.insert(event.type().name);
  for (const auto* type : contexts::events())
    EXPECT_TRUE(happened.contains(type->name)) << type->name;
}

TEST(ReadModels, FoldEveryEventThatIsNotExempt) {
  for (const auto* event : contexts::events()) {
    const bool folded =
        std::ranges::any_of(read_models(), [&](const auto& model) { return model.folds(*event); });
    EXPECT_NE(folded, unfolded.contains(event->name)) << event->name;
  }
}

TEST(ReadModels, AreFoundByTheirNames) {
  std::set<std::string> names;
  for (const auto& model : read_models()) {
    EXPECT_TRUE(names.insert(model.name().name).second) << model.name().name;
    EXPECT_EQ(projections::find_read_model(model.name().name), &model);
  }
  EXPECT_EQ(projections::find_read_model("horoscope"), nullptr);
}

TEST(ReadModels, DroppedAndRebuiltGiveTheSameBytes) {
  World world;
  for (const auto& [stream, event] : whole_year()) world.happens(stream, {event});
  const auto before = all_bytes(world.seen());
  for (const auto& model : read_models()) {
    EXPECT_FALSE(before.at(model.name().name).rows.empty()) << model.name().name;
    ASSERT_TRUE(world.views().rebuild(model).has_value());
    EXPECT_EQ(all_bytes(world.views()), before) << model.name().name;
  }
}

/// However the log is cut into batches.
TEST(ReadModels, FoldedOneByOneGiveTheSameBytesAsAllAtOnce) {
  World world;
  for (const auto& [stream, event] : whole_year()) {
    world.happens(stream, {event});
    world.seen();
  }
  const auto one_by_one = all_bytes(world.views());
  for (const auto& model : read_models())
    ASSERT_TRUE(world.store()
                    .drop(projections::Generations(world.store()).live(model.name().name))
                    .has_value());
  projections::Views anew(world.store(), world.store());
  ASSERT_TRUE(anew.catch_up().has_value());
  EXPECT_EQ(all_bytes(anew), one_by_one);
}

TEST(Views, GoOnFromTheirCheckpointsWhenOpenedAgain) {
  World world;
  world.happens("1701", {alijo()});
  world.seen();
  world.happens("2021", {edition_2021()});
  projections::Views again(world.store(), world.store());
  ASSERT_TRUE(again.catch_up().has_value());
  for (const auto& [name, bytes] : all_bytes(again)) EXPECT_EQ(bytes.checkpoint, 2U) << name;
  EXPECT_TRUE(again.wait_until_seen(2, 0s));
  EXPECT_FALSE(again.wait_until_seen(3, 0s));
}

TEST(Views, TellHowFarTheyAre) {
  World world;
  world.happens("1701", {alijo()});
  std::vector<eventstore::Position> told;
  ASSERT_TRUE(world.views()
                  .catch_up([&](auto done, auto head) {
                    told.push_back(done);
                    EXPECT_EQ(head, 1U);
                  })
                  .has_value());
  EXPECT_EQ(told, std::vector<eventstore::Position>{1});
}

TEST(Views, ShowEachWriterItsOwnEventsWhileOthersWrite) {
  World world;
  world.views().follow();
  std::atomic<int> seen = 0;
  std::vector<std::jthread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 25; ++i) {
        const auto id = "conta-" + std::to_string(writer) + "-" + std::to_string(i);
        const auto at = world.happens(id, {account(id.c_str(), {core::Role::Juror})});
        if (!world.views().wait_until_seen(at, 60s)) return;
        if (world.views().view("accounts")->get(id)) ++seen;
      }
    });
  writers.clear();
  EXPECT_EQ(seen, 100);
  EXPECT_FALSE(world.views().failure().has_value());
}

TEST(Views, GiveUpLoudlyAtAnEventThatTheyDoNotKnow) {
  World world;
  const auto last_known = world.happens("1701", {alijo()});
  ASSERT_TRUE(world.views().catch_up().has_value());
  world.something_unknown_happens();
  world.views().follow();
  EXPECT_FALSE(world.views().wait_until_seen(last_known + 1, 60s));
  ASSERT_TRUE(world.views().failure().has_value());
  EXPECT_EQ(world.views().failure()->code, "unknown-event");
  EXPECT_TRUE(world.views().wait_until_seen(last_known, 0s));
}

TEST(Views, RefuseToPassAnUnknownEventWhenCaughtUpByHand) {
  World world;
  world.something_unknown_happens();
  const auto caught_up = world.views().catch_up();
  ASSERT_FALSE(caught_up.has_value());
  EXPECT_EQ(caught_up.error().code, "unknown-event");
}

}  // namespace
