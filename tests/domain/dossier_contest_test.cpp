#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "domain/facts.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// A dossier was not admitted: the entity is heard, and the verdict may be another.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

constexpr auto in_scoring = "2021-09-15T22:59:59.999Z";
constexpr auto after_scoring = "2021-09-15T23:00:00Z";
const core::Instant now = core::Instant::parse(in_scoring).value();

DossierScreened screened(Verdict verdict, std::optional<std::string> reason) {
  return {dossier, now, core::AccountId("ana"), verdict, std::move(reason)};
}
const auto turned_down = screened(Verdict::NotEligible, "Falta a ata.");
const auto eligible = screened(Verdict::Eligible, std::nullopt);
const ScreeningContested contested{dossier, now, core::AccountId("ana"), "A ata está lá."};
const ScreenDossier admit{dossier, Verdict::Eligible, std::nullopt};
const ScreenDossier reject{dossier, Verdict::NotEligible, "Falta a assinatura da ata."};
const ContestScreening contest{dossier, "A ata está lá."};

std::vector<core::Event> history(const std::vector<core::Event>& more) {
  std::vector<core::Event> all = {started(), added("r1", diagnosis()), submitted()};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}
Scenario given(const std::vector<core::Event>& more) {
  auto scenario = testing_support::given(dossier_type(), history(more));
  scenario.as(person("ana")).at(in_scoring).knowing(edition_fact());
  return scenario;
}

TEST(Screening, OfADossierThatWasTurnedDownMayBeAnother) {
  given({turned_down}).when(admit).then({eligible});
  given({turned_down}).when(reject).then({screened(Verdict::NotEligible, reject.reason)});
  given({turned_down}).at(after_scoring).when(admit).is_refused("already-screened");
}

TEST(Screening, OfAContestedDossierIsDecidedAlsoWhenScoringIsOver) {
  for (const auto& verdict : {admit, reject})
    EXPECT_TRUE(given({turned_down, contested}).at(after_scoring).when(verdict).decision());
}

TEST(Screening, OfAnEligibleDossierIsFinal) {
  given({eligible}).when(reject).is_refused("already-screened");
  given({turned_down, eligible}).when(reject).is_refused("already-screened");
}

TEST(Screening, IsFollowedByNoClarification) {
  const AskClarification ask{dossier, {regulation::Section::I}, "De quando?", now};
  given({turned_down}).at("2021-09-01T10:00:00Z").when(ask).is_refused("already-screened");
}

TEST(Contest, IsOfADossierThatWasNotAdmitted) {
  given({turned_down}).when(contest).then({contested});
  given({}).when(contest).is_refused("nothing-to-contest");
  given({eligible}).when(contest).is_refused("nothing-to-contest");
  testing_support::given(dossier_type(), {}).when(contest).is_refused("unknown-dossier");
}

TEST(Contest, IsMadeOnceForEachVerdict) {
  given({turned_down, contested}).when(contest).is_refused("screening-contested");
  given({turned_down, contested, turned_down}).when(contest).then({contested});
}

TEST(Contest, IsTakenUntilTheScoringDeadline) {
  auto late = given({turned_down});
  late.at(after_scoring).when(contest).is_refused("contest-too-late");
  EXPECT_EQ(late.decision().error().kind, core::ErrorKind::TooLate);
  EXPECT_EQ(late.decision().error().pt,
            "O prazo para contestar a não admissão terminou em 15 de setembro de 2021, às 23:59:59 "
            "(hora de Lisboa).");
}

/// The verdict comes as scoring closes: the entity has its ten working days all the same.
TEST(Contest, HasTheDaysToBeHeardThatTheRegulationPromises) {
  const auto promised = [](const std::vector<core::Event>& more) {
    auto known = edition_fact();
    known.regulation.calendar.hearing_days = 10;
    auto scenario = testing_support::given(dossier_type(), history(more));
    scenario.as(person("ana")).knowing(known);
    return scenario;
  };
  auto late = promised({turned_down});
  EXPECT_TRUE(late.at("2021-09-29T22:59:59.999Z").when(contest).decision());
  EXPECT_TRUE(late.when(admit).decision()) << "or the secretariat thinks it over";
  late.at("2021-09-29T23:00:00Z").when(contest).is_refused("contest-too-late");
  late.when(admit).is_refused("already-screened");
  promised({turned_down, contested, turned_down})
      .at("2021-09-20T10:00:00Z")
      .when(contest)
      .is_refused("contest-too-late");
}

TEST(Contest, SaysSomething) {
  for (const auto& text : {std::string(), std::string(20001, 'a')})
    given({turned_down}).when(ContestScreening{dossier, text}).is_refused("text-length", "text");
}

facts::DossierState told_after(const std::vector<core::Event>& more) {
  const auto aggregate = dossier_type().make();
  for (const auto& event : history(more)) aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  return facts.find<facts::Dossier>()->state;
}

TEST(Contest, OpensTheVerdictUntilTheNext) {
  using facts::DossierState;
  EXPECT_EQ(told_after({turned_down, contested}), DossierState::Submitted);
  EXPECT_EQ(told_after({turned_down, contested, turned_down}), DossierState::NotEligible);
  EXPECT_EQ(told_after({turned_down, contested, eligible}), DossierState::Eligible);
}

}  // namespace
