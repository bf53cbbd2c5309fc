#include "domain/regulation/regulation.hpp"

#include <gtest/gtest.h>

#include "tests/support/regulations.hpp"

/// What keeps a regulation from being followed.
namespace {

using namespace regulation;

/// "code field" of every fault, in order.
std::vector<std::string> faults_of(const Regulation& rules) {
  std::vector<std::string> told;
  for (const auto& fault : faults(rules)) {
    told.push_back(fault.code + " " + fault.field);
    EXPECT_FALSE(fault.pt.empty());
    EXPECT_FALSE(fault.en.empty());
  }
  return told;
}

template <class Change>
std::string fault_of(Change change) {
  auto rules = testing_support::small_regulation();
  change(rules);
  const auto told = faults_of(rules);
  return told.size() == 1 ? told.front() : std::to_string(told.size()) + " faults";
}

TEST(Regulation, TellsEveryFaultAndNotTheFirst) {
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 0;
  rules.decimals = 7;
  rules.awards[1].quota = 0;
  EXPECT_EQ(faults_of(rules),
            (std::vector<std::string>{"minimum-jurors minimum_jurors", "decimals decimals",
                                      "award-quota awards[1].quota"}));
}

TEST(Regulation, AThemedCallNamesItsThemesOnce) {
  const auto calling = [](const std::vector<Theme>& themes) {
    return fault_of([&](auto& rules) { rules.call = ThemedCall{themes}; });
  };
  EXPECT_EQ(calling({Theme::Habitacao, Theme::Migracoes}), "0 faults");
  EXPECT_EQ(calling({}), "themes call.themes");
  EXPECT_EQ(calling({Theme::Habitacao, Theme::Habitacao}), "themes call.themes");
}

TEST(Regulation, RoundingNamesAStepAndUpToSixDecimals) {
  const auto rounding = [](const Rounding& steps) {
    return fault_of([&](auto& rules) { rules.rounding = steps; });
  };
  EXPECT_EQ(rounding({2, std::nullopt}), "0 faults");
  EXPECT_EQ(rounding({0, 6}), "0 faults");
  EXPECT_EQ(rounding({}), "rounding rounding");
  EXPECT_EQ(rounding({7, std::nullopt}), "decimals rounding.jurors");
  EXPECT_EQ(rounding({std::nullopt, -1}), "decimals rounding.panel");
}

TEST(Regulation, AwardsHaveIdsOfTheirOwn) {
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[1].id = rules.awards[0].id; }),
            "award-repeated awards[1].id");
}

TEST(Regulation, AnAwardSpeaksOnlyOfThoseAboveIt) {
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[0].among = {core::AwardId("bandeira")}; }),
            "award-above awards[0].among[0]");
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[1].unless = {core::AwardId("bandeira")}; }),
            "award-above awards[1].unless[0]");
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[1].unless = {core::AwardId("galardao")}; }),
            "0 faults");
}

TEST(Regulation, LimitsLeaveRoomForSomething) {
  const auto limited = [](const Limits& limits) {
    return fault_of([&](auto& rules) { rules.awards[1].conditions = {TotalPoints{limits}}; });
  };
  EXPECT_EQ(limited({.above = 75, .below = 90}), "0 faults");
  EXPECT_EQ(limited({}), "limits awards[1].conditions[0]");
  EXPECT_EQ(limited({.from = 75, .above = 75}), "limits awards[1].conditions[0]");
  EXPECT_EQ(limited({.from = 90, .below = 90}), "limits awards[1].conditions[0]");
  EXPECT_EQ(limited({.from = 101}), "limits-range awards[1].conditions[0]");
  EXPECT_EQ(limited({.from = -1}), "limits-range awards[1].conditions[0]");
}

TEST(Regulation, SectionsThatAreAskedForHaveCriteria) {
  EXPECT_EQ(fault_of([](auto& rules) {
              rules.awards[1].conditions = {SectionPoints{{.from = 50}, Section::VIII}};
            }),
            "unknown-section awards[1].conditions[0].section");
  EXPECT_EQ(fault_of([](auto& rules) { rules.tie_break = {BySection{Section::VIII}}; }),
            "unknown-section tie_break[0].section");
}

TEST(Regulation, ATerritoryNamesPlaces) {
  const auto in = [](const InTerritory& territory) {
    return fault_of([&](auto& rules) { rules.awards[1].conditions = {territory}; });
  };
  EXPECT_EQ(in({}), "territory awards[1].conditions[0]");
  EXPECT_EQ(in({{core::EntityCode("170107")}, {}, {}}),
            "entity-code awards[1].conditions[0].municipalities[0]");
  EXPECT_EQ(in({{core::EntityCode("9999")}, {}, {}}),
            "entity-code awards[1].conditions[0].municipalities[0]");
  EXPECT_EQ(in({{}, {}, {"Norte"}}), "nuts-code awards[1].conditions[0].nuts[0]");
  EXPECT_EQ(in({{}, {}, {"PT11", "PTZZZ"}}), "nuts-code awards[1].conditions[0].nuts[1]");
  EXPECT_EQ(in({{}, {"Braganca"}, {}}), "unknown-district awards[1].conditions[0].districts[0]");
  EXPECT_EQ(in({{core::EntityCode("0302")}, {"Bragança", "Ilha do Pico"}, {"PT1D2", "PT20"}}),
            "0 faults");
}

