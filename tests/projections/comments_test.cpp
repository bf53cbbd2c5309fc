#include "projections/comments.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/persons/person_events.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

/// What jurors say of a dossier, and what its entity may read of it.
namespace {

using namespace jury;
using namespace testing_support;

const core::EditionId edition("2021");
const core::DossierId dossier("2021-1701");
const core::AccountId ana("ana");
const core::AccountId rui("rui");
const core::CriterionId reach("alcance");
const core::CriterionId results("resultados");

struct Comments : testing::Test {
  World world;

  void SetUp() override {
    world.happens("2021", {edition_2021()});
    world.happens("2021", {JurorsAssigned{edition, 2, {{dossier, ana}, {dossier, rui}}}});
    evaluates(ana, "Um retrato claro.");
    evaluates(rui, "Chega a poucos.");
  }
  void evaluates(const core::AccountId& juror, const char* words) {
    world.happens("2021-1701." + juror.text(),
                  {EvaluationScored{dossier, juror, {{results, 12, {}}, {reach, 12, words}}},
                   EvaluationSealed{dossier, juror}});
  }
  void releases(const core::AccountId& juror, std::vector<core::CriterionId> criteria) {
    world.happens(
        "2021-1701." + juror.text(),
        {CommentsReleased{dossier, juror, {}, core::AccountId("sara"), std::move(criteria)}});
  }
  projections::DossierComments all() {
    return projections::comments_on(world.seen(), dossier).value();
  }
  /// On the one criterion that has any.
  std::vector<std::string> shown() {
    const auto found = projections::released(all());
    return found.empty() ? std::vector<std::string>() : found.at(0).comments;
  }
};

TEST_F(Comments, StandByCriterionWithTheirJuror) {
  releases(rui, {reach});
  const auto found = all();
  ASSERT_EQ(found.criteria.size(), 1U) << "no criterion without a comment";
  EXPECT_EQ(found.criteria[0].criterion, reach);
  ASSERT_EQ(found.criteria[0].comments.size(), 2U);
  EXPECT_EQ(found.criteria[0].comments[0].juror, ana);
  EXPECT_FALSE(found.criteria[0].comments[0].released);
  EXPECT_TRUE(found.criteria[0].comments[1].released);
}

TEST_F(Comments, AreShownOnceReleasedInTheOrderOfTheirWords) {
  EXPECT_TRUE(shown().empty());
  releases(ana, {reach});
  releases(rui, {reach});
  EXPECT_EQ(shown(), (std::vector<std::string>{"Chega a poucos.", "Um retrato claro."}));
  EXPECT_EQ(json::write(projections::released(all()).at(0)).find("rui"), std::string::npos);
  releases(rui, {});
  EXPECT_EQ(shown(), (std::vector<std::string>{"Um retrato claro."}));
}

TEST_F(Comments, ChangedOrSetAsideAreNotShown) {
  releases(ana, {reach});
  releases(rui, {reach});
  world.happens("2021-1701.ana",
                {EvaluationRevised{dossier, ana, {{reach, 13, "Outro."}}, "Li outra vez."}});
  EXPECT_EQ(shown(), (std::vector<std::string>{"Chega a poucos."}));
  world.happens("2021", {ConflictImposed{dossier, rui, ImposedBy::Secretariat, "Impedimento."}});
  EXPECT_TRUE(shown().empty());
}

TEST_F(Comments, VanishWithTheirJuror) {
  releases(ana, {reach});
  releases(rui, {reach});
  world.happens("rui", {persons::PersonErased{core::PersonId("rui")}});
  EXPECT_EQ(shown(), (std::vector<std::string>{"Um retrato claro."}));
  EXPECT_EQ(all().criteria.at(0).comments.size(), 1U);
}

}  // namespace
