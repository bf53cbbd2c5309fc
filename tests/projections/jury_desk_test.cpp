#include "projections/jury_desk.hpp"

#include "domain/awards/complaint_events.hpp"
#include "domain/awards/outcome_events.hpp"
#include "json/json.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace jury;
using namespace testing_support;
using projections::ConflictState;
using projections::Progress;

const core::EditionId edition("2021");
const core::DossierId of_alijo("2021-1701");
const core::DossierId of_agueda("2021-0101");
const core::AccountId ana("ana");
const core::AccountId rui("rui");

Mark mark(const char* criterion, std::int64_t value) {
  return {core::CriterionId(criterion), value, std::nullopt};
}

/// Ana and Rui sit on the panel of 2021 and are asked about two dossiers.
struct JuryDesk : testing::Test {
  World world;

  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("0101", {municipality("0101", "Águeda", "Centro")});
    world.happens("2021", {JurorAppointed{edition, ana, "Ana Lopes", std::nullopt, std::nullopt},
                           JurorAppointed{edition, rui, "Rui Vaz", core::EntityCode("0101"),
                                          core::EntityCode("0101")}});
    world.happens("2021", {ConflictsAsked{edition, {of_alijo, of_agueda}, {ana, rui}}});
  }

  void panel(const core::Event& event) { world.happens("2021", {event}); }
  void scores(const core::DossierId& dossier, const core::AccountId& juror,
              std::vector<Mark> marks) {
    world.happens(dossier.text() + "." + juror.text(),
                  {EvaluationScored{dossier, juror, std::move(marks)}});
  }
  void assigns(const core::DossierId& dossier, const core::AccountId& juror) {
    panel(JurorsAssigned{edition, 1, {{dossier, juror}}});
  }

  projections::PanelView panel_view() {
    return projections::panel_of(*world.seen().view("jury_desk"), edition);
  }
  projections::Desk desk(const core::AccountId& juror) {
    return projections::desk_of(world.seen(), edition, juror);
  }
  projections::ConflictRow conflict(const core::DossierId& dossier, const core::AccountId& juror) {
    for (const auto& row : panel_view().conflicts)
      if (row.dossier == dossier && row.juror == juror) return row;
    ADD_FAILURE() << "nobody was asked";
    return {};
  }
};

TEST_F(JuryDesk, ShowsTheSecretariatThePanel) {
  const auto view = panel_view();
  ASSERT_EQ(view.jurors.size(), 2U);
  EXPECT_EQ(view.jurors[0].juror_name, "Ana Lopes");
  EXPECT_EQ(view.jurors[1].affiliation, core::EntityCode("0101"));
  EXPECT_EQ(view.conflicts.size(), 4U);
  EXPECT_TRUE(view.assignments.empty());
}

TEST_F(JuryDesk, TellsAskedNoneDeclaredImposedAndWaivedApart) {
  panel(ConflictDenied{of_alijo, ana, "Não conheço ninguém."});
  panel(ConflictDeclared{of_agueda, ana, ConflictKind::Family, "Um irmão trabalha lá."});
  panel(ConflictImposed{of_agueda, rui, ImposedBy::Affiliation, "É a autarquia do jurado."});
  EXPECT_EQ(conflict(of_alijo, rui).state, ConflictState::Asked);
  EXPECT_EQ(conflict(of_alijo, ana).state, ConflictState::None);
  EXPECT_EQ(conflict(of_alijo, ana).note, "Não conheço ninguém.");
  EXPECT_EQ(conflict(of_agueda, ana).state, ConflictState::Declared);
  EXPECT_EQ(conflict(of_agueda, ana).kind, ConflictKind::Family);
  EXPECT_EQ(conflict(of_agueda, rui).state, ConflictState::Imposed);
  EXPECT_EQ(conflict(of_agueda, rui).imposed_by, ImposedBy::Affiliation);

  panel(ConflictWaived{of_agueda, ana, "O irmão já se reformou."});
  EXPECT_EQ(conflict(of_agueda, ana).state, ConflictState::Waived);
  EXPECT_EQ(conflict(of_agueda, ana).waiver_reason, "O irmão já se reformou.");
  EXPECT_EQ(conflict(of_agueda, ana).kind, ConflictKind::Family);
}

TEST_F(JuryDesk, KeepsAnAnswerWhenAskedAgain) {
  panel(ConflictDenied{of_alijo, ana, ""});
  panel(ConflictsAsked{edition, {of_alijo}, {ana, rui}});
  EXPECT_EQ(conflict(of_alijo, ana).state, ConflictState::None);
}

