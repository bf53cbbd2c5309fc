#include "projections/ties.hpp"

#include <gtest/gtest.h>

#include "tests/support/regulations.hpp"

/// Which dossiers of a list tie with the one beside them.
namespace {

using projections::NamedResult;
using projections::ties_of;
using regulation::Category;
using regulation::Section;

NamedResult named(const char* name, std::int64_t rank, const std::string& whole,
                  const std::string& section = "80") {
  awards::DossierResult result;
  result.rank = rank;
  result.points = awards::PublishedPoints{whole + ".00", whole + "/1"};
  result.sections = {{Section::III, awards::PublishedPoints{section + ".00", section + "/1"}}};
  result.ranked_by.emplace();
  NamedResult one;
  one.entity.name = name;
  one.result = result;
  return one;
}

/// Alijó, Murça and Mora have the same points; section III parts Alijó from the others.
std::vector<NamedResult> list() {
  auto parish = named("Favaios", 1, "80");
  parish.result.category = Category::Freguesia;
  return {named("Boticas", 1, "81"), named("Alijó", 2, "80", "90"), named("Mora", 3, "80"),
          named("Murça", 3, "80"), parish};
}

regulation::Regulation rules() {
  auto rules = testing_support::small_regulation();
  rules.tie_break = {regulation::BySection{Section::III}};
  return rules;
}

std::string told(std::size_t at) {
  std::string words;
  for (const auto& tie : ties_of(list(), at, rules()))
    words += tie.first.name + ", " + tie.second.name + ": " +
             (tie.shared ? "shared" : tie.parted.value().en) + "\n";
  return words;
}

TEST(Ties, AreWithTheNeighboursOfTheSameCategoryThatHaveTheSamePoints) {
  const std::string parted = "Alijó, Mora: by section III: 90.00 against 80.00\n";
  const std::string shared = "Mora, Murça: shared\n";
  EXPECT_EQ(told(0), "");
  EXPECT_EQ(told(1), parted);
  EXPECT_EQ(told(2), parted + shared);
  EXPECT_EQ(told(3), shared);
  EXPECT_EQ(told(4), "") << "a parish does not compete with municipalities";
}

}  // namespace
