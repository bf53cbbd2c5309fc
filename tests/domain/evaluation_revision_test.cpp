#include "tests/domain/evaluation_samples.hpp"

namespace {

using namespace jury;
using namespace evaluation_samples;

const std::vector<core::Event> sealed = {EvaluationScored{dossier, ana, all_marks},
                                         EvaluationSealed{dossier, ana}};
const std::string because = "Na deliberação mostrou-se outro resultado.";
const std::vector<Mark> higher = {mark("resultados", 18)};

ReviseEvaluation revision(std::vector<Mark> marks, std::string reason = because) {
  return {dossier, ana, std::move(marks), std::move(reason)};
}

TEST(EvaluationRevision, ChangesASealedMarkForAReason) {
  Situation()
      .history(sealed)
      .when(revision(higher))
      .then({EvaluationRevised{dossier, ana, higher, because}});
  Situation().history(sealed).when(revision(higher, "")).is_refused("text-length", "reason");
}

TEST(EvaluationRevision, IsOfWhatIsSealed) {
  Situation()
      .history({EvaluationScored{dossier, ana, all_marks}})
      .when(revision(higher))
      .is_refused("evaluation-not-sealed");
}

TEST(EvaluationRevision, ChangesSomethingAndWithinTheRegulation) {
  const auto refuses = [](const std::vector<Mark>& marks, const char* code, const char* field) {
    Situation().history(sealed).when(revision(marks)).is_refused(code, field);
  };
  refuses(all_marks, "nothing-changes", "marks");
  refuses({mark("resultados", 21)}, "score-outside-scale", "marks[0].value");
  refuses({}, "marks-missing", "marks");
}

TEST(EvaluationRevision, LeavesAtLeastOneCriterionThatApplies) {
  auto regulation = testing_support::small_regulation();
  for (auto& section : regulation.sections)
    for (auto& criterion : section.criteria) criterion.may_not_apply = true;
  Situation situation;
  auto scenario = testing_support::given(
      evaluation_type(),
      {EvaluationScored{dossier, ana, {mark("diagnostico", 5)}}, EvaluationSealed{dossier, ana}});
  scenario.as({ana, {core::Role::Juror}, {}})
      .at(situation.now)
      .knowing(facts::Edition{edition, regulation})
      .knowing(situation.panel)
      .knowing(facts::Dossier{dossier, regulation::Category::Municipio, situation.state, {}})
      .when(revision({mark("diagnostico", std::nullopt)}))
      .is_refused("nothing-applies");
}

TEST(EvaluationRevision, IsMadeWhileTheRoundIsOpen) {
  Situation situation;
  situation.now = "2021-09-15T22:59:59.999Z";
  EXPECT_TRUE(situation.history(sealed).when(revision(higher)).decision());
  situation.now = "2021-09-15T23:00:00Z";
  situation.history(sealed).when(revision(higher)).is_refused("scoring-closed");
}

TEST(EvaluationRevision, IsMadeOnceMoreWhereWhatWasSaidOfTheResultIsUpheld) {
  Situation situation;
  situation.now = "2021-10-20T10:00:00Z";
  situation.history(sealed)
      .knowing(facts::Computation{edition, {dossier}})
      .when(revision(higher))
      .then({EvaluationRevised{dossier, ana, higher, because}});
  situation.history(sealed)
      .knowing(facts::Computation{edition, {}})
      .when(revision(higher))
      .is_refused("scoring-closed");
}

TEST(EvaluationRevision, IsTheJurorsOwnWhileTheJurorMayJudge) {
  Situation others;
  others.actor = rui;
  others.history(sealed).when(revision(higher)).is_refused("not-your-evaluation");
  Situation conflict;
  conflict.panel.conflicts = {{dossier, ana}};
  conflict.history(sealed).when(revision(higher)).is_refused("juror-has-conflict");
  Situation left;
  left.panel.jurors = {rui};
  left.history(sealed).when(revision(higher)).is_refused("not-assigned");
}

TEST(EvaluationRevision, IsNoMoreOnceTheResultIsClosed) {
  Situation()
      .history(sealed)
      .knowing(facts::Outcome{edition, {}, true})
      .when(revision(higher))
      .is_refused("result-closed");
}

std::optional<std::int64_t> value_of(const std::vector<facts::Mark>& marks, const char* id) {
  for (const auto& one : marks)
    if (one.criterion == criterion(id)) return one.value;
  return std::nullopt;
}

TEST(EvaluationRevision, KeepsWhatWasSealedAndStaysSealed) {
  const auto evaluation = evaluation_type().make();
  for (const auto& event : sealed) evaluation->apply(event);
  evaluation->apply(EvaluationRevised{dossier, ana, higher, because});
  evaluation->apply(EvaluationRevised{dossier, ana, {mark("resultados", 17)}, because});
  core::Facts facts;
  evaluation->tell(facts);
  const auto* told = facts.find<facts::Evaluation>();
  ASSERT_TRUE(told);
  EXPECT_TRUE(told->sealed);
  EXPECT_EQ(value_of(told->marks, "resultados"), 17);
  EXPECT_EQ(value_of(told->as_sealed, "resultados"), 20);
  EXPECT_EQ(told->as_sealed.size(), 3U);
}

}  // namespace
