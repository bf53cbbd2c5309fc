#include "tests/domain/evaluation_samples.hpp"

/// What the panel lets an entity read of what a juror wrote.
namespace {

using namespace jury;
using namespace evaluation_samples;

const core::AccountId secretary("secretariado");

Mark commented(const char* id, const char* words) {
  return {criterion(id), 12, words};
}

std::vector<core::Event> scored() {
  return {EvaluationScored{dossier,
                           ana,
                           {commented("diagnostico", "Bem fundado."),
                            commented("alcance", "Chega a poucos."), mark("resultados", 20)}}};
}

std::vector<core::Event> sealed() {
  auto history = scored();
  history.emplace_back(EvaluationSealed{dossier, ana});
  return history;
}

std::vector<core::Event> operator+(std::vector<core::Event> history, const core::Event& event) {
  history.push_back(event);
  return history;
}

/// The secretariat, once scoring has closed.
Situation in_september() {
  Situation situation;
  situation.now = "2021-09-15T23:00:00Z";
  situation.actor = secretary;
  return situation;
}

ReleaseComments release(const std::vector<const char*>& criteria) {
  ReleaseComments command{dossier, ana, {}};
  for (const auto* id : criteria) command.criteria.push_back(criterion(id));
  return command;
}

CommentsReleased released(const std::vector<const char*>& criteria) {
  return {dossier, ana, core::Instant::parse("2021-09-15T23:00:00Z").value(), secretary,
          release(criteria).criteria};
}

TEST(Comments, AreReleasedAndTakenBackOnceScoringHasClosed) {
  in_september().history(sealed()).when(release({"alcance"})).then({released({"alcance"})});
  const auto history = sealed() + released({"alcance"});
  in_september()
      .history(history)
      .when(release({"diagnostico", "alcance"}))
      .then({released({"diagnostico", "alcance"})});
  in_september().history(history).when(release({})).then({released({})});
  in_september()
      .history(history)
      .when(release({"alcance"}))
      .is_refused("nothing-changes", "criteria");
  auto early = in_september();
  early.now = "2021-09-15T22:59:59.999Z";
  early.history(sealed()).when(release({"alcance"})).is_refused("scoring-open");
}

TEST(Comments, AreOfASealedEvaluationThatCounts) {
  in_september().history(scored()).when(release({"alcance"})).is_refused("evaluation-not-sealed");
  auto aside = in_september();
  aside.panel.assignments.clear();
  aside.history(sealed()).when(release({"alcance"})).is_refused("evaluation-set-aside");
  testing_support::given(evaluation_type())
      .when(release({"alcance"}))
      .is_refused("unknown-edition");
}

TEST(Comments, AreThereToBeReleased) {
  const auto refuses = [](const std::vector<const char*>& criteria, const char* code,
                          const char* field) {
    in_september().history(sealed()).when(release(criteria)).is_refused(code, field);
  };
  refuses({"resultados"}, "comment-missing", "criteria[0]");
  refuses({"alcance", "simpatia"}, "comment-missing", "criteria[1]");
  refuses({"alcance", "alcance"}, "criterion-repeated", "criteria[1]");
  auto erased = commented("alcance", "");
  erased.comment = core::Personal::erased();
  in_september()
      .history({EvaluationScored{dossier, ana, {erased}}, EvaluationSealed{dossier, ana}})
      .when(release({"alcance"}))
      .is_refused("comment-missing", "criteria[0]");
}

TEST(Comments, ChangedAfterwardsAreNoLongerReleased) {
  const auto history = sealed() + released({"diagnostico", "alcance"});
  const auto revised = [&](const char* words) {
    return history +
           EvaluationRevised{dossier, ana, {commented("alcance", words)}, "Li outra vez."};
  };
  in_september()
      .history(revised("Chega a muitos."))
      .when(release({"diagnostico"}))
      .is_refused("nothing-changes", "criteria");
  in_september()
      .history(revised("Chega a poucos."))
      .when(release({"diagnostico"}))
      .then({released({"diagnostico"})});
}

TEST(Comments, BelongToTheirJuror) {
  EXPECT_EQ((EvaluationScored{dossier, ana, {}}.person().text()), "ana");
  EXPECT_EQ((EvaluationRevised{dossier, ana, {}, ""}.person().text()), "ana");
}

}  // namespace
