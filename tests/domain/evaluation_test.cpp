#include "domain/jury/completeness.hpp"
#include "tests/domain/evaluation_samples.hpp"

namespace {

using namespace jury;
using namespace evaluation_samples;

TEST(Evaluation, TakesMarksAFewAtATime) {
  const std::vector<Mark> first = {mark("diagnostico", 0), mark("alcance", std::nullopt)};
  Situation()
      .history({})
      .when(ScoreDossier{dossier, ana, first})
      .then({EvaluationScored{dossier, ana, first}});
}

TEST(Evaluation, ALaterMarkReplacesTheEarlierOnTheSameCriterion) {
  const auto evaluation = evaluation_type().make();
  evaluation->apply(EvaluationScored{dossier, ana, all_marks});
  evaluation->apply(EvaluationScored{dossier, ana, {mark("alcance", 7)}});
  core::Facts facts;
  evaluation->tell(facts);
  const auto* told = facts.find<facts::Evaluation>();
  ASSERT_TRUE(told);
  ASSERT_EQ(told->marks.size(), 3U);
  for (const auto& one : told->marks)
    if (one.criterion == criterion("alcance")) {
      EXPECT_EQ(one.value, 7);
    }
  EXPECT_FALSE(told->sealed);
}

void refuses_marks(const std::vector<Mark>& marks, const std::string& code,
                   const std::string& field) {
  Situation().history({}).when(ScoreDossier{dossier, ana, marks}).is_refused(code, field);
}

TEST(Evaluation, RefusesMarksThatTheRegulationDoesNotKnow) {
  refuses_marks({mark("diagnostico", 20), mark("alcance", 21)}, "score-outside-scale",
                "marks[1].value");
  refuses_marks({mark("diagnostico", -1)}, "score-outside-scale", "marks[0].value");
  refuses_marks({mark("simpatia", 10)}, "unknown-criterion", "marks[0].criterion");
  refuses_marks({mark("diagnostico", std::nullopt)}, "criterion-applies", "marks[0].value");
  refuses_marks({mark("alcance", 1), mark("alcance", 2)}, "criterion-repeated",
                "marks[1].criterion");
  refuses_marks({}, "marks-missing", "marks");
}

TEST(Evaluation, CountsTheLettersOfACommentAndNotItsBytes) {
  auto commented = mark("alcance", 10);
  std::string words;
  for (int i = 0; i < 4000; ++i) words += "é";
  commented.comment = words;
  Situation()
      .history({})
      .when(ScoreDossier{dossier, ana, {commented}})
      .then({EvaluationScored{dossier, ana, {commented}}});
  commented.comment = words + "é";
  refuses_marks({commented}, "text-length", "marks[0].comment");
}

TEST(Evaluation, BelongsToTheJurorWhoScores) {
  Situation situation;
  situation.actor = rui;
  situation.history({})
      .when(ScoreDossier{dossier, ana, all_marks})
      .is_refused("not-your-evaluation");
  situation.history({EvaluationScored{dossier, ana, all_marks}})
      .when(SealEvaluation{dossier, ana})
      .is_refused("not-your-evaluation");
}

TEST(Evaluation, IsOnlyForThoseAssigned) {
  Situation situation;
  situation.panel.assignments.clear();
  situation.history({}).when(ScoreDossier{dossier, ana, all_marks}).is_refused("not-assigned");
}

TEST(Evaluation, IsClosedToAJurorWhoHasLeft) {
  Situation situation;
  situation.panel.jurors = {rui};
  situation.history({}).when(ScoreDossier{dossier, ana, all_marks}).is_refused("not-assigned");
}

TEST(Evaluation, IsClosedToAJurorWithAConflict) {
  Situation situation;
  situation.panel.conflicts = {{dossier, ana}};
  auto scenario = situation.history({});
  scenario.when(ScoreDossier{dossier, ana, all_marks}).is_refused("juror-has-conflict");
  EXPECT_EQ(scenario.decision().error().kind, core::ErrorKind::Forbidden);
}

TEST(Evaluation, IsOnlyOfEligibleDossiers) {
  Situation situation;
  situation.state = facts::DossierState::NotEligible;
  situation.history({})
      .when(ScoreDossier{dossier, ana, all_marks})
      .is_refused("dossier-not-eligible");
}

TEST(Evaluation, TakesMarksUntilTheDeadlineItselfAndSealsAfterIt) {
  Situation situation;
  situation.now = "2021-09-15T22:59:59.999Z";
  EXPECT_TRUE(situation.history({}).when(ScoreDossier{dossier, ana, all_marks}).decision());
  situation.now = "2021-09-15T23:00:00Z";
  situation.history({}).when(ScoreDossier{dossier, ana, all_marks}).is_refused("scoring-closed");
  situation.history({EvaluationScored{dossier, ana, all_marks}})
      .when(SealEvaluation{dossier, ana})
      .then({EvaluationSealed{dossier, ana}});
}

const char* const after_scoring = "2021-09-20T09:00:00Z";

TEST(Evaluation, IsNotSealedBySomebodyWhoMayKnowTheResult) {
  Situation situation;
  situation.now = after_scoring;
  auto begun = situation.history({EvaluationScored{dossier, ana, all_marks}});
  begun.knowing(facts::Computation{edition})
      .when(SealEvaluation{dossier, ana})
      .is_refused("scoring-closed");
}

TEST(Evaluation, OpensOnceMoreWhereWhatWasSaidOfTheResultIsUpheld) {
  Situation situation;
  situation.now = after_scoring;
  const auto with = [&](const std::vector<core::Event>& history,
                        const facts::Computation& computation) {
    auto scenario = situation.history(history);
    scenario.knowing(computation);
    return scenario;
  };
  const facts::Computation upheld{edition, {dossier}};
  with({}, upheld)
      .when(ScoreDossier{dossier, ana, all_marks})
      .then({EvaluationScored{dossier, ana, all_marks}});
  with({EvaluationScored{dossier, ana, all_marks}}, upheld)
      .when(SealEvaluation{dossier, ana})
      .then({EvaluationSealed{dossier, ana}});
  const facts::Computation of_another{edition, {core::DossierId("2021-0101")}};
  with({}, of_another).when(ScoreDossier{dossier, ana, all_marks}).is_refused("scoring-closed");
}

TEST(Evaluation, StaysOpenAsLongAsTheDossierCannotBeRanked) {
  Situation situation;
  situation.now = after_scoring;
  const facts::Computation too_few{edition, {}, {dossier}};
  auto begun = situation.history({});
  begun.knowing(too_few)
      .when(ScoreDossier{dossier, ana, all_marks})
      .then({EvaluationScored{dossier, ana, all_marks}});
  const std::vector<core::Event> sealed = {EvaluationScored{dossier, ana, all_marks},
                                           EvaluationSealed{dossier, ana}};
  auto done = situation.history(sealed);
  done.knowing(too_few)
      .when(ReviseEvaluation{dossier, ana, {mark("alcance", 1)}, "Porque sim."})
      .is_refused("scoring-closed");
}

TEST(Evaluation, IsSealedOnlyWhenEveryCriterionHasItsMark) {
  auto incomplete =
      Situation().history({EvaluationScored{dossier, ana, {mark("alcance", std::nullopt)}}});
  incomplete.when(SealEvaluation{dossier, ana}).is_refused("evaluation-incomplete");
  EXPECT_EQ(incomplete.decision().error().pt,
            "Faltam 2 de 3 critérios: Critério diagnostico; Critério resultados.");
  Situation()
      .history({EvaluationScored{dossier, ana, all_marks}})
      .when(SealEvaluation{dossier, ana})
      .then({EvaluationSealed{dossier, ana}});
}

TEST(Evaluation, ChangesNoMoreOnceSealed) {
  const std::vector<core::Event> sealed = {EvaluationScored{dossier, ana, all_marks},
                                           EvaluationSealed{dossier, ana}};
  Situation()
      .history(sealed)
      .when(ScoreDossier{dossier, ana, all_marks})
      .is_refused("evaluation-sealed");
  Situation().history(sealed).when(SealEvaluation{dossier, ana}).is_refused("evaluation-sealed");
}

TEST(Evaluation, ChangesNoMoreOnceTheResultIsClosed) {
  const facts::Outcome closed{edition, {}, true};
  auto begun = Situation().history({EvaluationScored{dossier, ana, all_marks}});
  EXPECT_TRUE(
      begun.knowing(facts::Outcome{edition, {}}).when(SealEvaluation{dossier, ana}).decision())
      << "late, and left out of the result";
  begun.knowing(closed);
  begun.when(ScoreDossier{dossier, ana, all_marks}).is_refused("result-closed");
  begun.when(SealEvaluation{dossier, ana}).is_refused("result-closed");
  begun.when(ReleaseComments{dossier, ana, {}}).is_refused("result-closed");
  for (const auto& type : evaluation_type().commands)
    EXPECT_EQ(std::ranges::count(type.reads(core::Command(*type.record, type.record->make()), {}),
                                 std::string_view("result"), &core::StreamRef::category),
              1)
        << type.record->name;
}

TEST(Evaluation, SaysInWordsHowFarItIs) {
  const auto rules = testing_support::small_regulation();
  const auto begun = completeness(rules, {mark("diagnostico", 15), mark("resultados", 20)});
  EXPECT_EQ(begun.marked, 2);
  EXPECT_EQ(begun.criteria, 3);
  EXPECT_EQ(begun.missing, std::vector<std::string>{"Critério alcance"});
  EXPECT_EQ(begun.words.pt, "Falta 1 de 3 critérios: Critério alcance.");
  EXPECT_EQ(begun.words.en, "Still without a mark, 1 of 3: Critério alcance.");
  EXPECT_EQ(completeness(rules, all_marks).words.pt, "Todos os critérios têm pontuação.");
  EXPECT_EQ(completeness(rules, {mark("alcance", std::nullopt)}).marked, 1)
      << "what does not apply is marked";
}

TEST(Evaluation, IsNamedForItsDossierAndJuror) {
  EXPECT_EQ((ScoreDossier{dossier, ana, {}}.target()), "2021-1701.ana");
  EXPECT_EQ(parse_evaluation("2021-1701.ana.sousa"),
            (facts::Assignment{dossier, core::AccountId("ana.sousa")}));
  EXPECT_EQ(parse_evaluation("2021-1701"), std::nullopt);
  EXPECT_EQ(parse_evaluation("2021-1701."), std::nullopt);
}

}  // namespace
