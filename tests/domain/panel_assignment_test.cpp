#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "domain/jury/assignment.hpp"

namespace {

using jury::assign;
using jury::Load;
using jury::Need;

std::vector<core::AccountId> jurors(int count) {
  std::vector<core::AccountId> all;
  for (int i = 1; i <= count; ++i) all.emplace_back("jurado-" + std::to_string(i));
  return all;
}

core::DossierId dossier(int number) {
  return core::DossierId("2021-" + std::to_string(1000 + number));
}

std::vector<Need> needs(int dossiers, int each, const std::vector<core::AccountId>& candidates) {
  std::vector<Need> all;
  for (int i = 0; i < dossiers; ++i) all.push_back({dossier(i), each, candidates});
  return all;
}

Load load_of(const std::vector<facts::Assignment>& assignments) {
  Load load;
  for (const auto& one : assignments) ++load[one.juror];
  return load;
}

TEST(PanelAssignment, SpreadsTheWorkToWithinOneDossier) {
  const auto assigned = assign(needs(11, 3, jurors(5)), {});
  ASSERT_TRUE(assigned);
  EXPECT_EQ(assigned->size(), 33U);
  for (const auto& [juror, load] : load_of(*assigned)) {
    EXPECT_GE(load, 6) << juror.text();
    EXPECT_LE(load, 7) << juror.text();
  }
}

TEST(PanelAssignment, GivesADossierThreeDifferentJurors) {
  const auto assigned = assign(needs(11, 3, jurors(5)), {});
  ASSERT_TRUE(assigned);
  EXPECT_EQ(std::ranges::adjacent_find(*assigned), assigned->end());
  EXPECT_TRUE(std::ranges::is_sorted(*assigned));
}

TEST(PanelAssignment, IsTheSameForTheSameInputInAnyOrder) {
  auto wanted = needs(9, 3, jurors(6));
  wanted[2].candidates.erase(wanted[2].candidates.begin());
  const auto expected = assign(wanted, {}).value();
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::ranges::shuffle(wanted, random);
    for (auto& need : wanted) std::ranges::shuffle(need.candidates, random);
    EXPECT_EQ(assign(wanted, {}).value(), expected);
  }
}

TEST(PanelAssignment, GivesTheFreeJurorsToTheDossierThatHasNoOthers) {
  const auto all = jurors(4);
  const std::vector<Need> wanted = {{dossier(1), 2, all}, {dossier(2), 2, {all[0], all[1]}}};
  const auto assigned = assign(wanted, {});
  const std::vector<facts::Assignment> expected = {
      {dossier(1), all[2]}, {dossier(1), all[3]}, {dossier(2), all[0]}, {dossier(2), all[1]}};
  EXPECT_EQ(assigned.value(), expected);
}

TEST(PanelAssignment, CountsTheWorkThatJurorsHaveAlready) {
  const auto all = jurors(3);
  const auto assigned = assign({{dossier(1), 1, all}}, {{all[0], 4}, {all[1], 2}, {all[2], 3}});
  EXPECT_EQ(assigned.value(), (std::vector<facts::Assignment>{{dossier(1), all[1]}}));
}

TEST(PanelAssignment, ServesDossiersThatShareNoJuror) {
  const auto all = jurors(6);
  const std::vector<Need> wanted = {{dossier(1), 3, {all[0], all[1], all[2]}},
                                    {dossier(2), 3, {all[3], all[4], all[5]}},
                                    {dossier(3), 2, {all[3], all[4], all[5]}}};
  const auto assigned = assign(wanted, {});
  ASSERT_TRUE(assigned);
  EXPECT_EQ(assigned->size(), 8U);
}

TEST(PanelAssignment, NamesEveryDossierWithTooFewCandidates) {
  const auto all = jurors(4);
  const auto refused = assign({{dossier(1), 3, all}, {dossier(2), 3, {all[0]}}}, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "assignment-infeasible");
  EXPECT_NE(refused.error().en.find("2021-1002: 2"), std::string::npos);
  EXPECT_EQ(refused.error().en.find("2021-1001"), std::string::npos);
}

}  // namespace
