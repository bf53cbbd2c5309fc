#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "domain/entities/entity.hpp"
#include "domain/regulation/places.hpp"
#include "json/json.hpp"

namespace {

using entities::Profile;
using regulation::Category;

struct Register {
  std::vector<Profile> entities;
  FIELDS(entities)
};

/// reference/entities.json, read once.
const std::vector<Profile>& everybody() {
  static const auto entities = [] {
    std::ifstream file(PROJECT_DIR "/reference/entities.json");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    auto read = json::read<Register>(text);
    core::ensure(read.has_value(), read ? "" : read.error().field + ": " + read.error().en);
    return read->entities;
  }();
  return entities;
}

TEST(EntityRegister, HoldsEveryMunicipalityAndParish) {
  std::map<Category, int> count;
  for (const auto& entity : everybody()) ++count[entity.category];
  EXPECT_EQ(count[Category::Municipio], 308);
  EXPECT_EQ(count[Category::Freguesia], 2621);
  EXPECT_EQ(count[Category::UniaoDeFreguesias], 638);
}

TEST(EntityRegister, HoldsOnlyAcceptableCommands) {
  for (const auto& entity : everybody()) {
    const auto decision =
        entities::entity_type().make()->decide(entities::RegisterEntity{entity}, {});
    ASSERT_TRUE(decision.has_value())
        << entity.code.text() << " " << decision.error().field << ": " << decision.error().en;
    EXPECT_EQ(decision->size(), 1U);
  }
}

TEST(EntityRegister, NamesEachEntityOnceAfterItsMunicipality) {
  std::set<core::EntityCode> seen;
  for (const auto& entity : everybody()) {
    EXPECT_TRUE(seen.insert(entity.code).second) << entity.code.text() << " comes twice";
    EXPECT_TRUE(seen.contains(entity.municipality)) << entity.code.text();
  }
}

TEST(EntityRegister, GivesMunicipalitiesNamesThatTellThemApart) {
  std::set<std::string> names;
  for (const auto& entity : everybody()) {
    if (entity.category != Category::Municipio) continue;
    EXPECT_TRUE(names.insert(entity.display_name).second) << entity.display_name;
  }
}

TEST(EntityRegister, KeepsTheCodesThatEndInLetters) {
  const auto ends_in_letter = [](const Profile& entity) {
    return entity.code.text().back() >= 'A' && entity.code.text().back() <= 'Z';
  };
  EXPECT_EQ(std::ranges::count_if(everybody(), ends_in_letter), 18);
}

/// NFC: no accent stands as a character of its own (U+0300 to U+036F).
TEST(EntityRegister, WritesAccentsWithTheirLetters) {
  const auto has_loose_accent = [](const std::string& text) {
    return text.find('\xCC') != std::string::npos || text.find('\xCD') != std::string::npos;
  };
  for (const auto& entity : everybody())
    EXPECT_FALSE(has_loose_accent(entity.official_name) || has_loose_accent(entity.display_name))
        << entity.code.text();
}

TEST(EntityRegister, HasTheMunicipalitiesThatARegulationMayName) {
  std::set<std::string> municipalities;
  for (const auto& entity : everybody()) municipalities.insert(entity.municipality.text());
  for (int number = 0; number < 10'000; ++number) {
    const auto digits = std::to_string(10'000 + number).substr(1);
    EXPECT_EQ(regulation::is_municipality_code(digits), municipalities.contains(digits)) << digits;
  }
  for (const auto* none : {"", "17", "170", "17011", "1a01", "01-1"})
    EXPECT_FALSE(regulation::is_municipality_code(none)) << none;
}

TEST(EntityRegister, HasThePlacesThatARegulationMayName) {
  std::set<std::string_view> districts;
  std::set<std::string_view> nuts;
  for (const auto& entity : everybody()) {
    districts.insert(entity.district);
    nuts.insert({entity.nuts2_code, entity.nuts3_code});
    const auto district = std::ranges::find(regulation::all_districts(), entity.district,
                                            &regulation::District::name);
    ASSERT_NE(district, regulation::all_districts().end()) << entity.district;
    EXPECT_TRUE(entity.code.text().starts_with(district->code)) << entity.code.text();
  }
  EXPECT_EQ(districts.size(), regulation::all_districts().size());
  EXPECT_TRUE(std::ranges::equal(nuts, regulation::all_nuts()));
}

}  // namespace
