#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/jury/bridges.hpp"
#include "tests/domain/assignment_samples.hpp"

namespace {

using namespace assignment_samples;
using jury::bridges;
using Pairs = std::vector<facts::Assignment>;

const auto all = jurors(6);

/// Jurors 1 and 2 on the first dossier, 3 and 4 on the second.
const Pairs apart = {
    {dossier(1), all[0]}, {dossier(1), all[1]}, {dossier(2), all[2]}, {dossier(2), all[3]}};

TEST(PanelBridges, AreNotNeededWhereAllCanBeCompared) {
  const auto found = bridges({{dossier(1), all[0]}, {dossier(1), all[1]}, {dossier(2), all[1]}},
                             {{dossier(2), all[0]}}, {});
  EXPECT_EQ(found.groups, 1);
  EXPECT_TRUE(found.proposals.empty());
  EXPECT_EQ(bridges({}, {}, {}).groups, 0);
}

TEST(PanelBridges, GoToTheJurorWithTheFewestDossiers) {
  const auto found =
      bridges(apart, {{dossier(2), all[0]}, {dossier(1), all[3]}}, {{all[0], {2}}, {all[3], {1}}});
  EXPECT_EQ(found.groups, 2);
  EXPECT_EQ(found.proposals, (Pairs{{dossier(1), all[3]}}));
}

TEST(PanelBridges, AreOnlyProposedToThoseWithTime) {
  const auto found = bridges(apart, {{dossier(2), all[0]}, {dossier(1), all[3]}},
                             {{all[0], {2}}, {all[3], {1, 1}}});
  EXPECT_EQ(found.proposals, (Pairs{{dossier(2), all[0]}}));
}

TEST(PanelBridges, JoinAsManyGroupsAsThereAre) {
  auto assigned = apart;
  assigned.push_back({dossier(3), all[4]});
  const Pairs possible = {{dossier(2), all[0]}, {dossier(2), all[1]}, {dossier(3), all[2]}};
  EXPECT_EQ(bridges(assigned, possible, {}).proposals,
            (Pairs{{dossier(2), all[0]}, {dossier(3), all[2]}}));
}

TEST(PanelBridges, LeaveApartWhatNobodyMayJoin) {
  const auto found = bridges(apart, {{dossier(1), all[0]}, {dossier(9), all[0]}}, {});
  EXPECT_EQ(found.groups, 2);
  EXPECT_TRUE(found.proposals.empty());
}

RC_GTEST_PROP(PanelBridgesLaw, MakeOneGroupWhereverAllMayJudgeAll, ()) {
  const auto number = [](int to) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, to));
  };
  Pairs assigned;
  for (int i = number(9); i >= 0; --i)
    assigned.push_back({dossier(number(7)), all[static_cast<std::size_t>(number(6))]});
  Pairs possible;
  for (int i = 0; i < 7; ++i)
    for (const auto& juror : all) possible.push_back({dossier(i), juror});
  const auto found = bridges(assigned, possible, {});
  RC_ASSERT(std::ssize(found.proposals) == found.groups - 1);
  assigned.insert(assigned.end(), found.proposals.begin(), found.proposals.end());
  RC_ASSERT(bridges(assigned, {}, {}).groups == 1);
}

}  // namespace
