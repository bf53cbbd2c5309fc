#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/awards/what_if.hpp"
#include "domain/jury/panel_commands.hpp"
#include "server/advice/advice.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;

constexpr auto advice = "/editions/2021/advice";
constexpr auto what_if = "/api/v1/editions/2021/what-if";

/// A year up to its result: Alijó has 90 points, Favaios 65.
class Advice : public testing::Test {
 protected:
  AwardYear year;

  Advice() {
    year.until_assigned();
    year.score();
    year.seal();
    year.compute();
  }

  Answer supposes(Person& person, const awards::Supposition& supposed) {
    const auto seen = "?seen=" + std::to_string(year.program.head());
    return person.sends(http::Method::Post, what_if + seen, json::write(supposed));
  }
  awards::ResultComputed supposing(const awards::Supposition& supposed) {
    return supposes(year.secretary, supposed).as<awards::ResultComputed>();
  }
};

TEST_F(Advice, IsForTheSecretariatAndThePanel) {
  for (auto* reader : {&year.secretary, &year.rui})
    EXPECT_EQ(reader->reads(advice, year.program.head()).in_short(), "200");
  EXPECT_EQ(year.alijo.reads(advice).in_short(), "403 not-permitted");
  for (auto* person : {&year.rui, &year.alijo})
    EXPECT_EQ(supposes(*person, {}).in_short(), "403 not-permitted");
}

TEST_F(Advice, NamesNoJurorToAnother) {
  const auto seen = year.rui.reads(advice, year.program.head());
  for (const auto* name : {"rui", "marta", "joana", "tiago"})
    EXPECT_EQ(seen.body.find(name), std::string::npos) << name;
  const auto found = seen.as<server::advice::Advice>();
  ASSERT_EQ(found.without_juror.size(), 4U);
  EXPECT_EQ(found.without_juror[0].juror, "Jurado 1");
}

TEST_F(Advice, SaysWhatTheAwardsHangOnAndWhatCannotBeEstimated) {
  const auto found = year.secretary.reads(advice, year.program.head()).as<server::advice::Advice>();
  EXPECT_EQ(found.without_juror.size(), 4U);
  EXPECT_EQ(found.weights.size(), 6U);
  EXPECT_TRUE(found.before_deliberation.not_estimable);
  for (const auto& one : found.without_juror) EXPECT_TRUE(one.effect.changes.empty());
}

TEST_F(Advice, WhatIfNothingWereOtherwiseIsTheResultAndWritesNothing) {
  const auto head = year.program.head();
  awards::Supposition other;
  other.panel_rule = regulation::PanelRule::Median;
  other.without = {core::AccountId("rui")};
  EXPECT_EQ(supposes(year.secretary, other).status, 200);
  const auto same = supposing({});
  ASSERT_EQ(same.dossiers.size(), 2U);
  EXPECT_EQ(same.dossiers[0].points, (awards::PublishedPoints{"90.00", "90/1"}));
  EXPECT_EQ(year.program.head(), head);
}

TEST_F(Advice, IsOfTheResultAndNotOfWhatCameAfterIt) {
  const auto before = supposing({});
  const auto seen = year.secretary.reads(advice, year.program.head()).body;
  year.secretary.does(jury::ImposeConflict{dossier_of_alijo, core::AccountId("rui"), "Tarde."});
  EXPECT_EQ(supposing({}), before);
  EXPECT_EQ(year.secretary.reads(advice, year.program.head()).body, seen);
  year.compute();
  EXPECT_NE(supposing({}), before);
}

TEST_F(Advice, WhatIfAJurorHadNotJudged) {
  awards::Supposition without;
  without.without = {core::AccountId("rui")};
  for (const auto& one : supposing(without).dossiers)
    if (one.dossier == dossier_of_alijo) {
      EXPECT_FALSE(one.rank) << "two jurors are too few";
    }
  without.without = {core::AccountId("ninguem")};
  EXPECT_EQ(supposes(year.secretary, without).in_short(), "422 unknown-juror without[0]");
}

TEST_F(Advice, SaysWhyItCannotTellSeverityFromError) {
  const auto found = year.secretary.reads(advice, year.program.head()).as<server::advice::Advice>();
  ASSERT_TRUE(found.severity.not_estimable) << "they all gave the same";
  EXPECT_EQ(found.severity.dossiers.at(0).theta, "90.00");
  EXPECT_EQ(found.certainty.dossiers.at(0).expected_rank, "1.0");
}

/// Nor do sums of marks by any other way; with each juror left out, they would be each one's own.
TEST(AdviceInTime, IsNotGivenBeforeAResultIsComputed) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  awards::Supposition alone;
  alone.minimum_jurors = 1;
  alone.without = {core::AccountId("marta"), core::AccountId("joana"), core::AccountId("tiago")};
  const auto is_refused = [&] {
    for (auto* reader : {&year.secretary, &year.rui})
      EXPECT_EQ(reader->reads(advice, year.program.head()).in_short(), "409 result-not-computed");
    for (const auto& supposed : {awards::Supposition{}, alone})
      EXPECT_EQ(year.secretary.sends(http::Method::Post, what_if, json::write(supposed)).in_short(),
                "409 result-not-computed");
    EXPECT_EQ(year.secretary.reads("/editions/2021/results/draft", year.program.head()).in_short(),
              "404 result-not-computed");
  };
  is_refused();
  year.at("2021-09-15T22:59:59.999Z");
  is_refused();
  EXPECT_EQ(year.secretary.gives(awards::ComputeResult{edition}).in_short(), "409 scoring-open");
  EXPECT_EQ(year.secretary.reads("/editions/2021/ballot").in_short(), "409 scoring-open");
  year.at("2021-09-15T23:00:00Z");
  is_refused();
}

TEST_F(Advice, IsOfAnEditionThatExists) {
  EXPECT_EQ(year.secretary.reads("/editions/1999/advice").in_short(), "404 not-found");
}

}  // namespace
