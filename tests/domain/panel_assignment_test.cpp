#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/domain/assignment_samples.hpp"

namespace {

using namespace assignment_samples;
using jury::assign;
using jury::Need;
using jury::Time;

TEST(PanelAssignment, SpreadsTheWorkToWithinOneDossier) {
  const auto assigned = assign(needs(11, 3, jurors(5)), {}, "");
  ASSERT_TRUE(assigned);
  EXPECT_EQ(assigned->size(), 33U);
  for (const auto& [juror, load] : loads(*assigned)) {
    EXPECT_GE(load, 6) << juror.text();
    EXPECT_LE(load, 7) << juror.text();
  }
}

TEST(PanelAssignment, GivesADossierThreeDifferentJurors) {
  const auto assigned = assign(needs(11, 3, jurors(5)), {}, "");
  ASSERT_TRUE(assigned);
  EXPECT_EQ(std::ranges::adjacent_find(*assigned), assigned->end());
  EXPECT_TRUE(std::ranges::is_sorted(*assigned));
}

TEST(PanelAssignment, IsTheSameForTheSameInputInAnyOrder) {
  auto wanted = needs(9, 3, jurors(6));
  wanted[2].candidates.erase(wanted[2].candidates.begin());
  const auto expected = assign(wanted, {}, "5eed").value();
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(wanted, random);
    for (auto& need : wanted) std::ranges::shuffle(need.candidates, random);
    EXPECT_EQ(assign(wanted, {}, "5eed").value(), expected);
  }
}

TEST(PanelAssignment, PartsEqualChoicesByTheSeed) {
  const auto wanted = needs(9, 3, jurors(6));
  EXPECT_EQ(assign(wanted, {}, "5eed").value(), assign(wanted, {}, "5eed").value());
  EXPECT_NE(assign(wanted, {}, "5eed").value(), assign(wanted, {}, "5eee").value());
}

/// The figures are part of what an edition publishes: they may never change.
TEST(PanelAssignment, OfASeedIsForEver) {
  const auto all = jurors(5);
  const std::vector<facts::Assignment> expected = {
      {dossier(0), all[0]}, {dossier(0), all[4]}, {dossier(1), all[1]}, {dossier(1), all[2]}};
  EXPECT_EQ(assign(needs(2, 2, all), {}, "2021").value(), expected);
}

TEST(PanelAssignment, GivesTheFreeJurorsToTheDossierThatHasNoOthers) {
  const auto all = jurors(4);
  const std::vector<Need> wanted = {{dossier(1), 2, candidates(all)},
                                    {dossier(2), 2, candidates({all[0], all[1]})}};
  const std::vector<facts::Assignment> expected = {
      {dossier(1), all[2]}, {dossier(1), all[3]}, {dossier(2), all[0]}, {dossier(2), all[1]}};
  EXPECT_EQ(assign(wanted, {}, "").value(), expected);
}

TEST(PanelAssignment, CountsTheWorkThatJurorsHaveAlready) {
  const auto all = jurors(3);
  const auto assigned = assign({{dossier(1), 1, candidates(all)}},
                               {{all[0], Time{4}}, {all[1], Time{2}}, {all[2], Time{3}}}, "");
  EXPECT_EQ(assigned.value(), (std::vector<facts::Assignment>{{dossier(1), all[1]}}));
}

TEST(PanelAssignment, ServesDossiersThatShareNoJuror) {
  const auto all = jurors(6);
  const auto left = candidates({all[0], all[1], all[2]});
  const auto right = candidates({all[3], all[4], all[5]});
  const auto assigned =
      assign({{dossier(1), 3, left}, {dossier(2), 3, right}, {dossier(3), 2, right}}, {}, "");
  ASSERT_TRUE(assigned);
  EXPECT_EQ(assigned->size(), 8U);
}

TEST(PanelAssignment, GivesADossierToThoseWhoseAreaItIsAbout) {
  auto wanted = needs(6, 1, jurors(3));
  for (auto& need : wanted) need.candidates[1].fits = true;
  wanted[4].candidates[2].fits = true;
  wanted[5].candidates[2].fits = true;
  const auto assigned = assign(wanted, {}, "").value();
  const auto has = [&](int number, const char* juror) {
    return std::ranges::count(assigned, facts::Assignment{dossier(number), core::AccountId(juror)});
  };
  EXPECT_EQ(has(4, "jurado-3") + has(5, "jurado-3"), 2) << "the second has enough of the others";
  EXPECT_EQ(loads(assigned)[core::AccountId("jurado-2")], 2);
}

TEST(PanelAssignment, NeverGivesMoreWorkForTheSakeOfAnArea) {
  auto wanted = needs(6, 1, jurors(3));
  for (auto& need : wanted) need.candidates[1].fits = true;
  for (const auto& [juror, load] : loads(assign(wanted, {}, "").value()))
    EXPECT_EQ(load, 2) << juror.text();
}

TEST(PanelAssignment, GivesNobodyMoreThanTheirMost) {
  const auto all = jurors(4);
  const auto assigned = assign(needs(6, 2, all), {{all[0], Time{0, 1}}, {all[1], Time{3, 4}}}, "");
  auto given = loads(assigned.value());
  EXPECT_EQ(given[all[0]], 1);
  EXPECT_EQ(given[all[1]], 1);
  EXPECT_EQ(given[all[2]], 5);
  EXPECT_EQ(given[all[3]], 5);
}

TEST(PanelAssignment, NamesEveryDossierWithTooFewCandidates) {
  const auto all = jurors(4);
  const auto refused =
      assign({{dossier(1), 3, candidates(all)}, {dossier(2), 3, candidates({all[0]})}}, {}, "");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "assignment-infeasible");
  EXPECT_NE(refused.error().en.find("2021-1002: 2"), std::string::npos);
  EXPECT_EQ(refused.error().en.find("2021-1001"), std::string::npos);
  EXPECT_EQ(refused.error().en.find("have time for "), std::string::npos);
}

TEST(PanelAssignment, NamesTheDossiersAndTheJurorsThatHaveNoTimeForThem) {
  const auto all = jurors(4);
  const auto two = candidates({all[0], all[1]});
  const auto refused = assign({{dossier(1), 2, two},
                               {dossier(2), 2, two},
                               {dossier(3), 1, candidates({all[1], all[3]})},
                               {dossier(4), 1, candidates(all)}},
                              {{all[0], Time{1, 2}}, {all[1], Time{0, 1}}}, "");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().en.find("These dossiers need 4 evaluations by these jurors, who have "
                                    "time for 2: dossiers 2021-1001, 2021-1002; jurors jurado-1, "
                                    "jurado-2."),
            std::string::npos)
      << refused.error().en;
  EXPECT_NE(refused.error().pt.find("precisam de 4 avaliações destes jurados, que só têm tempo "
                                    "para 2: candidaturas 2021-1001, 2021-1002; jurados jurado-1, "
                                    "jurado-2."),
            std::string::npos)
      << refused.error().pt;
}

}  // namespace