TEST_F(JuryDesk, FollowsAnEvaluationToItsSeal) {
  assigns(of_alijo, ana);
  EXPECT_EQ(desk(ana).assignments.at(0).progress, Progress::NotStarted);
  scores(of_alijo, ana, {mark("alcance", 12)});
  EXPECT_EQ(desk(ana).assignments.at(0).progress, Progress::InProgress);
  world.happens("2021-1701.ana", {EvaluationSealed{of_alijo, ana}});
  EXPECT_EQ(desk(ana).assignments.at(0).progress, Progress::Sealed);
  EXPECT_EQ(panel_view().assignments.at(0).progress, Progress::Sealed);
}

TEST_F(JuryDesk, HoldsTheLastMarkOnEachCriterion) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12), mark("diagnostico", 9)});
  scores(of_alijo, ana, {mark("alcance", 15)});
  const auto evaluation =
      projections::evaluation_of(*world.seen().view("jury_desk"), of_alijo, ana);
  ASSERT_EQ(evaluation.marks.size(), 2U);
  EXPECT_EQ(evaluation.marks[0].value, 15);
  EXPECT_EQ(evaluation.marks[1].value, 9);
  EXPECT_EQ(evaluation.version, 2U);
  EXPECT_FALSE(evaluation.sealed);
}

TEST_F(JuryDesk, HasAnEmptyEvaluationBeforeTheFirstMark) {
  const auto evaluation =
      projections::evaluation_of(*world.seen().view("jury_desk"), of_alijo, rui);
  EXPECT_TRUE(evaluation.marks.empty());
  EXPECT_EQ(evaluation.version, 0U);
  EXPECT_EQ(evaluation.juror, rui);
}

TEST_F(JuryDesk, EndsAnAssignmentWithALateConflict) {
  assigns(of_alijo, ana);
  assigns(of_alijo, rui);
  scores(of_alijo, ana, {mark("alcance", 12)});
  panel(ConflictDeclared{of_alijo, ana, ConflictKind::Employment, "Vou trabalhar lá."});
  EXPECT_TRUE(desk(ana).assignments.empty());
  EXPECT_EQ(panel_view().assignments.size(), 1U);
  EXPECT_EQ(projections::jurors_of(*world.seen().view("jury_desk"), of_alijo), std::vector{rui});

  panel(ConflictImposed{of_alijo, rui, ImposedBy::Secretariat, "Soube-se depois."});
  EXPECT_TRUE(desk(rui).assignments.empty());
}

TEST_F(JuryDesk, GivesBackTheMarksWithTheAssignment) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12)});
  panel(ConflictImposed{of_alijo, ana, ImposedBy::Secretariat, "Por engano."});
  panel(ConflictWaived{of_alijo, ana, "Foi engano."});
  EXPECT_TRUE(desk(ana).assignments.empty());
  assigns(of_alijo, ana);
  EXPECT_EQ(desk(ana).assignments.at(0).progress, Progress::InProgress);
  EXPECT_EQ(desk(ana).assignments.at(0).marks.at(0).value, 12);
}

TEST_F(JuryDesk, NamesTheAutarquiasThatAJurorIsAskedAbout) {
  const auto view = desk(ana);
  ASSERT_EQ(view.conflicts.size(), 2U);
  EXPECT_EQ(view.conflicts[0].entity.name, "Águeda");
  EXPECT_EQ(view.conflicts[1].entity.name, "Alijó");
  EXPECT_EQ(view.conflicts[1].conflict.state, ConflictState::Asked);
}

/// Everything that the others do leaves Ana's desk byte for byte as it was.
TEST_F(JuryDesk, ShowsAJurorNothingOfTheOthers) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12)});
  const auto before = json::write(desk(ana));

  assigns(of_alijo, rui);
  panel(ConflictDenied{of_alijo, rui, ""});
  panel(ConflictDeclared{of_agueda, rui, ConflictKind::Mandate, "Sou da assembleia."});
  scores(of_alijo, rui, {mark("alcance", 3)});
  world.happens("2021-1701.rui", {EvaluationSealed{of_alijo, rui}});
  EXPECT_EQ(json::write(desk(ana)), before);
  EXPECT_EQ(before.find("rui"), std::string::npos);
  EXPECT_EQ(before.find("Rui"), std::string::npos);
}

