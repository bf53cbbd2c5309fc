#include "tests/domain/panel_samples.hpp"

namespace {

using namespace jury;
using namespace panel_samples;

TEST(Panel, AssignsEvenlyAmongThoseWithoutConflict) {
  const core::Decision decision =
      given_panel(all_without_conflict()).when(AssignJurors{edition, both, 3}).decision();
  ASSERT_TRUE(decision);
  const auto panel = told(after(all_without_conflict(), *decision));
  ASSERT_EQ(panel.assignments.size(), 6U);
  for (const auto& juror : panel.jurors) {
    const auto load = std::ranges::count(panel.assignments, juror, &facts::Assignment::juror);
    EXPECT_TRUE(load == 1 || load == 2) << juror.text() << " has " << load;
  }
}

TEST(Panel, SilenceIsNotTheAbsenceOfConflict) {
  given_panel(four_asked).when(AssignJurors{edition, both, 3}).is_refused("assignment-infeasible");
}

TEST(Panel, NamesTheDossiersThatLackJurors) {
  const auto history =
      after(all_without_conflict(), {ConflictDeclared{favaios, ana, ConflictKind::Family, ""},
                                     ConflictImposed{favaios, rui, ImposedBy::Secretariat, "x"}});
  auto scenario = given_panel(history);
  scenario.when(AssignJurors{edition, both, 3}).is_refused("assignment-infeasible");
  EXPECT_NE(scenario.decision().error().pt.find("2021-170205: 1"), std::string::npos);
  EXPECT_EQ(scenario.decision().error().pt.find("2021-1702:"), std::string::npos);
}

TEST(Panel, AWaivedConflictLetsTheJurorJudge) {
  const auto history =
      after(all_without_conflict(), {ConflictDeclared{favaios, ana, ConflictKind::Family, ""},
                                     ConflictWaived{favaios, ana, "Parente afastado."}});
  EXPECT_TRUE(given_panel(history).when(AssignJurors{edition, both, 4}).decision());
}

TEST(Panel, KeepsTheMinimumOfTheRegulation) {
  given_panel(all_without_conflict())
      .when(AssignJurors{edition, both, 2})
      .is_refused("jurors-per-dossier", "per_dossier");
}

TEST(Panel, ALateConflictEndsTheAssignmentAndAnotherJurorTakesIt) {
  const auto assigned =
      after(all_without_conflict(),
            {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}, {alijo, eva}}},
             ConflictDeclared{alijo, ana, ConflictKind::Mandate, "Soube hoje."}});
  EXPECT_EQ(told(assigned).assignments,
            (std::vector<facts::Assignment>{{alijo, eva}, {alijo, rui}}));
  given_panel(assigned)
      .when(AssignJurors{edition, {alijo}, 3})
      .then({JurorsAssigned{edition, 3, {{alijo, gil}}, seed()}});
}

TEST(Panel, AssignsNothingTwice) {
  const auto assigned =
      after(all_without_conflict(),
            {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}, {alijo, eva}}}});
  given_panel(assigned).when(AssignJurors{edition, {alijo}, 3}).is_refused("nothing-to-assign");
}

TEST(Panel, DescribesAJurorToTheDistribution) {
  const std::vector<regulation::Theme> areas = {regulation::Theme::Saude};
  given_panel(four_appointed)
      .when(DescribeJuror{edition, ana, 12, areas})
      .then({JurorDescribed{edition, ana, 12, areas}});
  given_panel(four_appointed)
      .when(DescribeJuror{edition, core::AccountId("zita"), 12, {}})
      .is_refused("unknown-juror", "juror");
  for (const std::int64_t most : {0, 4001})
    given_panel(four_appointed)
        .when(DescribeJuror{edition, ana, most, {}})
        .is_refused("most-dossiers", "most_dossiers");
  given_panel(four_appointed)
      .when(DescribeJuror{edition, ana, {}, {areas[0], areas[0]}})
      .is_refused("area-repeated", "areas");
}

facts::Panel assigned_by(const std::vector<core::Event>& history, const AssignJurors& command) {
  const auto decision = given_panel(history).when(command).decision();
  EXPECT_TRUE(decision) << decision.error().en;
  return told(after(history, decision.value_or(std::vector<core::Event>())));
}