TEST(Regulation, AMisspeltPlaceIsToldAsItIsSpelt) {
  auto rules = testing_support::small_regulation();
  rules.admission = {{{Category::Municipio}, {InTerritory{{}, {"evora", "Galiza"}, {"pt1d2"}}}}};
  const auto found = faults(rules);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].pt, "Não há distrito nem ilha com este nome. Quis dizer “Évora”?");
  EXPECT_EQ(found[1].en, "There is no district or island of this name.");
  EXPECT_TRUE(found[2].en.ends_with("Did you mean “PT1D2”?"));
}

TEST(Regulation, EarlierEditionsAreAskedForAwardsThatExist) {
  const auto in_a_row = [](const InARow& condition) {
    return fault_of([&](auto& rules) { rules.awards[1].conditions = {condition}; });
  };
  EXPECT_EQ(in_a_row({{core::AwardId("bandeira")}, 3}), "0 faults");
  EXPECT_EQ(in_a_row({{core::AwardId("palma")}, 3}),
            "unknown-award awards[1].conditions[0].awards[0]");
  EXPECT_EQ(in_a_row({{core::AwardId("bandeira")}, 1}),
            "editions awards[1].conditions[0].editions");
  EXPECT_EQ(in_a_row({{}, 3}), "awards-missing awards[1].conditions[0].awards");
}

TEST(Regulation, AThemeAndAQuotaOfAllCategoriesNeedAQuota) {
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[1].all_categories = true; }),
            "quota-missing awards[1].all_categories");
  EXPECT_EQ(fault_of([](auto& rules) { rules.awards[1].best_by = BySection{Section::III}; }),
            "quota-missing awards[1].best_by");
}

TEST(Regulation, AdmissionNamesCategoriesAndConditions) {
  EXPECT_EQ(fault_of([](auto& rules) { rules.admission = {{{Category::Municipio}, {}}}; }),
            "conditions-missing admission[0].conditions");
  EXPECT_EQ(fault_of([](auto& rules) { rules.admission = {{{}, {Population{{.below = 10}}}}}; }),
            "award-categories admission[0].categories");
}

TEST(Regulation, AnAwardNamesEachCategoryOnce) {
  EXPECT_EQ(fault_of([](auto& rules) {
              rules.awards[0].categories = {Category::Municipio, Category::Municipio};
            }),
            "award-categories awards[0].categories");
}

TEST(Regulation, WeightsAddUpTo100OrTo1000) {
  const auto weights = [](std::int64_t first, std::int64_t second, std::int64_t third) {
    return fault_of([&](auto& rules) {
      rules.sections[0].criteria[0].weight = first;
      rules.sections[1].criteria[0].weight = second;
      rules.sections[1].criteria[1].weight = third;
    });
  };
  EXPECT_EQ(weights(50, 30, 20), "0 faults");
  EXPECT_EQ(weights(125, 375, 500), "0 faults");
  EXPECT_EQ(weights(125, 375, 501), "weights-sum sections");
  EXPECT_EQ(weights(50, 30, 120), "weights-sum sections");
}

TEST(Regulation, ThePanelIsAsLargeAsTheMinimum) {
  EXPECT_EQ(fault_of([](auto& rules) { rules.panel = PanelComposition{2, 1}; }), "0 faults");
  EXPECT_EQ(fault_of([](auto& rules) { rules.panel = PanelComposition{1, 1}; }),
            "panel-composition panel");
  EXPECT_EQ(fault_of([](auto& rules) { rules.panel = PanelComposition{-1, 5}; }),
            "panel-composition panel");
}

TEST(Regulation, ADrawIsTheLastStepAndCommitsItself) {
  const std::string digest(64, 'a');
  const auto draw = [](const std::vector<TieBreak>& steps,
                       const std::optional<std::string>& commitment) {
    return fault_of([&](auto& rules) {
      rules.tie_break = steps;
      rules.draw_commitment = commitment;
    });
  };
  EXPECT_EQ(draw({ByTopMarks{}, ByDraw{}}, digest), "0 faults");
  EXPECT_EQ(draw({ByDraw{}, ByTopMarks{}}, std::nullopt), "tie-break-order tie_break[0]");
  EXPECT_EQ(draw({Shared{}, ByTopMarks{}}, std::nullopt), "tie-break-order tie_break[0]");
  EXPECT_EQ(draw({ByDraw{}}, std::nullopt), "draw-commitment draw_commitment");
  EXPECT_EQ(draw({ByTopMarks{}}, digest), "draw-commitment draw_commitment");
  EXPECT_EQ(draw({ByDraw{}}, digest.substr(1) + "g"), "draw-commitment draw_commitment");
}

TEST(Regulation, FollowsAnEditionOnce) {
  EXPECT_EQ(fault_of([](auto& rules) {
              rules.follows = {core::EditionId("2020"), core::EditionId("2020")};
            }),
            "edition-repeated follows[1]");
}

}  // namespace