TEST_F(JuryDesk, ShowsTheSecretariatWhatTheDistributionKnowsOfAJuror) {
  panel(JurorDescribed{edition,
                       rui,
                       12,
                       {regulation::Theme::Saude},
                       {{TieKind::Mandate, "Alijó", "1701", "1701", {}}}});
  const auto row = panel_view().jurors.at(1);
  EXPECT_EQ(row.most_dossiers, 12);
  EXPECT_EQ(row.areas, std::vector{regulation::Theme::Saude});
  EXPECT_EQ(row.juror_name, "Rui Vaz");
  ASSERT_EQ(row.ties.size(), 1U);
  EXPECT_EQ(row.ties[0].name.text(), "Alijó");
  EXPECT_FALSE(json::write(desk(rui)).contains("mandate"));
}

TEST_F(JuryDesk, ShowsTheSecretariatThePairsItHasRuledOn) {
  panel(PairRuled{of_alijo, ana, PairRule::Fixed, "Conhece o tema."});
  panel(PairRuled{of_alijo, rui, PairRule::Forbidden, "Já o avaliou."});
  ASSERT_EQ(panel_view().rules.size(), 2U);
  EXPECT_EQ(panel_view().rules[1].reason, "Já o avaliou.");
  panel(PairRuled{of_alijo, ana, PairRule::Free, "Afinal não."});
  EXPECT_EQ(panel_view().rules.size(), 1U);
}

TEST_F(JuryDesk, ListsTheDossiersThatHaveLostJurors) {
  panel(JurorsAssigned{edition, 2, {{of_alijo, ana}, {of_alijo, rui}}});
  EXPECT_TRUE(panel_view().short_of_jurors.empty());
  panel(ConflictDeclared{of_alijo, ana, ConflictKind::Family, "Um irmão."});
  ASSERT_EQ(panel_view().short_of_jurors.size(), 1U);
  EXPECT_EQ(panel_view().short_of_jurors[0].jurors, 1);
  EXPECT_EQ(panel_view().short_of_jurors[0].wanted, 2);
}

TEST_F(JuryDesk, ProposesWhatWouldConnectTheJury) {
  assigns(of_alijo, ana);
  assigns(of_agueda, rui);
  EXPECT_EQ(panel_view().groups, 2);
  EXPECT_TRUE(panel_view().bridges.empty()) << "nobody has answered";
  panel(ConflictDenied{of_alijo, rui, ""});
  ASSERT_EQ(panel_view().bridges.size(), 1U);
  EXPECT_EQ(panel_view().bridges[0].juror, rui);
  EXPECT_EQ(panel_view().bridges[0].dossier, of_alijo);
  panel(PairRuled{of_alijo, rui, PairRule::Forbidden, "Não."});
  EXPECT_TRUE(panel_view().bridges.empty());
  panel(PairRuled{of_alijo, rui, PairRule::Free, "Sim."});
  panel(JurorDescribed{edition, rui, 1, {}});
  EXPECT_TRUE(panel_view().bridges.empty()) << "no time left";
}

TEST_F(JuryDesk, KeepsWhatASealedMarkWasAndWhyItChanged) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12), mark("diagnostico", 9)});
  world.happens("2021-1701.ana", {EvaluationSealed{of_alijo, ana}});
  world.happens("2021-1701.ana",
                {EvaluationRevised{
                    of_alijo, ana, {mark("alcance", 14), mark("diagnostico", 9)}, "Deliberado."}});
  const auto evaluation =
      projections::evaluation_of(*world.seen().view("jury_desk"), of_alijo, ana);
  EXPECT_EQ(evaluation.marks.at(0).value, 14);
  EXPECT_TRUE(evaluation.sealed);
  ASSERT_EQ(evaluation.revisions.size(), 1U);
  EXPECT_EQ(evaluation.revisions[0].reason, "Deliberado.");
  ASSERT_EQ(evaluation.revisions[0].changes.size(), 1U) << "only what changed";
  EXPECT_EQ(evaluation.revisions[0].changes[0].before, mark("alcance", 12));
  EXPECT_EQ(evaluation.revisions[0].changes[0].now, mark("alcance", 14));
}

TEST_F(JuryDesk, SaysWhatAnEvaluationLacks) {
  world.happens("2021", {edition_2021()});
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12), mark("resultados", 9)});
  const auto words = "Falta 1 de 3 critérios: Critério diagnostico.";
  EXPECT_EQ(desk(ana).assignments.at(0).completeness.words.pt, words);
  const auto whole = projections::whole_evaluation(world.seen(), of_alijo, ana);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->completeness.words.pt, words);
  EXPECT_FALSE(projections::whole_evaluation(world.seen(), core::DossierId("1999-1701"), ana));
}

