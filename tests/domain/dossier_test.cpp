#include "domain/dossiers/dossier.hpp"

#include <gtest/gtest.h>

#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

constexpr auto while_open = "2021-04-01T09:00:00Z";
constexpr auto at_the_deadline = "2021-06-30T22:59:59.999Z";
constexpr auto one_millisecond_later = "2021-06-30T23:00:00Z";

/// Ana, while the edition is open, with its regulation and the entity known.
Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("ana")).at(while_open).knowing(edition_fact()).knowing(entity_fact());
  return scenario;
}

Scenario given_a_complete_dossier() {
  return given({started(), added("r1", diagnosis()), added("r2", programme())});
}

Scenario given_a_submitted_dossier() {
  return given({started(), added("r1", diagnosis()), added("r2", programme()), submitted()});
}

const StartDossier start{edition, favaios};
const SubmitDossier submit{dossier, {"Ana Lopes", "Presidente da Junta"}};
const AddRecord add{dossier, first, diagnosis()};
const ChangeRecord change{dossier, first, 1, diagnosis()};
const RemoveRecord remove_first{dossier, first, 1};
const ScreenDossier admit{dossier, Verdict::Eligible, std::nullopt};
const ScreenDossier reject{dossier, Verdict::NotEligible, "Falta a ata da aprovação."};

TEST(Dossier, IsStartedByAnEntityInItsOwnCategory) {
  given({}).when(start).then({started()});
}

TEST(Dossier, LooksAtItsEditionAndItsEntity) {
  const std::vector<core::StreamRef> expected = {{"edition", "2021"}, {"entity", "170107"}};
  EXPECT_EQ(start.reads({}), expected);
  EXPECT_EQ(start.target(), "2021-170107");
  const std::vector<core::StreamRef> edition_only = {{"edition", "2021"}};
  EXPECT_EQ(add.reads({}), edition_only);
  EXPECT_EQ(remove_first.reads({}), edition_only);
  EXPECT_EQ(submit.reads({}), expected);
}

TEST(Dossier, IsOneForEachEntityAndEdition) {
  given({started()}).when(start).is_refused("dossier-exists");
}

TEST(Dossier, NeedsAnEditionAndAnEntityThatExist) {
  testing_support::given(dossier_type())
      .at(while_open)
      .knowing(entity_fact())
      .when(start)
      .is_refused("unknown-edition", "edition");
  testing_support::given(dossier_type())
      .at(while_open)
      .knowing(edition_fact())
      .when(start)
      .is_refused("unknown-entity", "entity");
}

TEST(Dossier, NeedsACategoryThatTakesPart) {
  auto municipalities_only = edition_fact();
  municipalities_only.regulation.categories = {regulation::Category::Municipio};
  testing_support::given(dossier_type())
      .at(while_open)
      .knowing(municipalities_only)
      .knowing(entity_fact())
      .when(start)
      .is_refused("category-not-in-edition", "entity");
}

TEST(Dossier, IsStartedBetweenOpeningAndDeadline) {
  given({}).at("2021-02-28T23:59:59.999Z").when(start).is_refused("not-open-yet");
  given({}).at("2021-03-01T00:00:00Z").when(start).then({started()});
  given({}).at(at_the_deadline).when(start).then({started()});
  given({}).at(one_millisecond_later).when(start).is_refused("deadline-passed");
}

TEST(Dossier, HasToExistBeforeAnythingIsDoneToIt) {
  for (const core::Command& command :
       std::vector<core::Command>{add, change, remove_first, submit, admit})
    given({}).when(command).is_refused("unknown-dossier");
}

TEST(Dossier, IsSubmittedWhenComplete) {
  given_a_complete_dossier().when(submit).then(
      {DossierSubmitted{dossier,
                        core::Instant::parse(while_open).value(),
                        core::AccountId("ana"),
                        {"Ana Lopes", "Presidente da Junta"}}});
}

TEST(Dossier, IsSubmittedUntilTheLastMillisecond) {
  given_a_complete_dossier()
      .at(at_the_deadline)
      .when(submit)
      .then({DossierSubmitted{dossier,
                              core::Instant::parse(at_the_deadline).value(),
                              core::AccountId("ana"),
                              {"Ana Lopes", "Presidente da Junta"}}});
  auto late = given_a_complete_dossier();
  late.at(one_millisecond_later).when(submit).is_refused("deadline-passed");
  EXPECT_EQ(late.decision().error().kind, core::ErrorKind::TooLate);
}

TEST(Dossier, ChangesUntilTheLastMillisecond) {
  for (const core::Command& command : std::vector<core::Command>{
           AddRecord{dossier, core::RecordId("r3"), link()}, change, remove_first}) {
    EXPECT_TRUE(given_a_complete_dossier().at(at_the_deadline).when(command).decision());
    given_a_complete_dossier()
        .at(one_millisecond_later)
        .when(command)
        .is_refused("deadline-passed");
  }
}

