#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "domain/regulation/eligibility.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// Who may apply, as the regulation says it of the entity.
namespace {

using namespace regulation;
using dossiers::StartDossier;

const core::EditionId edition("2021");
const core::EntityCode alijo("1701");

facts::Entity alijo_with(std::int64_t people) {
  return {alijo, "Alijó", Category::Municipio, alijo, "Vila Real", "PT11B", people};
}

/// Alijó wants to apply to an edition that admits by these conditions.
testing_support::Scenario alijo_applies(const std::vector<EntityCondition>& conditions,
                                        const std::vector<facts::Outcome>& earlier = {}) {
  auto rules = testing_support::small_regulation();
  rules.admission = {{{Category::Municipio}, conditions}};
  rules.follows = {core::EditionId("2020")};
  auto scenario = testing_support::given(dossiers::dossier_type());
  scenario.at("2021-04-01T09:00:00Z")
      .knowing(facts::Edition{edition, rules})
      .knowing(alijo_with(10500));
  for (const auto& outcome : earlier) scenario.knowing(outcome);
  scenario.when(StartDossier{edition, alijo});
  return scenario;
}

TEST(Admission, ByTerritory) {
  EXPECT_TRUE(alijo_applies({InTerritory{{}, {"Vila Real"}, {}}}).decision());
  const auto refused = alijo_applies({InTerritory{{}, {"Porto"}, {}}});
  refused.is_refused("not-admitted", "entity");
  EXPECT_EQ(refused.decision().error().pt, "Fica fora do território previsto.");
  EXPECT_EQ(refused.decision().error().en, "Lies outside the territory concerned.");
}

TEST(Admission, ByPopulation) {
  EXPECT_TRUE(alijo_applies({Population{{.from = 10000, .below = 20000}}}).decision());
  const auto refused = alijo_applies({Population{{.below = 10000}}});
  refused.is_refused("not-admitted", "entity");
  EXPECT_EQ(refused.decision().error().pt, "Tem 10500 habitantes; têm de ser menos de 10000.");
}

TEST(Admission, ByWhatWasGrantedBefore) {
  const core::AwardId galardao("galardao");
  const std::vector<EntityCondition> not_twice = {NotAwarded{{galardao}, 1}};
  const facts::Outcome won{core::EditionId("2020"), {{alijo, {galardao}}}};
  EXPECT_TRUE(alijo_applies(not_twice).decision());
  alijo_applies(not_twice, {won}).is_refused("not-admitted", "entity");
  EXPECT_TRUE(alijo_applies({InARow{{galardao}, 2}}, {won}).decision());
  alijo_applies({InARow{{galardao}, 2}}).is_refused("not-admitted", "entity");
}

/// The earlier edition became final between Alijó's start and its submission.
TEST(Admission, IsAskedOnceMoreAsTheDossierIsSubmitted) {
  const core::AwardId galardao("galardao");
  auto rules = testing_support::small_regulation();
  rules.admission = {{{Category::Municipio}, {NotAwarded{{galardao}, 1}}}};
  rules.follows = {core::EditionId("2020")};
  const auto dossier = core::dossier_of(edition, alijo);
  testing_support::given(dossiers::dossier_type(),
                         {dossiers::DossierStarted{dossier, edition, alijo, Category::Municipio}})
      .at("2021-04-01T09:00:00Z")
      .knowing(facts::Edition{edition, rules})
      .knowing(alijo_with(10500))
      .knowing(facts::Outcome{core::EditionId("2020"), {{alijo, {galardao}}}})
      .when(dossiers::SubmitDossier{dossier, {"Ana", "Vereadora"}})
      .is_refused("not-admitted", "entity");
  core::Facts facts;
  facts.tell(facts::Edition{edition, rules});
  EXPECT_EQ((dossiers::SubmitDossier{dossier, {}}.reads(facts)),
            (StartDossier{edition, alijo}.reads(facts)));
}

TEST(Admission, OfOneCategorySaysNothingOfAnother) {
  auto rules = testing_support::small_regulation();
  rules.admission = {{{Category::Freguesia}, {Population{{.below = 10}}}}};
  const auto entity = alijo_with(10500);
  EXPECT_FALSE(not_admitted(rules, Category::Municipio, Applicant{&entity, {}}));
  EXPECT_TRUE(not_admitted(rules, Category::Freguesia, Applicant{&entity, {}}));
}

TEST(Admission, LooksAtTheResultsThatTheEditionFollows) {
  auto rules = testing_support::small_regulation();
  rules.follows = {core::EditionId("2020"), core::EditionId("2019")};
  core::Facts facts;
  facts.tell(facts::Edition{edition, rules});
  EXPECT_EQ((StartDossier{edition, alijo}.reads(facts)),
            (std::vector<core::StreamRef>{
                {"edition", "2021"}, {"entity", "1701"}, {"result", "2020"}, {"result", "2019"}}));
}

}  // namespace
