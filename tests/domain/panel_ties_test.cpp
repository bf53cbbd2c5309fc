#include "domain/jury/ties.hpp"

#include "tests/domain/panel_samples.hpp"

/// What jurors are tied to, and the conflicts that follow from it.
namespace {

using namespace jury;
using namespace panel_samples;

const core::EntityCode municipality("1702");
const core::EntityCode parish("170205");
const std::string liga_nipc = "500745749";
const std::string other_nipc = "501442600";

const Tie mandate_in_favaios = {TieKind::Mandate, "Favaios", "170205", "1702", {}};
const Tie member_of_liga = {TieKind::Membership, "Liga dos Amigos", {}, {}, {}};

const std::string same_municipality = "no mesmo município.";
const std::string named = "que a candidatura indica como parceira ou beneficiária.";

ConflictImposed by_mandate(const core::DossierId& dossier) {
  return {dossier, ana, ImposedBy::Mandate,
          "O jurado exerce um mandato em «Favaios», " + same_municipality};
}

DescribeJuror describing(std::vector<StatedTie> ties) {
  return {edition, ana, {}, {}, std::move(ties)};
}

JurorDescribed described(std::vector<Tie> ties) {
  return {edition, ana, {}, {}, std::move(ties)};
}

/// Favaios's dossier names this organisation.
Scenario given_partner(const std::vector<core::Event>& history, std::string name,
                       std::string nipc = "") {
  auto scenario = given(panel_type(), history);
  auto with_partner = dossier(favaios);
  with_partner.partners = {{"CLAS", ""}, {std::move(name), std::move(nipc)}};
  scenario.knowing(facts::Edition{edition, testing_support::small_regulation()})
      .knowing(facts::Entity{parish, "Favaios", regulation::Category::Freguesia, municipality})
      .knowing(std::move(with_partner));
  return scenario;
}

/// How many conflicts are imposed when ana says of this tie.
std::ptrdiff_t conflicts(Scenario scenario, StatedTie tie) {
  const auto decision = scenario.when(describing({std::move(tie)})).decision();
  EXPECT_TRUE(decision) << decision.error().en;
  return decision ? std::ssize(*decision) - 1 : -1;
}

TEST(JurorTies, AreKeptWithTheNameAndMunicipalityOfAnAutarquia) {
  given_panel(four_appointed)
      .when(describing({{TieKind::Mandate, parish}, {TieKind::Membership, {}, "Liga dos Amigos"}}))
      .then({described({mandate_in_favaios, member_of_liga})});
  given_panel(four_appointed)
      .when(describing({{TieKind::Employment, {}, "Liga", liga_nipc}}))
      .then({described({{TieKind::Employment, "Liga", {}, {}, liga_nipc}})});
}

TEST(JurorTies, AreEachToOneAutarquiaOrOrganisation) {
  const auto refuses = [](const StatedTie& tie, const char* code, const char* field) {
    given_panel(four_appointed)
        .when(describing({{TieKind::Mandate, parish}, tie}))
        .is_refused(code, field);
  };
  refuses({TieKind::Employment}, "tie-of-one", "ties[1]");
  refuses({TieKind::Employment, parish, "Liga"}, "tie-of-one", "ties[1]");
  refuses({TieKind::Employment, parish, {}, liga_nipc}, "tie-of-one", "ties[1]");
  refuses({TieKind::Mandate, core::EntityCode("9999")}, "unknown-entity", "ties[1].entity");
  refuses({TieKind::Employment, {}, ""}, "text-length", "ties[1].organisation");
  refuses({TieKind::Employment, {}, "Liga", "500745740"}, "nipc", "ties[1].nipc");
  given_panel(four_appointed)
      .when(describing(std::vector<StatedTie>(31, {TieKind::Mandate, parish})))
      .is_refused("list-length", "ties");
}

TEST(JurorTies, ToAnAutarquiaAreAConflictWithItsMunicipalityAndAllItsParishes) {
  given_panel({appointed(ana), appointed(rui), described({mandate_in_favaios})})
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, rui}}, by_mandate(alijo), by_mandate(favaios)});
  const Tie elsewhere = {TieKind::Mandate, "Águeda", "0101", "0101", {}};
  given_panel({appointed(ana), described({elsewhere})})
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana}}});
}

