#include "domain/jury/panel.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace {

using namespace jury;
using testing_support::given;
using testing_support::Scenario;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1702");
const core::DossierId favaios("2021-170205");
const core::AccountId ana("ana");
const core::AccountId rui("rui");
const core::AccountId eva("eva");
const core::AccountId gil("gil");
const std::vector<core::DossierId> both = {alijo, favaios};

JurorAppointed appointed(const core::AccountId& juror,
                         std::optional<core::EntityCode> affiliation = std::nullopt) {
  auto municipality = affiliation;
  if (affiliation) municipality = core::EntityCode(affiliation->text().substr(0, 4));
  return {edition, juror, "Jurado " + juror.text(), std::move(affiliation), municipality};
}

std::vector<core::Event> after(std::vector<core::Event> history,
                               const std::vector<core::Event>& more) {
  history.insert(history.end(), more.begin(), more.end());
  return history;
}

const std::vector<core::Event> four_appointed = {appointed(ana), appointed(rui), appointed(eva),
                                                 appointed(gil)};
const auto four_asked =
    after(four_appointed, {ConflictsAsked{edition, both, {ana, eva, gil, rui}}});

std::vector<core::Event> all_without_conflict() {
  auto history = four_asked;
  for (const auto& juror : {ana, rui, eva, gil})
    for (const auto& dossier : both) history.emplace_back(ConflictDenied{dossier, juror, ""});
  return history;
}

facts::Dossier dossier(const core::DossierId& id,
                       facts::DossierState state = facts::DossierState::Eligible) {
  return {id, regulation::Category::Municipio, state, {}};
}

/// Knows the edition, the municipality of Alijó and its parish of Favaios, both eligible.
Scenario given_panel(const std::vector<core::Event>& history) {
  auto scenario = given(panel_type(), history);
  scenario.knowing(facts::Edition{edition, testing_support::small_regulation()})
      .knowing(facts::Entity{core::EntityCode("1702"), "Alijó", regulation::Category::Municipio,
                             core::EntityCode("1702")})
      .knowing(facts::Entity{core::EntityCode("170205"), "Favaios", regulation::Category::Freguesia,
                             core::EntityCode("1702")})
      .knowing(dossier(alijo))
      .knowing(dossier(favaios));
  return scenario;
}

core::Actor acting(const core::AccountId& account) {
  return {account, {core::Role::Juror}, {}};
}

facts::Panel told(const std::vector<core::Event>& history) {
  const auto panel = panel_type().make();
  for (const auto& event : history) panel->apply(event);
  core::Facts facts;
  panel->tell(facts);
  return *facts.find<facts::Panel>();
}

TEST(Panel, AppointsAJurorOnce) {
  given_panel({})
      .when(AppointJuror{edition, ana, "Jurado ana", core::EntityCode("1702")})
      .then({appointed(ana, core::EntityCode("1702"))});
  given_panel({appointed(ana)})
      .when(AppointJuror{edition, ana, "Ana", {}})
      .is_refused("juror-appointed");
}

TEST(Panel, AppointsOnlyWithANameAndARealAffiliation) {
  given_panel({}).when(AppointJuror{edition, ana, "", {}}).is_refused("text-length", "juror_name");
  given_panel({})
      .when(AppointJuror{edition, ana, "Ana", core::EntityCode("9999")})
      .is_refused("unknown-entity", "affiliation");
  given(panel_type()).when(AppointJuror{edition, ana, "Ana", {}}).is_refused("unknown-edition");
}

TEST(Panel, CountsTheLettersOfANameAndNotItsBytes) {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "ç";
  given_panel({})
      .when(AppointJuror{edition, ana, name, {}})
      .then({JurorAppointed{edition, ana, name, {}, {}}});
  given_panel({})
      .when(AppointJuror{edition, ana, name + "ç", {}})
      .is_refused("text-length", "juror_name");
}

TEST(Panel, AsksEveryJurorAboutEveryDossier) {
  given_panel(four_appointed)
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, eva, gil, rui}}});
}

TEST(Panel, ImposesTheConflictThatFollowsFromTheJurorsMunicipality) {
  const std::string reason = "O jurado pertence ao mesmo município.";
  given_panel({appointed(ana, core::EntityCode("1702")), appointed(rui, core::EntityCode("0101"))})
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, rui}},
             ConflictImposed{alijo, ana, ImposedBy::Affiliation, reason},
             ConflictImposed{favaios, ana, ImposedBy::Affiliation, reason}});
}

TEST(Panel, TakesAParishForItsMunicipality) {
  const core::EntityCode parish("170205");
  given_panel({})
      .when(AppointJuror{edition, ana, "Jurado ana", parish})
      .then({JurorAppointed{edition, ana, "Jurado ana", parish, core::EntityCode("1702")}});
  const core::Decision decision =
      given_panel({appointed(ana, parish)}).when(AskConflicts{edition, both}).decision();
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->size(), 3U);
  EXPECT_EQ((*decision)[1].get<ConflictImposed>().dossier, alijo);
}

