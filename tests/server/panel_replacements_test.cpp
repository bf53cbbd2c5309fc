#include <gtest/gtest.h>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/panel.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/shown_panel.hpp"

/// Who could take a place that a juror leaves, as the secretariat reads it.
namespace {

using namespace server_tests;
using regulation::Theme;

/// Favaios's dossier has three jurors of four; Alijó's is withdrawn.
class Replaced : public testing::Test {
 protected:
  void assign() {
    year.open_edition();
    year.start_dossiers();
    year.submit();
    year.screen();
    year.appoint_jurors();
    for (const auto* expert : experts)
      year.secretary.does(jury::DescribeJuror{
          edition, core::AccountId(expert->account()), {}, {Theme::Envelhecimento}, {}});
    year.ask_conflicts();
    year.answer_conflicts();
    year.alijo.does(dossiers::WithdrawDossier{dossier_of_alijo, "O programa foi interrompido."});
    year.secretary.does(jury::AssignJurors{edition, {dossier_of_favaios}, 3});
  }

  ShownPanel panel() {
    return year.secretary.reads("/editions/2021/panel", year.program.head()).as<ShownPanel>();
  }
  [[nodiscard]] std::set<core::AccountId> assigned() {
    std::set<core::AccountId> jurors;
    for (const auto& one : panel().assignments) jurors.insert(one.juror);
    return jurors;
  }
  void leaves(const core::AccountId& juror) {
    year.secretary.does(jury::DismissJuror{edition, juror, "Adoeceu."});
  }

  AwardYear year;
  std::vector<Person*> experts = {};
};

TEST_F(Replaced, IsByWhomTheAssignmentThenTakes) {
  assign();
  const auto before = assigned();
  ASSERT_EQ(before.size(), 3U);
  EXPECT_TRUE(panel().replacements.proposals.empty());
  leaves(*before.begin());
  const auto proposed = panel().replacements;
  EXPECT_FALSE(proposed.not_available);
  ASSERT_EQ(proposed.proposals.size(), 1U);
  EXPECT_EQ(proposed.proposals[0].dossier, dossier_of_favaios);
  const auto newcomer = proposed.proposals[0].juror;
  EXPECT_FALSE(before.contains(newcomer));
  EXPECT_FALSE(assigned().contains(newcomer)) << "it is only proposed";
  year.secretary.does(jury::AssignJurors{edition, {dossier_of_favaios}, 3});
  EXPECT_TRUE(assigned().contains(newcomer));
}

TEST_F(Replaced, IsAsThePanelIsComposed) {
  year.rules.panel = {2, 1};
  experts = {&year.joana, &year.tiago};
  assign();
  const core::AccountId rui("rui");
  ASSERT_TRUE(assigned().contains(rui));
  leaves(rui);
  EXPECT_TRUE(panel().replacements.proposals.empty()) << "the fourth juror is an expert";
  ASSERT_TRUE(panel().replacements.not_available);
}

TEST_F(Replaced, AnExpertIsByAnExpert) {
  year.rules.panel = {2, 1};
  experts = {&year.joana, &year.tiago};
  assign();
  const core::AccountId joana("joana");
  const core::AccountId tiago("tiago");
  const auto expert = assigned().contains(joana) ? joana : tiago;
  leaves(expert);
  ASSERT_EQ(panel().replacements.proposals.size(), 1U);
  EXPECT_EQ(panel().replacements.proposals[0].juror, expert == joana ? tiago : joana);
}

TEST_F(Replaced, ByNobodyWhoHasAConflictAndItIsSaid) {
  assign();
  const auto before = assigned();
  for (auto* juror : year.jurors)
    if (!before.contains(core::AccountId(juror->account())))
      juror->does(jury::AnswerConflict{dossier_of_favaios, core::AccountId(juror->account()), true,
                                       jury::ConflictKind::Family, "Uma irmã."});
  leaves(*before.begin());
  EXPECT_TRUE(panel().replacements.proposals.empty());
  ASSERT_TRUE(panel().replacements.not_available);
}

}  // namespace