bool judges(const facts::Panel& panel, const core::AccountId& juror,
            const core::DossierId& dossier) {
  return std::ranges::count(panel.assignments, facts::Assignment{dossier, juror}) == 1;
}

TEST(Panel, AJurorGetsNoMoreDossiersThanTheirMost) {
  const auto history = after(all_without_conflict(), {JurorDescribed{edition, ana, 1, {}}});
  const auto panel = assigned_by(history, {edition, both, 3});
  EXPECT_EQ(std::ranges::count(panel.assignments, ana, &facts::Assignment::juror), 1);
  given_panel(history).when(AssignJurors{edition, both, 4}).is_refused("assignment-infeasible");
  const auto full = after(history, {JurorsAssigned{edition, 3, {{alijo, ana}}}});
  EXPECT_FALSE(judges(assigned_by(full, {edition, {favaios}, 3}), ana, favaios));
}

TEST(Panel, PrefersTheJurorWhoseAreaADossierIsAbout) {
  using regulation::Theme;
  auto about_housing = dossier(alijo);
  about_housing.themes = {Theme::Habitacao, Theme::Saude};
  for (const auto& juror : {ana, rui, eva, gil}) {
    const auto history =
        after(all_without_conflict(), {JurorDescribed{edition, juror, {}, {Theme::Habitacao}}});
    const auto decision = given(panel_type(), history)
                              .knowing(facts::Edition{edition, testing_support::small_regulation()})
                              .knowing(about_housing)
                              .when(AssignJurors{edition, {alijo}, 3})
                              .decision();
    EXPECT_TRUE(judges(told(after(history, decision.value())), juror, alijo)) << juror.text();
  }
}

TEST(Panel, TheFrozenRegulationIsTheSeedAlsoAfterAnExtension) {
  auto extended = facts::Edition{edition, testing_support::small_regulation()};
  extended.frozen_calendar = extended.regulation.calendar;
  const auto seed_with = [](const facts::Edition& known) {
    auto scenario = given(panel_type(), all_without_conflict());
    const auto decision = scenario.knowing(known)
                              .knowing(dossier(alijo))
                              .when(AssignJurors{edition, {alijo}, 3})
                              .decision();
    return decision.value().at(0).get<JurorsAssigned>().seed.value();
  };
  const auto seed = seed_with(extended);
  EXPECT_FALSE(seed.empty());
  extended.regulation.calendar.scoring_deadline = extended.regulation.calendar.results;
  EXPECT_EQ(seed_with(extended), seed);
  extended.regulation.minimum_jurors = 2;
  EXPECT_NE(seed_with(extended), seed);
}

/// Two jurors common to all areas and one expert: gil alone knows housing, eva health.
struct ComposedPanel : testing::Test {
  facts::Edition known{edition, testing_support::small_regulation()};
  facts::Dossier about_housing = dossier(alijo);
  std::vector<core::Event> history = after(
      all_without_conflict(), {JurorDescribed{edition, gil, {}, {regulation::Theme::Habitacao}},
                               JurorDescribed{edition, eva, {}, {regulation::Theme::Saude}}});

  ComposedPanel() {
    known.regulation.panel = {2, 1};
    about_housing.themes = {regulation::Theme::Habitacao};
  }
  Scenario assigning(std::int64_t per_dossier) {
    auto scenario = given(panel_type(), history);
    scenario.knowing(known)
        .knowing(about_housing)
        .when(AssignJurors{edition, {alijo}, per_dossier});
    return scenario;
  }
};

TEST_F(ComposedPanel, HasItsCommonJurorsAndAnExpertOfTheArea) {
  EXPECT_EQ(told(after(history, assigning(3).decision().value())).assignments,
            (std::vector<facts::Assignment>{{alijo, ana}, {alijo, gil}, {alijo, rui}}));
}

TEST_F(ComposedPanel, HasTheNumberOfJurorsThatTheRegulationNames) {
  assigning(4).is_refused("jurors-per-dossier", "per_dossier");
}

