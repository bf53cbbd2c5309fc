#include "tests/domain/panel_samples.hpp"

namespace {

using namespace jury;
using namespace panel_samples;

TEST(Panel, AppointsAJurorOnce) {
  given_panel({})
      .when(AppointJuror{edition, ana, "Jurado ana", core::EntityCode("1702")})
      .then({appointed_now(appointed(ana, core::EntityCode("1702")), "Alijó")});
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

core::Decision appointment(const char* account, const facts::Account& known) {
  return given_panel({})
      .knowing(known)
      .when(AppointJuror{edition, core::AccountId(account), "Inês", {}})
      .decision();
}

TEST(Panel, AppointsOnlyWhoCanSignInAsAJuror) {
  const auto refusal = [](const char* account, const facts::Account& known) {
    return appointment(account, known).error().code;
  };
  auto ines = account_of(core::AccountId("ines"));
  EXPECT_TRUE(appointment("ines", ines));
  EXPECT_EQ(refusal("nobody", ines), "unknown-account");
  ines.roles = {core::Role::Secretariat, core::Role::Applicant};
  EXPECT_EQ(refusal("ines", ines), "not-a-juror");
  ines.roles.push_back(core::Role::Juror);
  EXPECT_EQ(refusal("ines", ines), "not-a-juror") << "nobody judges who also applies";
  ines.roles = {core::Role::Juror};
  ines.closed = true;
  EXPECT_EQ(refusal("ines", ines), "unknown-account");
  EXPECT_EQ(appointment("ines", ines).error().field, "juror");
  const auto streams = AppointJuror{edition, ana, "Ana", {}}.reads({});
  EXPECT_EQ(std::ranges::count(streams, core::StreamRef{"account", "ana"}), 1);
}

TEST(Panel, CountsTheLettersOfANameAndNotItsBytes) {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "ç";
  given_panel({})
      .when(AppointJuror{edition, ana, name, {}})
      .then({appointed_now({edition, ana, name, {}, {}})});
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
      .then({appointed_now({edition, ana, "Jurado ana", parish, core::EntityCode("1702")},
                           "Favaios")});
  const core::Decision decision =
      given_panel({appointed(ana, parish)}).when(AskConflicts{edition, both}).decision();
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->size(), 3U);
  EXPECT_EQ((*decision)[1].get<ConflictImposed>().dossier, alijo);
}

TEST(Panel, AnAffiliationThatIsKnownLateIsAConflictFromThen) {
  const auto returns =
      after(all_without_conflict(), {JurorsAssigned{edition, 3, {{alijo, ana}, {alijo, rui}}},
                                     JurorLeft{edition, ana, {alijo}, {}, "Mudou de emprego."}});
  const std::string reason = "O jurado pertence ao mesmo município.";
  given_panel(returns)
      .when(AppointJuror{edition, ana, "Jurado ana", core::EntityCode("1702")})
      .then({appointed_now(appointed(ana, core::EntityCode("1702")), "Alijó"),
             ConflictImposed{alijo, ana, ImposedBy::Affiliation, reason},
             ConflictImposed{favaios, ana, ImposedBy::Affiliation, reason}});
}

TEST(Panel, AWaiverIsNotAnsweredAway) {
  given_panel(after(four_asked, {ConflictDeclared{alijo, ana, ConflictKind::Family, "Primo."},
                                 ConflictWaived{alijo, ana, "É parente afastado."}}))
      .as(acting(ana))
      .when(AnswerConflict{alijo, ana, false, {}, ""})
      .is_refused("conflict-waived");
}

TEST(Panel, TellsSinceWhenEachSits) {
  const auto since = told({appointed_now(appointed(ana)), appointed(rui)}).since;
  EXPECT_EQ(since, (std::map<core::AccountId, core::Instant>{{ana, core::Instant()}}));
}

TEST(Panel, AsksAgainOnlyWhenThereIsSomethingNewToAsk) {
  given_panel(four_asked).when(AskConflicts{edition, both}).is_refused("nothing-to-ask");
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

}  // namespace
