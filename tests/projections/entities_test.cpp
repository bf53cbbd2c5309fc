#include "projections/entities.hpp"

#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace testing_support;
using projections::EntitySearch;
using regulation::Category;

struct Entities : testing::Test {
  World world;

  void SetUp() override {
    for (const auto& entity :
         {alijo(), municipality("0101", "Águeda", "Centro"), municipality("0113", "Oliveira"),
          parish("170107", "Favaios"), parish("1701FA", "Águas Frias")})
      world.happens(entity.code.text(), {entity});
  }

  std::vector<std::string> found(const EntitySearch& search) {
    std::vector<std::string> codes;
    for (const auto& entity :
         projections::search_entities(*world.seen().view("entities"), search).entities)
      codes.push_back(entity.code.text());
    return codes;
  }
};

using Codes = std::vector<std::string>;

TEST_F(Entities, AreFoundByCode) {
  const auto view = world.seen().view("entities");
  const auto entity = projections::find_entity(*view, core::EntityCode("1701FA"));
  ASSERT_TRUE(entity.has_value());
  EXPECT_EQ(entity->display_name, "Águas Frias");
  EXPECT_FALSE(projections::find_entity(*view, core::EntityCode("9999")).has_value());
}

TEST_F(Entities, AreListedByNameWithoutRegardToAccents) {
  EXPECT_EQ(found({}), (Codes{"1701FA", "0101", "1701", "170107", "0113"}));
}

TEST_F(Entities, AreSearchedByNameOrCode) {
  EXPECT_EQ(found({.text = "AGU"}), (Codes{"1701FA", "0101"}));
  EXPECT_EQ(found({.text = "frias aguas"}), (Codes{"1701FA"}));
  EXPECT_EQ(found({.text = "1701fa"}), (Codes{"1701FA"}));
  EXPECT_EQ(found({.text = "Lisboa"}), Codes{});
}

TEST_F(Entities, AreNarrowedByCategoryMunicipalityAndRegion) {
  EXPECT_EQ(found({.category = Category::Freguesia}), (Codes{"1701FA", "170107"}));
  EXPECT_EQ(found({.municipality = core::EntityCode("1701")}), (Codes{"1701FA", "1701", "170107"}));
  EXPECT_EQ(found({.region = "centro"}), (Codes{"0101"}));
  EXPECT_EQ(found({.text = "agu", .region = "PT11"}), (Codes{"1701FA"}));
  EXPECT_EQ(found({.category = Category::Municipio, .region = "vila real"}),
            (Codes{"0101", "1701", "0113"}));
}

TEST_F(Entities, ComeInPagesThatSayHowManyThereAre) {
  for (int i = 100; i < 200; ++i) {
    const auto code = "99" + std::to_string(i) + "0";
    world.happens(code, {parish(code.c_str(), "Zebreira")});
  }
  const auto view = world.seen().view("entities");
  const auto page = projections::search_entities(*view, {.page = 3});
  EXPECT_EQ(page.total, 105U);
  EXPECT_EQ(page.pages, 3U);
  EXPECT_EQ(page.page, 3U);
  EXPECT_EQ(page.entities.size(), 5U);
  EXPECT_TRUE(projections::search_entities(*view, {.page = 4}).entities.empty());
}

TEST_F(Entities, RegisteredAnewAreFoundByTheirNewNameOnly) {
  world.happens("0113", {municipality("0113", "Oliveira de Azeméis")});
  EXPECT_EQ(found({.text = "azemeis"}), (Codes{"0113"}));
  EXPECT_EQ(found({.text = "oliveira"}), (Codes{"0113"}));
  EXPECT_EQ(found({}).size(), 5U);
}

TEST_F(Entities, AreNamedWithTheirMunicipality) {
  const auto view = world.seen().view("entities");
  const auto favaios = projections::named_entity(*view, core::EntityCode("170107"));
  EXPECT_EQ(favaios.name, "Favaios");
  EXPECT_EQ(favaios.municipality, "Alijó");
  EXPECT_FALSE(projections::named_entity(*view, core::EntityCode("1701")).municipality);
}

}  // namespace
