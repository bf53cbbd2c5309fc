#include "tests/domain/panel_samples.hpp"

namespace {

using namespace jury;
using namespace panel_samples;

const std::string because = "Adoeceu.";

/// Ana, Rui and Eva judge Alijó; Ana also judges Favaios.
const auto in_mid_round = after(
    all_without_conflict(), {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}, {alijo, eva}}},
                             JurorsAssigned{edition, 1, {{favaios, ana}}}});

/// Ana has sealed Alijó and begun Favaios.
Scenario with_evaluations(const std::vector<core::Event>& history) {
  auto scenario = given_panel(history);
  scenario.knowing(facts::Evaluation{alijo, ana, true, {}})
      .knowing(facts::Evaluation{favaios, ana, false, {}});
  return scenario;
}

const JurorLeft ana_left = {edition, ana, {alijo}, {favaios}, because};

TEST(PanelDeparture, LeavesWhatIsSealedAndTakesBackWhatIsOpen) {
  with_evaluations(in_mid_round).when(DismissJuror{edition, ana, because}).then({ana_left});
  const auto panel = told(after(in_mid_round, {ana_left}));
  EXPECT_EQ(panel.jurors, (std::vector{eva, gil, rui}));
  EXPECT_EQ(panel.assignments,
            (std::vector<facts::Assignment>{{alijo, ana}, {alijo, eva}, {alijo, rui}}));
}

TEST(PanelDeparture, ReadsTheEvaluationsOfTheOneWhoLeaves) {
  core::Facts facts;
  facts.tell(told(in_mid_round));
  const auto streams = DismissJuror{edition, ana, because}.reads(facts);
  EXPECT_EQ(std::ranges::count(streams, std::string("evaluation"), &core::StreamRef::category), 2);
}

TEST(PanelDeparture, HasAReasonAndAJurorWhoSits) {
  given_panel(in_mid_round)
      .when(DismissJuror{edition, ana, ""})
      .is_refused("text-length", "reason");
  given_panel(in_mid_round)
      .when(DismissJuror{edition, core::AccountId("zita"), because})
      .is_refused("unknown-juror", "juror");
  given_panel(after(in_mid_round, {ana_left}))
      .when(DismissJuror{edition, ana, because})
      .is_refused("unknown-juror", "juror");
  given(panel_type()).when(DismissJuror{edition, ana, because}).is_refused("unknown-edition");
}

TEST(PanelDeparture, GivesTheOpenDossiersToOthersAndMovesNobodyElse) {
  const auto history = after(in_mid_round, {ana_left});
  given_panel(history)
      .when(AssignJurors{edition, both, 3})
      .then({JurorsAssigned{edition, 3, {{favaios, eva}, {favaios, gil}, {favaios, rui}}, seed()}});
  given_panel(history).when(AssignJurors{edition, {alijo}, 3}).is_refused("nothing-to-assign");
}

TEST(PanelDeparture, EndsWhatWasFixedAndWhatTheSecretariatCanSay) {
  const auto history =
      after(in_mid_round, {ana_left, PairRuled{favaios, ana, PairRule::Fixed, because}});
  given_panel(history).when(AssignJurors{edition, {favaios}, 3}).is_refused("fixed-pair");
  given_panel(history)
      .when(DescribeJuror{edition, ana, 3, {}})
      .is_refused("unknown-juror", "juror");
}

TEST(PanelDeparture, AsksTheOneWhoLeftNoMore) {
  given_panel({appointed(ana), appointed(rui), JurorLeft{edition, ana, {}, {}, because}})
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {rui}}});
  given_panel({appointed(ana), JurorLeft{edition, ana, {}, {}, because}})
      .when(AskConflicts{edition, both})
      .is_refused("no-jurors");
}

TEST(PanelDeparture, AConflictFoundAfterwardsSetsEvenWhatWasSealedAside) {
  const auto history = after(in_mid_round, {ana_left});
  const ConflictImposed found{alijo, ana, ImposedBy::Secretariat, "Soube-se depois."};
  given_panel(history).when(ImposeConflict{alijo, ana, "Soube-se depois."}).then({found});
  EXPECT_EQ(told(after(history, {found})).assignments,
            (std::vector<facts::Assignment>{{alijo, eva}, {alijo, rui}}));
}

TEST(PanelDeparture, IsUndoneByAnotherAppointment) {
  const auto history = after(in_mid_round, {ana_left});
  given_panel(history)
      .when(AppointJuror{edition, ana, "Jurado ana", {}})
      .then({appointed_now(appointed(ana))});
  EXPECT_EQ(told(after(history, {appointed(ana)})).jurors.size(), 4U);
}

TEST(PanelDeparture, ThatIsUndoneLeavesTheJurorOnThePanelSinceTheFirstAppointment) {
  auto first = appointed(ana);
  first.at = core::Instant::parse("2021-07-03T09:00:00Z");
  auto again = appointed(ana);
  again.at = core::Instant::parse("2021-09-17T09:00:00Z");
  const auto since = told({first, JurorLeft{edition, ana, {}, {}, because}, again}).since;
  EXPECT_EQ(since.at(ana), *first.at);
  first.at.reset();
  EXPECT_TRUE(told({first, JurorLeft{edition, ana, {}, {}, because}, again}).since.empty());
}

TEST(PanelArrival, OfAJurorInMidRoundMovesNobody) {
  const auto arrived = after(in_mid_round, {appointed(zita)});
  given_panel(arrived)
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, eva, gil, rui, zita}}});
  const auto answered =
      after(arrived, {ConflictsAsked{edition, both, {ana, eva, gil, rui, zita}},
                      ConflictDenied{alijo, zita, ""}, ConflictDenied{favaios, zita, ""}});
  given_panel(answered)
      .when(AssignJurors{edition, both, 3})
      .then({JurorsAssigned{edition, 3, {{favaios, gil}, {favaios, zita}}, seed()}});
}

TEST(PanelRecusal, FromADossierThatIsAssignedSaysWhy) {
  auto scenario = given_panel(in_mid_round);
  scenario.as(acting(ana));
  scenario.when(AnswerConflict{alijo, ana, true, ConflictKind::Other, ""})
      .is_refused("text-length", "note");
  scenario.when(AnswerConflict{alijo, ana, true, ConflictKind::Other, "Peço escusa."})
      .then({ConflictDeclared{alijo, ana, ConflictKind::Other, "Peço escusa."}});
  auto unassigned = given_panel(all_without_conflict());
  unassigned.as(acting(ana))
      .when(AnswerConflict{alijo, ana, true, ConflictKind::Family, ""})
      .then({ConflictDeclared{alijo, ana, ConflictKind::Family, ""}});
}

}  // namespace