TEST_F(JuryDesk, ShowsWhoLeftAndWhatStandsOfThem) {
  assigns(of_alijo, ana);
  assigns(of_agueda, ana);
  scores(of_alijo, ana, {mark("alcance", 12)});
  scores(of_agueda, ana, {mark("alcance", 11)});
  world.happens("2021-1701.ana", {EvaluationSealed{of_alijo, ana}});
  panel(JurorLeft{edition, ana, {of_alijo}, {of_agueda}, "Adoeceu."});
  const auto view = panel_view();
  ASSERT_TRUE(view.jurors.at(0).left);
  EXPECT_EQ(view.jurors[0].left->reason, "Adoeceu.");
  ASSERT_EQ(view.assignments.size(), 1U);
  EXPECT_EQ(view.assignments[0].dossier, of_alijo);
  ASSERT_EQ(view.set_aside.size(), 1U);
  EXPECT_EQ(view.set_aside[0].dossier, of_agueda);
  EXPECT_EQ(view.set_aside[0].progress, Progress::InProgress);
  EXPECT_EQ(view.set_aside[0].reason, "Adoeceu.");
  panel(JurorAppointed{edition, ana, "Ana Lopes", {}, {}});
  EXPECT_FALSE(panel_view().jurors.at(0).left);
}

TEST_F(JuryDesk, SetsASealedEvaluationAsideForAConflictFoundLater) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {mark("alcance", 12)});
  world.happens("2021-1701.ana", {EvaluationSealed{of_alijo, ana}});
  panel(ConflictDeclared{of_alijo, ana, ConflictKind::Family, "Um irmão."});
  ASSERT_EQ(panel_view().set_aside.size(), 1U);
  EXPECT_EQ(panel_view().set_aside[0].progress, Progress::Sealed);
  EXPECT_EQ(panel_view().set_aside[0].reason, "Um irmão.");
}

TEST_F(JuryDesk, SaysWhatIsToBeJudgedOnceMoreAndWhy) {
  assigns(of_alijo, ana);
  assigns(of_agueda, ana);
  const auto decides = [&](awards::ComplaintVerdict verdict, const core::DossierId& dossier) {
    world.happens("2021", {awards::ComplaintDecided{edition,
                                                    core::ComplaintId("reclamacao"),
                                                    dossier,
                                                    verdict,
                                                    {},
                                                    rui,
                                                    "Faltou ler o anexo."}});
  };
  decides(awards::ComplaintVerdict::Dismissed, of_agueda);
  decides(awards::ComplaintVerdict::Upheld, of_alijo);
  for (const auto& assignment : desk(ana).assignments)
    EXPECT_EQ(assignment.reopened.has_value(), assignment.dossier == of_alijo);
  EXPECT_TRUE(json::write(desk(ana)).contains("Faltou ler o anexo."));
  awards::DossierResult result;
  result.dossier = of_alijo;
  world.happens("2021", {awards::ResultComputed{edition, {result}}});
  for (const auto& assignment : desk(ana).assignments) EXPECT_FALSE(assignment.reopened);
}

TEST_F(JuryDesk, KeepsOpenWhatIsNotRankedUntilAListSaysSo) {
  assigns(of_alijo, ana);
  const auto is_open = [&] { return desk(ana).assignments.at(0).reopened.has_value(); };
  awards::DossierResult result;
  result.dossier = of_alijo;
  const auto computed = [&](bool ranked) {
    result.not_rankable.reset();
    if (!ranked) result.not_rankable = core::Reason{"Faltam jurados.", "Too few jurors."};
    world.happens("2021", {awards::ResultComputed{edition, {result}}});
  };
  computed(false);
  EXPECT_TRUE(is_open());
  world.happens("2021", {awards::ResultPublished{edition}});
  EXPECT_FALSE(is_open()) << "the others' marks are public";
  computed(false);
  EXPECT_FALSE(is_open());
  computed(true);
  world.happens("2021", {awards::ResultFinalised{edition}});
  computed(false);
  EXPECT_TRUE(is_open()) << "a conflict found late: it was ranked before";
}

TEST_F(JuryDesk, ShowsTheSecretariatNoMarks) {
  assigns(of_alijo, ana);
  scores(of_alijo, ana, {{core::CriterionId("alcance"), 17, "Muito bom."}});
  const auto text = json::write(panel_view());
  EXPECT_EQ(text.find("17,"), std::string::npos);
  EXPECT_EQ(text.find("Muito bom."), std::string::npos);
  EXPECT_EQ(text.find("alcance"), std::string::npos);
}

TEST_F(JuryDesk, IsEmptyForWhoeverIsNotOnThePanel) {
  const auto view = desk(core::AccountId("an"));
  EXPECT_TRUE(view.conflicts.empty());
  EXPECT_TRUE(view.assignments.empty());
}

}  // namespace
