#include "domain/editions/edition.hpp"

#include <gtest/gtest.h>

#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace {

using editions::EditionOpened;
using editions::OpenEdition;
using editions::RegulationFrozen;
using testing_support::given;
using testing_support::small_regulation;

OpenEdition open_edition() {
  return {core::EditionId("2021"), "Edição 2021", true, small_regulation()};
}

TEST(Edition, IsOpenedWithItsRegulationAndBoundToIt) {
  given(editions::edition_type())
      .when(open_edition())
      .then({EditionOpened{core::EditionId("2021"), "Edição 2021", true, small_regulation()},
             RegulationFrozen{core::EditionId("2021"),
                              testing_support::pretended_sha256(json::write(small_regulation())),
                              std::nullopt}});
}

TEST(Edition, IsBoundToTheSeedOfItsDraw) {
  auto command = open_edition();
  command.regulation.tie_break = {regulation::ByDraw{}};
  command.regulation.draw_commitment = std::string(64, 'a');
  const auto decision = given(editions::edition_type()).when(command).decision();
  EXPECT_EQ(decision->at(1).get<RegulationFrozen>().draw_commitment, std::string(64, 'a'));
}

TEST(Edition, FollowsOnesThatWereHeldElsewhereAndTakesNoneOfTheirNames) {
  auto command = open_edition();
  command.regulation.follows = {core::EditionId("2020")};
  given(editions::edition_type())
      .when(command)
      .is_refused("unknown-edition", "regulation.follows[0]");
  EXPECT_TRUE(given(editions::edition_type())
                  .knowing(facts::Outcome{core::EditionId("2020"), {}})
                  .when(command)
                  .decision());
  given(editions::edition_type())
      .knowing(facts::Outcome{core::EditionId("2021"), {}})
      .when(open_edition())
      .is_refused("edition-exists");
}

TEST(Edition, IsOpenedOnce) {
  given(editions::edition_type(),
        {EditionOpened{core::EditionId("2021"), "Edição 2021", true, small_regulation()}})
      .when(open_edition())
      .is_refused("edition-exists");
}

TEST(Edition, HasASimpleName) {
  auto command = open_edition();
  command.edition = core::EditionId("2021.a");
  given(editions::edition_type()).when(command).is_refused("edition-id", "edition");
}

std::string letters_with_accents(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ã";
  return text;
}

TEST(Edition, HasATitleOfTwoHundredLetters) {
  auto command = open_edition();
  command.title = letters_with_accents(200);
  EXPECT_TRUE(given(editions::edition_type()).when(command).decision());
  for (const auto& title : {letters_with_accents(201), std::string()}) {
    command.title = title;
    given(editions::edition_type()).when(command).is_refused("text-length", "title");
  }
}

TEST(Edition, HasCriteriaAndAwardsWithTitlesOfThreeHundredLetters) {
  auto command = open_edition();
  command.regulation.sections[0].criteria[0].title = letters_with_accents(300);
  command.regulation.awards[0].title = letters_with_accents(300);
  EXPECT_TRUE(given(editions::edition_type()).when(command).decision());
  command.regulation.awards[0].title += "a";
  given(editions::edition_type())
      .when(command)
      .is_refused("text-length", "regulation.awards[0].title");
  command.regulation.sections[0].criteria[0].title.clear();
  given(editions::edition_type())
      .when(command)
      .is_refused("text-length", "regulation.sections[0].criteria[0].title");
}

template <class Change>
void refuses_regulation(Change change, const std::string& code, const std::string& field) {
  auto command = open_edition();
  change(command.regulation);
  given(editions::edition_type()).when(command).is_refused(code, field);
}

TEST(Edition, RefusesWeightsThatDoNotAddUp) {
  refuses_regulation([](auto& rules) { rules.sections[0].criteria[0].weight = 49; }, "weights-sum",
                     "regulation.sections");
}

TEST(Edition, RefusesRulesThatCannotBeFollowed) {
  refuses_regulation([](auto& rules) { rules.categories.clear(); }, "categories",
                     "regulation.categories");
  refuses_regulation([](auto& rules) { rules.sections[1].scale.maximum = 0; }, "scale",
                     "regulation.sections[1].scale");
  refuses_regulation([](auto& rules) { rules.sections[1].section = regulation::Section::I; },
                     "section-repeated", "regulation.sections[1].section");
  refuses_regulation(
      [](auto& rules) { rules.sections[1].criteria[1].id = core::CriterionId("alcance"); },
      "criterion-repeated", "regulation.sections[1].criteria[1].id");
  refuses_regulation([](auto& rules) { rules.sections[1].criteria[1].weight = 0; }, "weight-range",
                     "regulation.sections[1].criteria[1].weight");
  refuses_regulation([](auto& rules) { rules.minimum_jurors = 0; }, "minimum-jurors",
                     "regulation.minimum_jurors");
  refuses_regulation(
      [](auto& rules) { rules.awards[0].conditions[0] = regulation::TotalPoints{{101}}; },
      "limits-range", "regulation.awards[0].conditions[0]");
  refuses_regulation([](auto& rules) { rules.awards[0].quota = 0; }, "award-quota",
                     "regulation.awards[0].quota");
  refuses_regulation(
      [](auto& rules) {
        rules.tie_break[0] = regulation::ByCriterion{core::CriterionId("nenhum")};
      },
      "unknown-criterion", "regulation.tie_break[0].criterion");
}

/// From Friday 1 October to Friday the 15th there are nine working days: the 5th is a holiday.
TEST(Edition, RefusesAHearingShorterThanItsRulesPromise) {
  const auto promising = [](std::int64_t days) {
    return [days](auto& rules) { rules.calendar.hearing_days = days; };
  };
  for (const std::int64_t days : {0, 91})
    refuses_regulation(promising(days), "hearing-days", "regulation.calendar.hearing_days");
  refuses_regulation(promising(10), "hearing-too-short", "regulation.calendar.hearing_deadline");
  auto command = open_edition();
  command.regulation.calendar.hearing_days = 9;
  EXPECT_TRUE(given(editions::edition_type()).when(command).decision());
}

/// The final list may come on Saturday 16 October; to Monday 15 November there are twenty working
/// days, as the 1st is a holiday.
TEST(Edition, RefusesLessTimeForComplaintsThanItsRulesPromise) {
  const auto promising = [](std::int64_t days) {
    return [days](auto& rules) { rules.calendar.complaint_days = days; };
  };
  for (const std::int64_t days : {0, 91})
    refuses_regulation(promising(days), "complaint-days", "regulation.calendar.complaint_days");
  refuses_regulation(promising(21), "complaints-too-short",
                     "regulation.calendar.complaints_deadline");
  auto command = open_edition();
  command.regulation.calendar.complaint_days = 20;
  EXPECT_TRUE(given(editions::edition_type()).when(command).decision());
}

TEST(Edition, RefusesACalendarThatRunsBackwards) {
  refuses_regulation([](auto& rules) { rules.calendar.opens = rules.calendar.submission_deadline; },
                     "calendar", "regulation.calendar.submission_deadline");
  refuses_regulation(
      [](auto& rules) { rules.calendar.results = rules.calendar.submission_deadline; }, "calendar",
      "regulation.calendar.results");
  refuses_regulation(
      [](auto& rules) { rules.calendar.complaints_deadline = rules.calendar.results; }, "calendar",
      "regulation.calendar.complaints_deadline");
  refuses_regulation([](auto& rules) { std::swap(rules.mandate.first, rules.mandate.last); },
                     "mandate", "regulation.mandate");
}

}  // namespace
