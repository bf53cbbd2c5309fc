#include "domain/entities/entity.hpp"

#include <gtest/gtest.h>

#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using entities::EntityRegistered;
using entities::Profile;
using entities::RegisterEntity;
using regulation::Category;
using testing_support::given;

Profile alijo() {
  return {core::EntityCode("1701"),
          "Alijó",
          "Alijó",
          Category::Municipio,
          core::EntityCode("1701"),
          "Vila Real",
          "Continente",
          "PT11",
          "Norte",
          "PT11D",
          "Douro",
          10495,
          10935,
          "cm-alijo.pt"};
}

/// One of the codes that end in letters.
Profile parish_of_alijo() {
  auto parish = alijo();
  parish.code = core::EntityCode("1701FA");
  parish.category = Category::Freguesia;
  return parish;
}

template <class Change>
void is_refused(Profile profile, Change change, const std::string& code, const std::string& field) {
  change(profile);
  given(entities::entity_type()).when(RegisterEntity{profile}).is_refused(code, field);
}

TEST(Entity, IsRegistered) {
  given(entities::entity_type()).when(RegisterEntity{alijo()}).then({EntityRegistered{alijo()}});
  given(entities::entity_type())
      .when(RegisterEntity{parish_of_alijo()})
      .then({EntityRegistered{parish_of_alijo()}});
}

TEST(Entity, RegisteredAgainWithTheSameContentChangesNothing) {
  given(entities::entity_type(), {EntityRegistered{alijo()}})
      .when(RegisterEntity{alijo()})
      .then({});
}

TEST(Entity, RegisteredAgainWithOtherContentReplacesIt) {
  auto later = alijo();
  later.population_2021 = 10486;
  given(entities::entity_type(), {EntityRegistered{alijo()}})
      .when(RegisterEntity{later})
      .then({EntityRegistered{later}});
  given(entities::entity_type(), {EntityRegistered{alijo()}, EntityRegistered{later}})
      .when(RegisterEntity{alijo()})
      .then({EntityRegistered{alijo()}});
}

TEST(Entity, TellsWhatItIs) {
  const auto entity = entities::entity_type().make();
  core::Facts facts;
  entity->tell(facts);
  EXPECT_EQ(facts.find<facts::Entity>(), nullptr);

  entity->apply(EntityRegistered{parish_of_alijo()});
  entity->tell(facts);
  const auto* fact = facts.find<facts::Entity>();
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->code.text(), "1701FA");
  EXPECT_EQ(fact->name, "Alijó");
  EXPECT_EQ(fact->category, Category::Freguesia);
  EXPECT_EQ(fact->municipality.text(), "1701");
}

TEST(Entity, HasFourCharactersAsAMunicipalityAndSixAsAParish) {
  const auto code = [](const char* text) {
    return [text](Profile& profile) { profile.code = core::EntityCode(text); };
  };
  is_refused(alijo(), code("170101"), "entity-code", "code");
  is_refused(alijo(), code("17a1"), "entity-code", "code");
  is_refused(alijo(), code("17-1"), "entity-code", "code");
  is_refused(parish_of_alijo(), code("1701"), "entity-code", "code");
  is_refused(parish_of_alijo(), code("17010"), "entity-code", "code");
}

TEST(Entity, BelongsToTheMunicipalityThatItsCodeBeginsWith) {
  const auto boticas = [](Profile& profile) { profile.municipality = core::EntityCode("1702"); };
  is_refused(alijo(), boticas, "entity-municipality", "municipality");
  is_refused(parish_of_alijo(), boticas, "entity-municipality", "municipality");
}

TEST(Entity, HasANameAndARegion) {
  is_refused(alijo(), [](Profile& p) { p.official_name.clear(); }, "text-length", "official_name");
  is_refused(alijo(), [](Profile& p) { p.display_name.clear(); }, "text-length", "display_name");
  is_refused(alijo(), [](Profile& p) { p.district.clear(); }, "text-length", "district");
  is_refused(alijo(), [](Profile& p) { p.region.clear(); }, "text-length", "region");
  is_refused(alijo(), [](Profile& p) { p.nuts2_code = "ES11"; }, "nuts-code", "nuts2_code");
  is_refused(alijo(), [](Profile& p) { p.nuts3_code = "PT200"; }, "nuts-code", "nuts3_code");
  is_refused(alijo(), [](Profile& p) { p.nuts2.clear(); }, "text-length", "nuts2");
  is_refused(alijo(), [](Profile& p) { p.nuts3.clear(); }, "text-length", "nuts3");
}

TEST(Entity, HasPlausibleFiguresAndWebsite) {
  is_refused(alijo(), [](Profile& p) { p.population_2021 = -1; }, "negative", "population_2021");
  is_refused(alijo(), [](Profile& p) { p.voters_2025 = -1; }, "negative", "voters_2025");
  is_refused(alijo(), [](Profile& p) { p.website = "https://cm-alijo.pt/"; }, "website", "website");
}

}  // namespace