TEST(JurorTies, ToAnOrganisationAreAConflictWithTheDossiersThatNameIt) {
  given_partner({appointed(ana), described({member_of_liga})}, "LIGA dos Amigos")
      .when(AskConflicts{edition, {favaios}})
      .then({ConflictsAsked{edition, {favaios}, {ana}},
             ConflictImposed{favaios, ana, ImposedBy::Membership,
                             "O jurado é membro de «Liga dos Amigos», " + named}});
}

TEST(JurorTies, AreNotAskedForTwiceWhereTheAffiliationIsEnough) {
  given_panel({appointed(ana, municipality), described({mandate_in_favaios})})
      .when(AskConflicts{edition, {alijo}})
      .then({ConflictsAsked{edition, {alijo}, {ana}},
             ConflictImposed{alijo, ana, ImposedBy::Affiliation,
                             "O jurado pertence ao mesmo município."}});
}

/// What is imposed on ana, who belongs to the autarquia of Murça, where Favaios's dossier names
/// this organisation.
std::vector<core::Event> imposed_for(const char* partner, JurorAppointed of_murca) {
  const auto decision = given_partner({std::move(of_murca)}, partner)
                            .when(AskConflicts{edition, {favaios}})
                            .decision();
  if (decision) return std::vector(decision->begin() + 1, decision->end());
  ADD_FAILURE() << decision.error().en;
  return {};
}

TEST(JurorTies, TheAffiliationIsOneWithTheDossiersThatNameIt) {
  const auto ana_of_murca = appointed_now(appointed(ana, core::EntityCode("1707")), "Murça");
  const auto imposed = imposed_for("Câmara Municipal de MURÇA", ana_of_murca);
  ASSERT_EQ(imposed.size(), 1U);
  const auto& conflict = imposed.front().get<ConflictImposed>();
  EXPECT_EQ(conflict.by, ImposedBy::Affiliation);
  EXPECT_EQ(conflict.reason.text(), "O jurado pertence a «Murça», " + named);
  EXPECT_TRUE(imposed_for("Bombeiros Voluntários de Murça", ana_of_murca).empty());
  EXPECT_TRUE(imposed_for("Município", appointed(ana, core::EntityCode("1707"))).empty())
      << "an appointment that does not tell the name";
}

TEST(JurorTies, TheAffiliationToldLateIsOneTooWithTheDossiersThatNameIt) {
  const core::EntityCode murca("1707");
  const auto history = after(four_asked, {ConflictsAsked{edition, {favaios}, {zita}}});
  given_partner(history, "Município de Murça")
      .knowing(facts::Entity{murca, "Murça", regulation::Category::Municipio, murca})
      .knowing(account_of(zita))
      .when(AppointJuror{edition, zita, "Jurado zita", murca})
      .then({appointed_now(appointed(zita, murca), "Murça"),
             ConflictImposed{favaios, zita, ImposedBy::Affiliation,
                             "O jurado pertence a «Murça», " + named}});
}

TEST(JurorTies, KnowAnOrganisationByItsNipcOrElseByItsName) {
  const StatedTie by_name = {TieKind::Employment, {}, "Associação  MÃOS Dadas"};
  const StatedTie by_nipc = {TieKind::Employment, {}, "Associação Mãos Dadas", liga_nipc};
  const auto found = [](const StatedTie& tie, const char* name, const std::string& nipc) {
    return conflicts(given_partner(four_asked, name, nipc), tie) == 1;
  };
  EXPECT_TRUE(found(by_name, "associacao maos dadas", ""));
  EXPECT_TRUE(found(by_name, "Associação Mãos Dadas", liga_nipc));
  EXPECT_TRUE(found(by_nipc, "Mãos Dadas, IPSS", liga_nipc));
  EXPECT_TRUE(found(by_nipc, "Associação Mãos Dadas", ""));
  EXPECT_FALSE(found(by_nipc, "Associação Mãos Dadas", other_nipc)) << "another of this name";
  EXPECT_FALSE(found(by_name, "Mãos Dadas, IPSS", liga_nipc));
}

