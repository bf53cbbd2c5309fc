#include <gtest/gtest.h>

#include "tests/domain/award_samples.hpp"

/// Awards that exist, in the words of their regulations.
namespace {

using namespace regulation;
using namespace testing_support;
using awards::Points;

/// Prémios DECO: "a menção honrosa acima de 75 pontos, o prémio a partir de 90", judged by five, of
/// whom four are common to all areas and one is the area's expert.
Regulation premios_deco() {
  auto rules = small_regulation();
  rules.minimum_jurors = 5;
  rules.panel = PanelComposition{4, 1};
  rules.awards = {award("premio", AwardKind::Premio, "Prémio", municipalities),
                  award("mencao", AwardKind::MencaoHonrosa, "Menção honrosa", municipalities)};
  rules.awards[0].conditions = {TotalPoints{{.from = 90}}};
  rules.awards[1].conditions = {TotalPoints{{.above = 75, .below = 90}}};
  return rules;
}

TEST(PremiosDeco, TheRulesCanBeFollowed) {
  EXPECT_TRUE(faults(premios_deco()).empty());
}

TEST(PremiosDeco, AMentionAbove75AndThePrizeFrom90) {
  const auto decisions =
      decide(premios_deco(), {dossier_of("0101", 75), dossier_of("0102", Points(7501, 100)),
                              dossier_of("0103", Points(8999, 100)), dossier_of("0104", 90)});
  EXPECT_EQ(granted(decisions, "0101"), "");
  EXPECT_EQ(granted(decisions, "0102"), "mencao");
  EXPECT_EQ(granted(decisions, "0103"), "mencao");
  EXPECT_EQ(granted(decisions, "0104"), "premio");
}

TEST(PremiosDeco, EachAnswerSaysItsReason) {
  const auto decisions = decide(premios_deco(), {dossier_of("0101", 75), dossier_of("0104", 90)});
  EXPECT_EQ(reason(decisions, "0101", "mencao"), "Tem 75,00 pontos; são precisos mais de 75.");
  EXPECT_EQ(reason(decisions, "0104", "mencao"), "Tem 90,00 pontos; têm de ser menos de 90.");
  EXPECT_EQ(reason(decisions, "0104", "premio"), "Tem 90,00 pontos (mínimo 90).");
}

TEST(PremiosDeco, RoundingMovesNobodyOverALimit) {
  const auto decisions = decide(premios_deco(), {dossier_of("0101", Points(75000001, 1000000)),
                                                 dossier_of("0102", Points(89999999, 1000000))});
  EXPECT_EQ(granted(decisions, "0101"), "mencao");
  EXPECT_EQ(granted(decisions, "0102"), "mencao");
  EXPECT_EQ(reason(decisions, "0101", "mencao"),
            "Tem 75,00 (exatamente 75000001/1000000) pontos (mais de 75 e menos de 90).");
}

/// Autarquia + Familiarmente Responsável: a flag each year, and from the third year in a row the
/// flag with palm in its place.
Regulation familiarmente_responsavel() {
  auto rules = small_regulation();
  rules.follows = {core::EditionId("2023"), core::EditionId("2022")};
  rules.awards = {
      award("bandeira-palma", AwardKind::Bandeira, "Bandeira com palma", municipalities),
      award("bandeira", AwardKind::Bandeira, "Bandeira", municipalities)};
  const std::vector<core::AwardId> flags = {core::AwardId("bandeira"),
                                            core::AwardId("bandeira-palma")};
  rules.awards[0].conditions = {TotalPoints{{.from = 50}}, InARow{flags, 3}};
  rules.awards[1].conditions = {TotalPoints{{.from = 50}}};
  rules.awards[1].unless = {core::AwardId("bandeira-palma")};
  return rules;
}

/// An edition's outcome in which each of these was given the award.
facts::Outcome outcome(const char* edition, const std::vector<const char*>& entities,
                       const char* award = "bandeira") {
  facts::Outcome outcome{core::EditionId(edition), {}};
  for (const auto* entity : entities)
    outcome.granted[core::EntityCode(entity)] = {core::AwardId(award)};
  return outcome;
}

TEST(FamiliarmenteResponsavel, TheRulesCanBeFollowed) {
  EXPECT_TRUE(faults(familiarmente_responsavel()).empty());
}

TEST(FamiliarmenteResponsavel, TheFlagHasAPalmFromTheThirdYearInARow) {
  core::Facts facts;
  facts.tell(outcome("2023", {"0101", "0102"}));
  facts.tell(outcome("2022", {"0101", "0103"}));
  const auto decisions = decide(familiarmente_responsavel(),
                                {dossier_of("0101", 60), dossier_of("0102", 60),
                                 dossier_of("0103", 60), dossier_of("0104", 60)},
                                facts);
  EXPECT_EQ(granted(decisions, "0101"), "bandeira-palma");
  EXPECT_EQ(granted(decisions, "0102"), "bandeira");
  EXPECT_EQ(granted(decisions, "0103"), "bandeira");
  EXPECT_EQ(granted(decisions, "0104"), "bandeira");
  EXPECT_EQ(reason(decisions, "0101", "bandeira-palma"),
            "Tem 60,00 pontos (mínimo 50); é a 3.ª edição seguida.");
  EXPECT_EQ(reason(decisions, "0102", "bandeira-palma"),
            "Seria a 2.ª edição seguida; é preciso que seja a 3.ª.");
  EXPECT_EQ(reason(decisions, "0101", "bandeira"),
            "Recebe «Bandeira com palma», que exclui esta distinção.");
}

TEST(FamiliarmenteResponsavel, AYearWithPalmCountsAsAYear) {
  core::Facts facts;
  facts.tell(outcome("2023", {"0101"}, "bandeira-palma"));
  facts.tell(outcome("2022", {"0101"}));
  EXPECT_EQ(granted(decide(familiarmente_responsavel(), {dossier_of("0101", 60)}, facts), "0101"),
            "bandeira-palma");
}

TEST(FamiliarmenteResponsavel, AnEditionThatWasNeverPublishedBreaksTheRow) {
  core::Facts facts;
  facts.tell(outcome("2022", {"0101"}));
  EXPECT_EQ(granted(decide(familiarmente_responsavel(), {dossier_of("0101", 60)}, facts), "0101"),
            "bandeira");
}

TEST(FamiliarmenteResponsavel, WithoutEarlierEditionsNobodyHasThePalm) {
  auto rules = familiarmente_responsavel();
  rules.follows.clear();
  EXPECT_EQ(granted(decide(rules, {dossier_of("0101", 60)}), "0101"), "bandeira");
}

/// The house's own: a Galardão for the best, a Bandeira for all who reach 60, and the Galardão da
/// Edição for the best of the winners, whatever their category.
Regulation autarquia_solidaria() {
  auto rules = small_regulation();
  rules.awards.push_back(
      award("edicao", AwardKind::Galardao, "Galardão da Edição", rules.categories));
  rules.awards[2].among = {core::AwardId("galardao")};
  rules.awards[2].quota = 1;
  rules.awards[2].all_categories = true;
  return rules;
}

TEST(AutarquiaSolidaria, TheRulesCanBeFollowed) {
  EXPECT_TRUE(faults(autarquia_solidaria()).empty());
}

TEST(AutarquiaSolidaria, APrizeAmongTheWinnersOfEveryCategory) {
  auto parish = dossier_of("010101", 95);
  parish.category = Category::Freguesia;
  const auto decisions =
      decide(autarquia_solidaria(), {dossier_of("0101", 90), parish, dossier_of("0102", 85)});
  EXPECT_EQ(granted(decisions, "010101"), "galardao bandeira edicao");
  EXPECT_EQ(granted(decisions, "0101"), "galardao bandeira");
  EXPECT_EQ(granted(decisions, "0102"), "bandeira");
  EXPECT_EQ(reason(decisions, "010101", "edicao"),
            "Recebe «Galardão»; é a 1.ª de todas as categorias entre as que cumprem as condições.");
  EXPECT_EQ(reason(decisions, "0102", "edicao"),
            "Não recebe a distinção entre cujos vencedores se escolhe.");
}

TEST(ThemedPrize, GoesToTheBestByItsSection) {
  auto rules = small_regulation();
  rules.awards = {award("programas", AwardKind::Premio, "Prémio Programas", municipalities)};
  rules.awards[0].best_by = BySection{Section::III};
  rules.awards[0].quota = 1;
  ASSERT_TRUE(faults(rules).empty());
  auto specialist = dossier_of("0101", 70);
  specialist.score.sections[Section::III] = 99;
  const auto decisions = decide(rules, {specialist, dossier_of("0102", 90)});
  EXPECT_EQ(granted(decisions, "0101"), "programas");
  EXPECT_EQ(reason(decisions, "0102", "programas"),
            "É a 2.ª na secção III, com 90,00 pontos, da sua categoria entre as que cumprem as "
            "condições; há uma só distinção.");
}

TEST(ThemedPrize, SaysWhatEachHasInItsCriterion) {
  const core::CriterionId reach("alcance");
  auto rules = small_regulation();
  rules.awards = {award("alcance", AwardKind::Premio, "Prémio Alcance", municipalities)};
  rules.awards[0].best_by = ByCriterion{reach};
  rules.awards[0].quota = 1;
  ASSERT_TRUE(faults(rules).empty());
  auto best = dossier_of("0101", 70);
  best.score.criteria[reach] = 99;
  const auto decisions = decide(rules, {best, dossier_of("0102", 90)});
  const auto title = "«" + find_criterion(rules, reach)->criterion->title + "»";
  EXPECT_EQ(reason(decisions, "0101", "alcance"),
            "É a 1.ª no critério " + title +
                ", com 99,00 pontos, da sua categoria entre as que cumprem as condições.");
  EXPECT_EQ(reason(decisions, "0102", "alcance"),
            "A distinção é para quem se destaca no critério " + title + ", que não se lhe aplica.");
}

TEST(ThemedPrize, IsForNobodyToWhomItsThemeDoesNotApply) {
  auto rules = small_regulation();
  rules.awards = {award("alcance", AwardKind::Premio, "Prémio Alcance", municipalities)};
  rules.awards[0].best_by = ByCriterion{core::CriterionId("alcance")};
  rules.awards[0].quota = 1;
  EXPECT_EQ(granted(decide(rules, {dossier_of("0102", 90)}), "0102"), "");
}

facts::Entity entity(const char* code, const char* district, std::int64_t people) {
  return {core::EntityCode(code),
          code,
          Category::Municipio,
          core::EntityCode(code),
          district,
          "PT11A",
          people};
}

TEST(EntityConditions, APrizeForSmallMunicipalitiesOfADistrict) {
  auto rules = small_regulation();
  rules.awards = {award("pequenos", AwardKind::Premio, "Prémio Pequenos", municipalities)};
  rules.awards[0].conditions = {InTerritory{{}, {"Vila Real"}, {}}, Population{{.below = 10000}}};
  ASSERT_TRUE(faults(rules).empty());
  EXPECT_TRUE(asks_of_entities(rules));
  core::Facts facts;
  facts.tell(entity("0101", "Vila Real", 9999));
  facts.tell(entity("0102", "Vila Real", 10000));
  facts.tell(entity("0103", "Aveiro", 500));
  const auto decisions = decide(
      rules, {dossier_of("0101", 60), dossier_of("0102", 60), dossier_of("0103", 60)}, facts);
  EXPECT_EQ(reason(decisions, "0101", "pequenos"),
            "Fica no território previsto; tem 9999 habitantes (menos de 10000).");
  EXPECT_EQ(reason(decisions, "0102", "pequenos"),
            "Tem 10000 habitantes; têm de ser menos de 10000.");
  EXPECT_EQ(reason(decisions, "0103", "pequenos"), "Fica fora do território previsto.");
}

TEST(EntityConditions, TerritoryByMunicipalityAndByNuts) {
  const auto alijo = entity("1701", "Vila Real", 1);
  const Applicant applicant{&alijo, {}};
  EXPECT_TRUE(find(InTerritory{{core::EntityCode("1701")}, {}, {}}, applicant).met);
  EXPECT_FALSE(find(InTerritory{{core::EntityCode("1702")}, {}, {}}, applicant).met);
  EXPECT_TRUE(find(InTerritory{{}, {}, {"PT11"}}, applicant).met);
  EXPECT_TRUE(find(InTerritory{{}, {}, {"PT11A"}}, applicant).met);
  EXPECT_FALSE(find(InTerritory{{}, {}, {"PT11B"}}, applicant).met);
}

TEST(EntityConditions, WhatIsNotKnownIsNotMet) {
  EXPECT_FALSE(find(Population{{.below = 1000000}}, Applicant{}).met);
  EXPECT_FALSE(find(InTerritory{{}, {"Porto"}, {}}, Applicant{}).met);
}

TEST(EarlierAwards, WhoWonLastTimeDoesNotWinAgain) {
  const NotAwarded not_lately{{core::AwardId("galardao")}, 1};
  const std::set<core::AwardId> galardao = {core::AwardId("galardao")};
  EXPECT_FALSE(find(not_lately, Applicant{nullptr, {galardao, {}}}).met);
  EXPECT_TRUE(find(not_lately, Applicant{nullptr, {{}, galardao}}).met);
  EXPECT_TRUE(find(not_lately, Applicant{}).met);
}

}  // namespace
