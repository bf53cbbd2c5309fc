#include "domain/awards/all_judged.hpp"

#include <gtest/gtest.h>

#include "domain/facts.hpp"
#include "tests/support/lisbon_clock.hpp"
#include "tests/support/regulations.hpp"

/// Whoever submitted a dossier finds it in a list: no result is computed that leaves one out.
namespace {

using facts::DossierState;

const core::DossierId alijo("2021-1701");
const core::DossierId murca("2021-1707");
const std::vector<core::DossierId> submitted = {alijo, murca};

/// Scoring closes on 15 September; entities are heard for ten working days.
core::Context context_of(core::Facts facts, const char* now = "2021-09-20T10:00:00Z") {
  auto rules = testing_support::small_regulation();
  rules.calendar.hearing_days = 10;
  facts.tell(facts::Edition{core::EditionId("2021"), rules});
  return {{}, core::Instant::parse(now).value(), std::move(facts), {}, testing_support::lisbon()};
}

core::Context told(DossierState of_murca, const std::vector<core::DossierId>& put_before_the_jury) {
  core::Facts facts;
  facts.tell(facts::Panel{core::EditionId("2021"), {}, {}, put_before_the_jury, {}});
  facts.tell(facts::Dossier{alijo, {}, DossierState::Eligible, {}});
  facts.tell(facts::Dossier{murca, {}, of_murca, {}});
  return context_of(std::move(facts));
}

TEST(AllJudged, IsEveryDossierThatStandsScreenedAndBeforeTheJury) {
  EXPECT_TRUE(awards::check_all_judged(submitted, told(DossierState::Eligible, submitted)));
  for (const auto out : {DossierState::NotEligible, DossierState::Withdrawn})
    EXPECT_TRUE(awards::check_all_judged(submitted, told(out, {alijo})));
  EXPECT_TRUE(awards::check_all_judged({}, told(DossierState::Submitted, {})));
}

TEST(AllJudged, NamesWhatWasNotScreened) {
  const auto checked = awards::check_all_judged(submitted, told(DossierState::Submitted, {alijo}));
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, "dossiers-unscreened");
  EXPECT_EQ(checked.error().pt,
            "Falta decidir a admissibilidade de candidaturas submetidas: 2021-1707.");
}

TEST(AllJudged, NamesWhatWasAdmittedAndNotPutBeforeTheJury) {
  const auto checked = awards::check_all_judged(submitted, told(DossierState::Eligible, {alijo}));
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, "dossiers-unjudged");
  EXPECT_EQ(checked.error().en,
            "Dossiers that were admitted have not been put before the jury: 2021-1707.");
}

TEST(AllJudged, NamesTenAndCountsTheOthers) {
  core::Facts facts;
  std::vector<core::DossierId> many;
  for (int i = 10; i < 22; ++i) {
    many.emplace_back("2021-17" + std::to_string(i));
    facts.tell(facts::Dossier{many.back(), {}, DossierState::Submitted, {}});
  }
  const auto checked = awards::check_all_judged(many, context_of(std::move(facts)));
  EXPECT_TRUE(checked.error().pt.ends_with("2021-1719 (e mais 2).")) << checked.error().pt;
}

TEST(AllJudged, WaitsForWhoMayStillContestThatTheyWereNotAdmitted) {
  const auto checked_at = [](const char* now) {
    facts::Dossier dossier{alijo, {}, DossierState::NotEligible, {}};
    dossier.turned_down = core::Instant::parse("2021-09-16T10:00:00Z").value();
    core::Facts facts;
    facts.tell(std::move(dossier));
    return awards::check_all_judged(submitted, context_of(std::move(facts), now));
  };
  const auto refused = checked_at("2021-09-30T22:59:59Z");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "dossiers-contestable");
  EXPECT_TRUE(checked_at("2021-09-30T23:00:00Z"));
}

}  // namespace