TEST(JurorTies, KnowAnAutarquiaThatIsAPartnerByWhatItIsCalled) {
  const core::EntityCode murca("1707");
  const StatedTie employed = {TieKind::Employment, murca};
  const auto found = [&](const char* partner) {
    auto scenario = given_partner(four_asked, partner);
    scenario.knowing(facts::Entity{murca, "Murça", regulation::Category::Municipio, murca});
    return conflicts(std::move(scenario), employed);
  };
  for (const auto* partner : {"Murça", "Município de Murça", "CÂMARA MUNICIPAL DE MURÇA",
                              "Freguesia de Murça", "Junta de Freguesia de Murça"})
    EXPECT_EQ(found(partner), 1) << partner;
  for (const auto* partner : {"Bombeiros Voluntários de Murça", "Nova Murça", "Mirandela"})
    EXPECT_EQ(found(partner), 0) << partner;
}

TEST(JurorTies, ToldLateAreAConflictFromThenOnAndEndTheAssignment) {
  const auto history =
      after(all_without_conflict(), {JurorsAssigned{edition, 2, {{alijo, ana}, {alijo, rui}}}});
  given_panel(history)
      .when(describing({{TieKind::Mandate, parish}}))
      .then({described({mandate_in_favaios}), by_mandate(alijo), by_mandate(favaios)});
  const auto panel = told(after(history, {by_mandate(alijo)}));
  EXPECT_EQ(panel.assignments, (std::vector<facts::Assignment>{{alijo, rui}}));
  EXPECT_EQ(panel.conflicts, (std::vector<facts::Assignment>{{alijo, ana}}));
}

TEST(JurorTies, LeaveStandingWhatWasWaivedOrIsAConflictAlready) {
  const auto history =
      after(four_asked, {by_mandate(alijo), ConflictWaived{alijo, ana, "Cessou."},
                         ConflictDeclared{favaios, ana, ConflictKind::Family, ""}});
  given_panel(history)
      .when(describing({{TieKind::Mandate, parish}}))
      .then({described({mandate_in_favaios})});
  given_panel(after(history, {described({mandate_in_favaios}), appointed(zita)}))
      .when(AskConflicts{edition, both})
      .then({ConflictsAsked{edition, both, {ana, eva, gil, rui, zita}}});
}

TEST(JurorTies, AreNoConflictWithADossierThatWasWithdrawn) {
  auto scenario = given(panel_type(), four_asked);
  scenario.knowing(facts::Edition{edition, testing_support::small_regulation()})
      .knowing(facts::Entity{parish, "Favaios", regulation::Category::Freguesia, municipality})
      .knowing(dossier(favaios, facts::DossierState::Withdrawn));
  EXPECT_EQ(conflicts(std::move(scenario), {TieKind::Mandate, parish}), 0);
}

TEST(JurorTies, AreHeldAgainstTheDossiersBeforeTheJury) {
  core::Facts facts;
  const auto has = [&](const DescribeJuror& command, const core::StreamRef& stream) {
    return std::ranges::count(command.reads(facts), stream) == 1;
  };
  const auto command = describing({{TieKind::Employment, core::EntityCode("0101")}});
  EXPECT_TRUE(has(command, {"panel", "2021"}));
  EXPECT_TRUE(has(command, {"entity", "0101"}));
  EXPECT_FALSE(has(command, {"dossier", "2021-1702"}));
  facts.tell(told(four_asked));
  EXPECT_TRUE(has(command, {"dossier", "2021-1702"}));
  EXPECT_TRUE(has(command, {"entity", "170205"}));
  EXPECT_FALSE(has(describing({}), {"panel", "2021"}));
}

}  // namespace