TEST(Panel, AsksAgainOnlyWhenThereIsSomethingNewToAsk) {
  given_panel(four_asked).when(AskConflicts{edition, both}).is_refused("nothing-to-ask");
  const core::AccountId zita("zita");
  const auto joined = after(all_without_conflict(), {appointed(zita)});
  given_panel(joined)
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, eva, gil, rui, zita}}});
}

TEST(Panel, AskingAgainLeavesEarlierAnswersStanding) {
  const auto history = after(four_asked, {ConflictDeclared{alijo, ana, ConflictKind::Family, ""},
                                          ConflictsAsked{edition, both, {ana, eva, gil, rui}}});
  EXPECT_EQ(told(history).conflicts, (std::vector<facts::Assignment>{{alijo, ana}}));
}

TEST(Panel, AsksOnlyAboutEligibleDossiersOfTheEdition) {
  given_panel(four_appointed)
      .when(AskConflicts{edition, {alijo, core::DossierId("2021-0101")}})
      .is_refused("dossier-not-eligible", "dossiers[1]");
  given_panel(four_appointed)
      .when(AskConflicts{edition, {core::DossierId("2020-1702")}})
      .is_refused("dossier-not-eligible", "dossiers[0]");
  given_panel(four_appointed)
      .when(AskConflicts{edition, {alijo, alijo}})
      .is_refused("dossier-repeated", "dossiers[1]");
  given_panel(four_appointed)
      .when(AskConflicts{edition, {}})
      .is_refused("dossiers-missing", "dossiers");
  given_panel({}).when(AskConflicts{edition, both}).is_refused("no-jurors");
}

TEST(Panel, AJurorAnswersInPersonWhatWasAsked) {
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, ""})
      .then({ConflictDenied{alijo, ana, ""}});
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, true, ConflictKind::Employment, "Trabalhei lá em 2019."})
      .then({ConflictDeclared{alijo, ana, ConflictKind::Employment, "Trabalhei lá em 2019."}});
  given_panel(four_asked)
      .as(acting(rui))
      .when(AnswerConflict{alijo, ana, false, {}, ""})
      .is_refused("not-your-answer");
  given_panel(four_appointed)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, ""})
      .is_refused("conflict-not-asked");
}

TEST(Panel, TakesANoteOfTwoThousandLetters) {
  std::string note;
  for (int i = 0; i < 2000; ++i) note += "ã";
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, note})
      .then({ConflictDenied{alijo, ana, note}});
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, note + "ã"})
      .is_refused("text-length", "note");
}

TEST(Panel, AConflictHasAKindAndNoConflictHasNone) {
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, true, {}, ""})
      .is_refused("conflict-kind", "kind");
  given_panel(four_asked)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, ConflictKind::Other, ""})
      .is_refused("conflict-kind", "kind");
}

TEST(Panel, OnlyTheSecretariatLiftsAConflict) {
  const auto declared = after(four_asked, {ConflictDeclared{alijo, ana, ConflictKind::Other, ""}});
  given_panel(declared)
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, ""})
      .is_refused("conflict-stands");
  given_panel(declared)
      .when(WaiveConflict{alijo, ana, "Colaboração terminada há dez anos."})
      .then({ConflictWaived{alijo, ana, "Colaboração terminada há dez anos."}});
  given_panel(declared).when(WaiveConflict{alijo, ana, ""}).is_refused("text-length", "reason");
  given_panel(four_asked)
      .when(WaiveConflict{alijo, ana, "Nada a levantar."})
      .is_refused("no-conflict");
}

TEST(Panel, TheSecretariatImposesAConflictWithItsReason) {
  given_panel(four_asked)
      .when(ImposeConflict{alijo, ana, "Assinou um parecer."})
      .then({ConflictImposed{alijo, ana, ImposedBy::Secretariat, "Assinou um parecer."}});
  given_panel(after(four_asked, {ConflictImposed{alijo, ana, ImposedBy::Secretariat, "x"}}))
      .when(ImposeConflict{alijo, ana, "Outra vez."})
      .is_refused("conflict-stands");
  given_panel(four_appointed)
      .when(ImposeConflict{alijo, ana, "Cedo."})
      .is_refused("conflict-not-asked");
}

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
      .then({JurorsAssigned{edition, 3, {{alijo, gil}}}});
}

TEST(Panel, AssignsNothingTwice) {
  const auto assigned =
      after(all_without_conflict(),
            {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}, {alijo, eva}}}});
  given_panel(assigned).when(AssignJurors{edition, {alijo}, 3}).is_refused("nothing-to-assign");
}

}  // namespace
