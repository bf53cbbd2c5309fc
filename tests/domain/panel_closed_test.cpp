#include "tests/domain/panel_samples.hpp"

/// The jury of an edition whose result is closed.
namespace {

using namespace jury;
using namespace panel_samples;

const std::string because = "Soube-se depois.";

/// Ana and Rui judge Alijó, where Gil has a conflict; Eva has come later and was not asked yet.
const auto at_work = after(
    four_appointed,
    {ConflictsAsked{edition, both, {ana, gil, rui}}, ConflictDenied{alijo, ana, ""},
     ConflictDenied{favaios, ana, ""}, ConflictDenied{alijo, rui, ""},
     ConflictDenied{favaios, rui, ""}, ConflictImposed{alijo, gil, ImposedBy::Secretariat, because},
     ConflictDenied{favaios, gil, ""}, JurorsAssigned{edition, 2, {{alijo, ana}, {alijo, rui}}}});

/// One of each command of a panel, which it takes as long as the result is not closed.
const std::vector<core::Command> one_of_each = {
    AppointJuror{edition, zita, "Zita", {}},
    DismissJuror{edition, ana, because},
    DescribeJuror{edition, ana, 3, {}},
    RulePair{favaios, rui, PairRule::Forbidden, because},
    AskConflicts{edition, both},
    AnswerConflict{alijo, ana, true, ConflictKind::Other, because},
    ImposeConflict{alijo, rui, because},
    WaiveConflict{alijo, gil, because},
    AssignJurors{edition, {favaios}, 3}};

Scenario given_result(const facts::Outcome& outcome) {
  auto scenario = given_panel(at_work);
  scenario.as(acting(ana)).knowing(outcome);
  return scenario;
}

template <class Names>
std::vector<std::string_view> sorted(Names names) {
  std::ranges::sort(names);
  return names;
}

TEST(PanelOfAClosedResult, TheCommandsOfThisTestAreAllThatThereAre) {
  std::vector<std::string_view> tried;
  for (const auto& command : one_of_each) tried.push_back(command.type().name);
  std::vector<std::string_view> known;
  for (const auto& type : panel_type().commands) known.push_back(type.record->name);
  EXPECT_EQ(sorted(tried), sorted(known));
}

TEST(PanelOfAClosedResult, ChangesNoMore) {
  for (const auto& command : one_of_each) {
    SCOPED_TRACE(command.type().name);
    given_result({edition, {}, true}).when(command).is_refused("result-closed");
  }
}

TEST(PanelOfAClosedResult, IsNotThatOfAFinalListNorOfAnotherEdition) {
  for (const auto& command : one_of_each)
    for (const auto& open :
         {facts::Outcome{edition, {}}, facts::Outcome{core::EditionId("2020"), {}, true}})
      EXPECT_TRUE(given_result(open).when(command).decision()) << command.type().name;
}

TEST(PanelOfAClosedResult, EachCommandReadsTheResult) {
  for (const auto& type : panel_type().commands)
    for (const auto& command : one_of_each) {
      if (command.type().name != type.record->name) continue;
      const auto streams = type.reads(command, {});
      EXPECT_EQ(std::ranges::count(streams, core::StreamRef{"result", "2021"}), 1)
          << type.record->name;
    }
}

}  // namespace
