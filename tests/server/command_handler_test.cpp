#include "server/command_handler.hpp"

#include <gtest/gtest.h>

#include <utility>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "eventstore/memory_store.hpp"
#include "server/demonstration/demonstration.hpp"
#include "tests/projections/examples.hpp"
#include "tests/server/eventful_log.hpp"

namespace {

using eventstore::Version;
using server_tests::EventfulLog;

const core::Actor administrator{core::AccountId("operator"), {core::Role::Administrator}, {}};
const core::Actor secretary{core::AccountId("secretaria"), {core::Role::Secretariat}, {}};
const core::Actor applicant{
    core::AccountId("alijo"), {core::Role::Applicant}, {core::EntityCode("1701")}};
const core::EditionId edition("2021");

/// Alijó in an open edition, and others who are at work at the same time.
class Race : public testing::Test {
 protected:
  Race() {
    clock_.set(core::Instant::parse("2021-04-01T09:00:00Z").value());
    others_do(entities::RegisterEntity{testing_support::alijo()}, administrator);
    others_do(editions::OpenEdition{edition, "Edição de 2021", false,
                                    testing_support::small_regulation()},
              secretary);
  }

  void others_do(core::Command command, const core::Actor& who) {
    const core::CommandId id("others-" + std::to_string(++others_));
    const auto done =
        server::CommandHandler(*store_, clock_).handle({std::move(command), id, who, std::nullopt});
    EXPECT_TRUE(done) << done.error().en;
  }
  /// Moves on the stream that starting a dossier reads, not the dossier's.
  void the_entity_changes() {
    auto profile = testing_support::alijo();
    profile.population_2021 = ++others_;
    others_do(entities::RegisterEntity{profile}, administrator);
  }
  void somebody_starts_the_dossier() {
    others_do(dossiers::StartDossier{edition, core::EntityCode("1701")}, applicant);
  }

  core::Result<server::Accepted> starts_the_dossier(std::optional<Version> expected) {
    return server::CommandHandler(log_, clock_)
        .handle({dossiers::StartDossier{edition, core::EntityCode("1701")},
                 core::CommandId("start"), applicant, expected});
  }

  /// The first time, and then never again.
  void once(std::function<void()> what) {
    log_.happens = [what = std::move(what), first = true]() mutable {
      if (std::exchange(first, false)) what();
    };
  }

  server::ScriptedClock clock_;
  eventstore::SystemEntropy entropy_;
  std::unique_ptr<eventstore::Store> store_ = eventstore::make_memory_store(clock_, entropy_);
  EventfulLog log_{*store_};
  int others_ = 0;
};

TEST_F(Race, LostOnAStreamThatIsReadIsDecidedAnew) {
  once([this] { the_entity_changes(); });
  const auto started = starts_the_dossier(std::nullopt);
  ASSERT_TRUE(started) << started.error().en;
  EXPECT_EQ(started->stream, "dossier/2021-1701");
}

TEST_F(Race, LostOnAStreamThatIsReadIsDecidedAnewWhateverVersionOfItsOwnTheOrderExpects) {
  once([this] { the_entity_changes(); });
  const auto started = starts_the_dossier(0);
  ASSERT_TRUE(started) << started.error().field << ": " << started.error().en;
  EXPECT_EQ(started->version, 1U);
}

TEST_F(Race, LostOnTheCommandsOwnStreamIsStaleWhereTheOrderExpectsAVersion) {
  once([this] { somebody_starts_the_dossier(); });
  const auto refused = starts_the_dossier(0);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "stale-version");
  EXPECT_EQ(refused.error().field, "dossier/2021-1701");
}

TEST_F(Race, LostOnTheCommandsOwnStreamIsDecidedAnewWhereItExpectsNone) {
  once([this] { somebody_starts_the_dossier(); });
  const auto refused = starts_the_dossier(std::nullopt);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "dossier-exists");
}

TEST_F(Race, LostAgainAndAgainIsGivenUp) {
  log_.happens = [this] { the_entity_changes(); };
  for (const auto& expected : {std::optional<Version>(), std::optional<Version>(0)}) {
    const auto refused = starts_the_dossier(expected);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "busy");
    EXPECT_EQ(refused.error().kind, core::ErrorKind::Unavailable);
  }
}

TEST_F(Race, AgainstTheDeadlineIsWonByWhatCameInTimeHoweverLongItWaited) {
  clock_.set(core::Instant::parse("2021-06-30T23:00:05Z").value());
  const auto start = [this](const char* id, std::optional<core::Instant> received) {
    return server::CommandHandler(log_, clock_)
        .handle({dossiers::StartDossier{edition, core::EntityCode("1701")},
                 core::CommandId(id),
                 applicant,
                 std::nullopt,
                 {},
                 received});
  };
  const auto late = start("late", std::nullopt);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, "deadline-passed");
  const auto in_time = start("in-time", core::Instant::parse("2021-06-30T22:59:59Z"));
  EXPECT_TRUE(in_time) << in_time.error().en;
}

}  // namespace
