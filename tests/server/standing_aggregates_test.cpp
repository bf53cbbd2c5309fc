#include "server/standing_aggregates.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "domain/accounts/account.hpp"
#include "domain/entities/entity.hpp"
#include "domain/facts.hpp"
#include "domain/persons/person.hpp"
#include "eventstore/memory_store.hpp"
#include "server/command_handler.hpp"
#include "server/demonstration/demonstration.hpp"
#include "server/identity/passwords.hpp"
#include "tests/projections/examples.hpp"
#include "tests/server/eventful_log.hpp"

namespace {

const core::Actor administrator{core::AccountId("operator"), {core::Role::Administrator}, {}};
const core::StreamRef alijo{entities::Entity::category, "1701"};

/// A log in which Alijó's entry in the register changes again and again.
class StandingAggregatesTest : public testing::Test {
 protected:
  StandingAggregatesTest() { clock_.set(core::Instant::parse("2021-04-01T09:00:00Z").value()); }

  void grows_to(std::int64_t population) {
    auto profile = testing_support::alijo();
    profile.population_2021 = population;
    gives(entities::RegisterEntity{profile});
  }
  void gives(core::Command command) {
    const core::CommandId id("command-" + std::to_string(++given_));
    const auto done = handler_.handle({std::move(command), id, administrator, std::nullopt});
    EXPECT_TRUE(done) << done.error().en;
  }
  server::HeldAggregate stands() { return aggregates_.of(alijo).value(); }

  static std::int64_t population(const server::HeldAggregate& standing) {
    core::Facts facts;
    standing.aggregate->tell(facts);
    return facts.find<facts::Entity>()->population.value_or(0);
  }

  server::ScriptedClock clock_;
  eventstore::SystemEntropy entropy_;
  std::unique_ptr<eventstore::Store> store_ = eventstore::make_memory_store(clock_, entropy_);
  server_tests::EventfulLog log_{*store_};
  server::CommandHandler handler_{*store_, clock_};
  server::StandingAggregates aggregates_{log_};
  std::atomic<int> given_ = 0;
};

TEST_F(StandingAggregatesTest, AreBroughtForwardByWhatHappenedSince) {
  for (const auto people : {101, 102, 103}) grows_to(people);
  EXPECT_EQ(stands().version, 3U);
  EXPECT_EQ(log_.events_read, 3U);
  grows_to(104);
  EXPECT_EQ(population(stands()), 104);
  EXPECT_EQ(log_.events_read, 4U);
  EXPECT_EQ(stands().version, 4U);
  EXPECT_EQ(log_.events_read, 4U);
}

TEST_F(StandingAggregatesTest, StayAsTheyWereForWhoHoldsThem) {
  grows_to(101);
  const auto held = stands();
  grows_to(102);
  const auto later = stands();
  grows_to(103);
  EXPECT_EQ(population(held), 101);
  EXPECT_EQ(population(later), 102);
  EXPECT_EQ(population(stands()), 103);
}

TEST_F(StandingAggregatesTest, OfAnEmptyStreamAreNew) {
  EXPECT_EQ(stands().version, 0U);
  EXPECT_EQ(aggregates_.of({entities::Entity::category, "../etc"})->version, 0U);
  grows_to(101);
  EXPECT_EQ(stands().version, 1U);
}

TEST_F(StandingAggregatesTest, AreLoadedAnewOnceThereAreTooMany) {
  grows_to(101);
  EXPECT_EQ(stands().version, 1U);
  for (int i = 0; i < 2000; ++i)
    EXPECT_TRUE(aggregates_.of({entities::Entity::category, "e" + std::to_string(i)}));
  EXPECT_EQ(stands().version, 1U);
  EXPECT_EQ(log_.events_read, 2U);
}

TEST_F(StandingAggregatesTest, AreLoadedAnewAfterAnErasure) {
  grows_to(101);
  EXPECT_EQ(stands().version, 1U);
  gives(accounts::OpenAccount{core::AccountId("gone"),
                              "Maria Ferreira",
                              "maria@exemplo.pt",
                              identity::hash_password("uma palavra-passe comprida").value(),
                              {core::Role::Juror},
                              {}});
  gives(persons::ErasePerson{core::PersonId("gone")});
  EXPECT_EQ(stands().version, 1U);
  EXPECT_EQ(log_.events_read, 2U);
}

TEST_F(StandingAggregatesTest, StandTheSameForManyAtOnce) {
  std::vector<std::jthread> hands;
  for (int hand = 0; hand < 4; ++hand)
    hands.emplace_back([&, hand] {
      for (int i = 1; i <= 50; ++i) {
        grows_to(1000 * (hand + 1) + i);
        const auto standing = stands();
        const auto people = population(standing);
        std::this_thread::yield();
        EXPECT_EQ(population(standing), people);
      }
    });
  hands.clear();
  EXPECT_EQ(stands().version, 200U);
}

}  // namespace