TEST_F(ComposedPanel, IsNotMadeWithoutAnExpertOfTheArea) {
  about_housing.themes = {regulation::Theme::Deficiencia};
  assigning(3).is_refused("assignment-infeasible");
}

TEST_F(ComposedPanel, KeepsWhoIsThereAlready) {
  history.emplace_back(JurorsAssigned{edition, 3, {{alijo, rui}, {alijo, gil}}});
  EXPECT_EQ(assigning(3).decision().value().at(0).get<JurorsAssigned>().assignments.size(), 1U);
}

const std::string because = "Por decisão do secretariado.";

TEST(Panel, AFixedPairIsAlwaysAssigned) {
  for (const auto& juror : {ana, rui, eva, gil}) {
    const auto history =
        after(all_without_conflict(), {PairRuled{alijo, juror, PairRule::Fixed, because}});
    const auto panel = assigned_by(history, {edition, both, 3});
    EXPECT_TRUE(judges(panel, juror, alijo)) << juror.text();
    EXPECT_EQ(panel.assignments.size(), 6U);
  }
}

TEST(Panel, AFixedPairIsAddedToADossierThatHasAllItsJurors) {
  const auto history =
      after(all_without_conflict(),
            {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}, {alijo, eva}}},
             PairRuled{alijo, gil, PairRule::Fixed, because}});
  given_panel(history)
      .when(AssignJurors{edition, {alijo}, 3})
      .then({JurorsAssigned{edition, 3, {{alijo, gil}}, seed()}});
}

TEST(Panel, AFixedPairThatCannotBeIsSaid) {
  const PairRuled fixed{alijo, ana, PairRule::Fixed, because};
  const std::vector<std::vector<core::Event>> impossible = {
      after(four_asked, {fixed}),
      after(all_without_conflict(),
            {fixed, ConflictDeclared{alijo, ana, ConflictKind::Family, ""}}),
      after(all_without_conflict(), {fixed, JurorsAssigned{edition, 3, {{favaios, ana}}},
                                     JurorDescribed{edition, ana, 1, {}}})};
  for (const auto& history : impossible) {
    auto scenario = given_panel(history);
    scenario.when(AssignJurors{edition, {alijo}, 3}).is_refused("fixed-pair");
    EXPECT_NE(scenario.decision().error().pt.find("ana, 2021-1702"), std::string::npos);
  }
}

TEST(Panel, AForbiddenPairIsNeverAssignedAndIsNoConflict) {
  const auto history =
      after(all_without_conflict(), {PairRuled{alijo, ana, PairRule::Forbidden, because}});
  const auto panel = assigned_by(history, {edition, both, 3});
  EXPECT_FALSE(judges(panel, ana, alijo));
  EXPECT_TRUE(panel.conflicts.empty());
  given_panel(history).when(AssignJurors{edition, {alijo}, 4}).is_refused("assignment-infeasible");
  const auto freed = after(history, {PairRuled{alijo, ana, PairRule::Free, because}});
  EXPECT_TRUE(judges(assigned_by(freed, {edition, {alijo}, 4}), ana, alijo));
}

TEST(Panel, RulesOnAPairWithAReason) {
  const RulePair fix{alijo, ana, PairRule::Fixed, because};
  given_panel(four_asked).when(fix).then({PairRuled{alijo, ana, PairRule::Fixed, because}});
  given_panel(four_asked)
      .when(RulePair{alijo, ana, PairRule::Fixed, ""})
      .is_refused("text-length", "reason");
  given_panel(four_appointed).when(fix).is_refused("conflict-not-asked");
  given_panel(after(four_asked, {PairRuled{alijo, ana, PairRule::Fixed, because}}))
      .when(fix)
      .is_refused("rule-stands");
  given_panel(four_asked)
      .when(RulePair{alijo, ana, PairRule::Free, because})
      .is_refused("rule-stands");
  given_panel(after(four_asked, {ConflictDeclared{alijo, ana, ConflictKind::Other, ""}}))
      .when(fix)
      .is_refused("conflict-stands");
  given_panel(after(four_asked, {JurorsAssigned{edition, 3, {{alijo, ana}}}}))
      .when(RulePair{alijo, ana, PairRule::Forbidden, because})
      .is_refused("pair-assigned");
}

}  // namespace