TEST(Dossier, SaysWhatItLacks) {
  auto refused = given({started(), added("r1", diagnosis())});
  refused.when(submit).is_refused("incomplete");
  EXPECT_EQ(refused.decision().error().pt,
            "A candidatura ainda não está completa. "
            "Secção III (Programas desenvolvidos): falta 1 registo.");
  EXPECT_EQ(refused.decision().error().en,
            "The dossier is not complete yet. Section III (Programmes): 1 record is missing.");
}

TEST(Dossier, CountsWhatIsLeftAfterARemoval) {
  given({started(), added("r1", diagnosis()), added("r2", programme()),
         DossierRecordRemoved{dossier, first}})
      .when(submit)
      .is_refused("incomplete");
}

TEST(Dossier, NamesWhoAnswersForIt) {
  given_a_complete_dossier()
      .when(SubmitDossier{dossier, {"", "Presidente da Junta"}})
      .is_refused("text-length", "responsible.name");
  given_a_complete_dossier()
      .when(SubmitDossier{dossier, {"Ana Lopes", " "}})
      .is_refused("text-unreadable", "responsible.function");
}

TEST(Dossier, StaysAsItWasSubmitted) {
  for (const core::Command& command : std::vector<core::Command>{add, change, remove_first, submit})
    given_a_submitted_dossier().when(command).is_refused("already-submitted");
}

TEST(Dossier, IsScreenedAfterTheDeadline) {
  const auto late = core::Instant::parse(one_millisecond_later).value();
  given_a_submitted_dossier()
      .at(one_millisecond_later)
      .when(admit)
      .then({DossierScreened{dossier, late, core::AccountId("ana"), Verdict::Eligible,
                             std::nullopt}});
  given_a_submitted_dossier()
      .at(one_millisecond_later)
      .when(reject)
      .then({DossierScreened{dossier, late, core::AccountId("ana"), Verdict::NotEligible,
                             "Falta a ata da aprovação."}});
  given_a_submitted_dossier().at(at_the_deadline).when(admit).is_refused("screening-too-early");
}

TEST(Dossier, IsScreenedOnlyWhenSubmittedAndOnlyOnce) {
  given_a_complete_dossier().at(one_millisecond_later).when(admit).is_refused("not-submitted");
  given({started(), added("r1", diagnosis()), added("r2", programme()), submitted(),
         DossierScreened{dossier, {}, core::AccountId("ana"), Verdict::Eligible, std::nullopt}})
      .at(one_millisecond_later)
      .when(reject)
      .is_refused("already-screened");
}

TEST(Dossier, IsNotTurnedDownWithoutAReason) {
  given_a_submitted_dossier()
      .at(one_millisecond_later)
      .when(ScreenDossier{dossier, Verdict::NotEligible, std::nullopt})
      .is_refused("reason-missing", "reason");
  given_a_submitted_dossier()
      .at(one_millisecond_later)
      .when(ScreenDossier{dossier, Verdict::NotEligible, ""})
      .is_refused("text-length", "reason");
}

facts::Dossier told_by(const std::vector<core::Event>& history) {
  const auto aggregate = dossier_type().make();
  for (const auto& event : history) aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  EXPECT_NE(facts.find<facts::Dossier>(), nullptr);
  return *facts.find<facts::Dossier>();
}

TEST(Dossier, TellsItsStateAndWhatItOffersToOthers) {
  auto offered = programme();
  offered.good_practice = true;
  const auto draft = told_by(
      {started(), added("p1", programme()), added("p2", offered), added("r1", diagnosis())});
  EXPECT_EQ(draft.id, dossier);
  EXPECT_EQ(draft.category, regulation::Category::Freguesia);
  EXPECT_EQ(draft.state, facts::DossierState::Draft);
  EXPECT_EQ(draft.good_practices, std::vector{core::RecordId("p2")});

  const auto screened = [](Verdict verdict) {
    return DossierScreened{dossier, {}, core::AccountId("s"), verdict, std::nullopt};
  };
  EXPECT_EQ(told_by({started(), submitted()}).state, facts::DossierState::Submitted);
  EXPECT_EQ(told_by({started(), submitted(), screened(Verdict::Eligible)}).state,
            facts::DossierState::Eligible);
  EXPECT_EQ(told_by({started(), submitted(), screened(Verdict::NotEligible)}).state,
            facts::DossierState::NotEligible);
}

TEST(Dossier, TellsWhatItIsAboutAndWhomItWorksWith) {
  const auto told = told_by(
      {started(), added("p1", programme()), added("s1", support()), added("v1", partnership())});
  EXPECT_TRUE(told.themes.contains(programme().theme));
  EXPECT_TRUE(told.themes.contains(support().theme));
  std::vector<std::string> partners;
  for (const auto& partner : told.partners) partners.push_back(partner.name + partner.nipc);
  EXPECT_EQ(partners,
            (std::vector<std::string>{"Junta de Freguesia", "Associação de exemplo599999993",
                                      "Centro de saúde"}));
}

TEST(Dossier, TellsNothingBeforeItIsStarted) {
  core::Facts facts;
  dossier_type().make()->tell(facts);
  EXPECT_EQ(facts.find<facts::Dossier>(), nullptr);
}

}  // namespace
