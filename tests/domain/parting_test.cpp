#include "domain/awards/parting.hpp"

#include <gtest/gtest.h>

#include "tests/support/regulations.hpp"

/// What is said of two dossiers with the same points as published.
namespace {

using namespace awards;
using regulation::Section;

/// Ranked by a criterion, then section III, then top marks, then by lot.
regulation::Regulation rules() {
  auto rules = testing_support::small_regulation();
  rules.tie_break = {regulation::ByCriterion{core::CriterionId("alcance")},
                     regulation::BySection{Section::III}, regulation::ByTopMarks{},
                     regulation::ByDraw{}};
  return rules;
}

PublishedPoints points(const std::string& whole) {
  return {whole + ".00", whole + "/1"};
}

/// 80 points, everywhere, of a dossier with two top marks per juror; its lot is "b".
DossierResult result() {
  DossierResult result;
  result.rank = 1;
  result.points = points("80");
  result.sections = {{Section::I, points("80")}, {Section::III, points("80")}};
  result.ranked_by = {{{core::CriterionId("alcance"), points("80")}}, points("2"), "b"};
  return result;
}

std::string parted(const DossierResult& one, const DossierResult& other) {
  const auto found = parting(rules(), one, other);
  return found ? found->pt + " | " + found->en : "nothing";
}

TEST(Parting, IsByTheExactPointsWhereRoundingHidesThem) {
  auto less = result();
  less.points = PublishedPoints{"80.00", "23999/300"};
  EXPECT_EQ(parted(result(), less),
            "pela pontuação exata: 80,00 (exatamente 80/1) contra 80,00 (exatamente 23999/300) | "
            "by the exact points: 80.00 (exactly 80/1) against 80.00 (exactly 23999/300)");
}

TEST(Parting, IsByTheFirstStepInWhichTheyDiffer) {
  auto one = result();
  one.ranked_by->criteria[0].points = points("90");
  auto other = result();
  other.sections[1].points = points("95");
  other.ranked_by->lot = "a";
  const auto title = rules().sections[1].criteria[0].title;
  EXPECT_EQ(parted(one, other), "pelo critério «" + title +
                                    "»: 90,00 contra 80,00 | by the criterion \"" + title +
                                    "\": 90.00 against 80.00");
  EXPECT_EQ(parted(other, result()),
            "pela secção III: 95,00 contra 80,00 | by section III: 95.00 against 80.00");
}

TEST(Parting, IsByTopMarksAndAtLastByLot) {
  auto less = result();
  less.ranked_by->top_marks = points("1");
  less.ranked_by->lot = "a";
  EXPECT_EQ(parted(result(), less),
            "pelas notas máximas por jurado: 2,00 contra 1,00 | "
            "by top marks per juror: 2.00 against 1.00");
  less.ranked_by->top_marks = points("2");
  EXPECT_EQ(parted(less, result()),
            "pelo sorteio público, em que vem primeiro o menor: a contra b | "
            "by the public draw, in which the lowest comes first: a against b");
}

TEST(Parting, WhatDoesNotApplyIsSaid) {
  auto less = result();
  less.ranked_by->criteria[0].points.reset();
  EXPECT_TRUE(parted(result(), less).contains("80,00 contra não se aplica |"));
}

TEST(Parting, IsNotToldOfThoseWhoAreEqual) {
  auto shared = rules();
  shared.tie_break.back() = regulation::Shared{};
  EXPECT_EQ(parting(shared, result(), result()), std::nullopt);
}

TEST(Parting, IsNotGuessedWhereTheResultDoesNotTellWhatItRanksBy) {
  auto one = result();
  one.ranked_by.reset();
  auto other = one;
  other.sections[1].points = points("70");
  EXPECT_EQ(parted(one, other), "nothing") << "the criterion before it may have parted them";
}

}  // namespace
