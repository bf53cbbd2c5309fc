#include "domain/dossiers/dossier_events.hpp"
#include "projections/jury_desk.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace jury;
using namespace testing_support;

const core::EditionId edition("2021");
const core::DossierId of_alijo("2021-1701");
const core::DossierId of_agueda("2021-0101");
const core::AccountId ana("ana");
const core::AccountId rui("rui");
const core::AccountId clerk("candidatura-1701");

/// Ana judges two dossiers, and two jurors were wanted for each; Alijó then takes its own back.
struct WithdrawnDossier : testing::Test {
  World world;

  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("0101", {municipality("0101", "Águeda", "Centro")});
    world.happens("2021", {JurorAppointed{edition, ana, "Ana Lopes", {}, {}},
                           JurorAppointed{edition, rui, "Rui Vaz", {}, {}},
                           ConflictsAsked{edition, {of_alijo, of_agueda}, {ana, rui}},
                           ConflictDenied{of_alijo, rui, ""}, ConflictDenied{of_agueda, rui, ""},
                           JurorsAssigned{edition, 2, {{of_alijo, ana}, {of_agueda, ana}}}});
    world.happens("2021-1701.ana",
                  {EvaluationScored{of_alijo, ana, {{core::CriterionId("alcance"), 12, {}}}}});
    using namespace dossiers;
    world.happens("2021-1701",
                  {DossierStarted{of_alijo, edition, core::EntityCode("1701"), {}},
                   DossierWithdrawn{of_alijo, {}, clerk, "O programa foi interrompido."}});
  }

  projections::PanelView panel() {
    return projections::panel_of(*world.seen().view("jury_desk"), edition);
  }
};

TEST_F(WithdrawnDossier, LeavesTheDesksOfItsJurors) {
  const auto desk = projections::desk_of(world.seen(), edition, ana);
  ASSERT_EQ(desk.assignments.size(), 1U);
  EXPECT_EQ(desk.assignments[0].dossier, of_agueda);
  ASSERT_EQ(desk.conflicts.size(), 1U);
  EXPECT_EQ(desk.conflicts[0].conflict.dossier, of_agueda);
  EXPECT_TRUE(projections::jurors_of(*world.seen().view("jury_desk"), of_alijo).empty());
}

TEST_F(WithdrawnDossier, SetsAsideWhatWasGivenAndSaysWhy) {
  ASSERT_EQ(panel().assignments.size(), 1U);
  EXPECT_EQ(panel().assignments[0].dossier, of_agueda);
  ASSERT_EQ(panel().set_aside.size(), 1U);
  EXPECT_EQ(panel().set_aside[0].dossier, of_alijo);
  EXPECT_EQ(panel().set_aside[0].reason, "O programa foi interrompido.");
}

TEST_F(WithdrawnDossier, WantsNoJurors) {
  ASSERT_EQ(panel().short_of_jurors.size(), 1U);
  EXPECT_EQ(panel().short_of_jurors[0].dossier, of_agueda);
}

}  // namespace
