#include "projections/dossier_board.hpp"

#include "domain/dossiers/clarification.hpp"
#include "domain/dossiers/contest.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace dossier_samples;
using namespace testing_support;
using dossiers::DossierRecordChanged;
using dossiers::DossierRecordRemoved;
using dossiers::DossierScreened;
using dossiers::Verdict;
using projections::DossierState;
using regulation::Section;

/// Favaios begins a dossier in the edition of 2021, which wants a record in sections I and III.
struct DossierBoard : testing::Test {
  World world;

  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("170107", {parish("170107", "Favaios")});
    world.happens("2021", {edition_2021()});
    world.happens(dossier.text(), {started()});
  }

  void happens(const core::Event& event) { world.happens(dossier.text(), {event}); }

  projections::WholeDossier whole() {
    return projections::whole_dossier(world.seen(), dossier).value();
  }
};

DossierScreened screened(Verdict verdict, std::optional<std::string> reason = {}) {
  return {dossier, core::Instant::parse("2021-07-02T10:00:00Z").value(),
          core::AccountId("secretariado-1"), verdict, std::move(reason)};
}

TEST_F(DossierBoard, ListsTheDossiersOfAnEditionWithTheirEntities) {
  const core::DossierId of_alijo("2021-1701");
  world.happens("2021-1701", {dossiers::DossierStarted{of_alijo, edition, core::EntityCode("1701"),
                                                       regulation::Category::Municipio}});
  world.happens("2022-1701", {dossiers::DossierStarted{
                                 core::DossierId("2022-1701"), core::EditionId("2022"),
                                 core::EntityCode("1701"), regulation::Category::Municipio}});
  const auto board = projections::dossier_board(world.seen(), edition);
  ASSERT_EQ(board.size(), 2U);
  EXPECT_EQ(board[0].entity.name, "Alijó");
  EXPECT_EQ(board[0].dossier.dossier, of_alijo);
  EXPECT_EQ(board[1].entity.name, "Favaios");
  EXPECT_EQ(board[1].entity.municipality, "Alijó");
  EXPECT_EQ(board[1].dossier.state, DossierState::Draft);
  EXPECT_EQ(board[1].dossier.category, regulation::Category::Freguesia);
}

TEST_F(DossierBoard, KeepsRecordsInTheOrderOfTheirSections) {
  happens(added("a", programme()));
  happens(added("b", diagnosis()));
  happens(added("c", diagnosis()));
  const auto now = whole();
  ASSERT_EQ(now.records.size(), 3U);
  EXPECT_EQ(now.records[0].record_id.text(), "b");
  EXPECT_EQ(now.records[1].record_id.text(), "c");
  EXPECT_EQ(now.records[2].record_id.text(), "a");
  EXPECT_EQ(now.records[2].section, Section::III);
  EXPECT_EQ(now.dossier.version, 4U);
}

TEST_F(DossierBoard, HoldsARecordAsItWasLastChanged) {
  happens(added("a", programme()));
  auto changed = programme();
  changed.title = "Oficina de Favaios";
  happens(DossierRecordChanged{dossier, core::RecordId("a"), changed});
  const auto now = whole();
  ASSERT_EQ(now.records.size(), 1U);
  EXPECT_EQ(std::get<dossiers::Programme>(now.records[0].record).title, "Oficina de Favaios");
  EXPECT_EQ(now.dossier.records, 1);
}

TEST_F(DossierBoard, SaysWhichRevisionARecordHas) {
  happens(added("a", programme()));
  EXPECT_EQ(whole().records[0].revision, 1);
  happens(DossierRecordChanged{dossier, core::RecordId("a"), programme()});
  EXPECT_EQ(whole().records[0].revision, 2);
  happens(DossierRecordRemoved{dossier, core::RecordId("a")});
  EXPECT_TRUE(whole().records.empty());
  happens(dossiers::DossierRecordRestored{dossier, core::RecordId("a"), 1, programme()});
  EXPECT_EQ(whole().records[0].revision, 4);
  EXPECT_EQ(whole().dossier.records, 1);
  happens(DossierRecordRemoved{dossier, core::RecordId("a")});
  happens(added("a", diagnosis()));
  EXPECT_EQ(whole().records[0].revision, 6);
}

TEST_F(DossierBoard, CountsRecordsBySection) {
  happens(added("a", programme()));
  happens(added("b", diagnosis()));
  happens(added("c", diagnosis()));
  happens(DossierRecordChanged{dossier, core::RecordId("c"), activity()});
  happens(DossierRecordRemoved{dossier, core::RecordId("a")});
  const auto now = whole();
  EXPECT_EQ(now.dossier.records, 2);
  ASSERT_EQ(now.dossier.sections.size(), 2U);
  EXPECT_EQ(now.dossier.sections[0].section, Section::I);
  EXPECT_EQ(now.dossier.sections[0].records, 1);
  EXPECT_EQ(now.dossier.sections[1].section, Section::IV);
  EXPECT_EQ(now.dossier.sections[1].records, 1);
}

TEST_F(DossierBoard, SaysWhatIsMissingInNumbersAndWords) {
  happens(added("a", diagnosis()));
  const auto now = whole();
  ASSERT_EQ(now.completeness.size(), 2U);
  EXPECT_EQ(now.completeness[0].missing, 0);
  EXPECT_EQ(now.completeness[1].section, Section::III);
  EXPECT_EQ(now.completeness[1].missing, 1);
  EXPECT_NE(now.missing.pt.find("falta 1 registo"), std::string::npos) << now.missing.pt;
  happens(added("b", programme()));
  EXPECT_EQ(whole().missing.pt, "");
}

TEST_F(DossierBoard, GivesAReceiptOnSubmission) {
  EXPECT_FALSE(whole().dossier.receipt.has_value());
  const auto position = world.happens(dossier.text(), {submitted()});
  const auto now = whole();
  EXPECT_EQ(now.dossier.state, DossierState::Submitted);
  ASSERT_TRUE(now.dossier.receipt.has_value());
  EXPECT_EQ(now.dossier.receipt->dossier, dossier);
  EXPECT_EQ(now.dossier.receipt->position, position);
  EXPECT_EQ(now.dossier.receipt->at.text(), "2021-06-01T10:00:00Z");
  EXPECT_EQ(now.dossier.receipt->by.text(), "ana");
  EXPECT_EQ(now.dossier.receipt->responsible.name, "Ana Lopes");
}

TEST_F(DossierBoard, SaysHowTheScreeningEnded) {
  happens(submitted());
  happens(screened(Verdict::NotEligible, "Falta a assinatura."));
  EXPECT_EQ(whole().dossier.state, DossierState::NotEligible);
  EXPECT_EQ(whole().dossier.screening->reason, "Falta a assinatura.");
  EXPECT_TRUE(whole().dossier.receipt.has_value());
}

TEST_F(DossierBoard, ShowsTheContestOfTheVerdictThatStands) {
  happens(submitted());
  happens(screened(Verdict::NotEligible, "Falta a assinatura."));
  const dossiers::ScreeningContested contested{
      dossier, core::Instant::parse("2021-07-05T10:00:00Z").value(), core::AccountId("ana"),
      "A assinatura está na última página."};
  happens(contested);
  const auto now = whole();
  EXPECT_EQ(now.dossier.state, DossierState::NotEligible);
  EXPECT_EQ(now.dossier.screening->reason, "Falta a assinatura.");
  ASSERT_TRUE(now.dossier.contest.has_value());
  EXPECT_EQ(now.dossier.contest->text, contested.text);
  EXPECT_EQ(now.dossier.contest->at, contested.at);
  EXPECT_EQ(now.dossier.contest->by, contested.by);
  happens(screened(Verdict::Eligible));
  EXPECT_EQ(whole().dossier.state, DossierState::Eligible);
  EXPECT_FALSE(whole().dossier.contest.has_value());
  const auto& earlier = whole().dossier.earlier_screenings;
  ASSERT_EQ(earlier.size(), 1U) << "what was thought over stays";
  EXPECT_EQ(earlier[0].screening.reason, "Falta a assinatura.");
  EXPECT_EQ(earlier[0].contest->text, contested.text);
}

TEST_F(DossierBoard, ShowsAnEligibleDossier) {
  happens(submitted());
  happens(screened(Verdict::Eligible));
  EXPECT_EQ(whole().dossier.state, DossierState::Eligible);
  EXPECT_FALSE(whole().dossier.screening->reason.has_value());
}

TEST_F(DossierBoard, NamesTheRecordsThatNothingShows) {
  auto linked = diagnosis();
  linked.evidence = {{"Ata", "https://www.example.pt/ata"}};
  happens(added("r1", linked));
  happens(added("r2", programme()));
  happens(added("r3", programme()));
  happens(attached("a1", "r3"));
  EXPECT_EQ(whole().without_evidence.records, std::vector{core::RecordId("r2")});
  EXPECT_EQ(whole().without_evidence.words.pt,
            "Secção III (Programas desenvolvidos): 1 registo sem comprovativo.");
}

TEST_F(DossierBoard, ShowsTheClarificationThatWasAskedAndGiven) {
  happens(submitted());
  happens(dossiers::ClarificationAsked{dossier,
                                       core::Instant::parse("2021-07-02T10:00:00Z").value(),
                                       core::AccountId("secretariado-1"),
                                       {Section::III},
                                       "Quantas famílias?",
                                       core::Instant::parse("2021-07-09T22:59:59Z").value()});
  EXPECT_EQ(whole().dossier.state, DossierState::Clarifying);
  EXPECT_EQ(whole().dossier.clarification->sections, std::vector{Section::III});
  EXPECT_FALSE(whole().dossier.clarification->answer.has_value());
  happens(dossiers::ClarificationGiven{dossier,
                                       core::Instant::parse("2021-07-05T10:00:00Z").value(),
                                       core::AccountId("ana"), "Doze."});
  EXPECT_EQ(whole().dossier.state, DossierState::Submitted);
  EXPECT_EQ(whole().dossier.clarification->answer, "Doze.");
  EXPECT_EQ(whole().dossier.clarification->given_at->text(), "2021-07-05T10:00:00Z");
}

TEST_F(DossierBoard, ShowsAWithdrawnDossier) {
  happens(submitted());
  happens(screened(Verdict::Eligible));
  happens(dossiers::DossierWithdrawn{dossier, core::Instant::parse("2021-07-05T10:00:00Z").value(),
                                     core::AccountId("ana"), "Para o ano."});
  EXPECT_EQ(whole().dossier.state, DossierState::Withdrawn);
  EXPECT_EQ(whole().dossier.withdrawal->reason, "Para o ano.");
  EXPECT_EQ(whole().dossier.withdrawal->by.text(), "ana");
}

TEST_F(DossierBoard, KnowsNothingOfADossierThatWasNotStarted) {
  EXPECT_FALSE(projections::whole_dossier(world.seen(), core::DossierId("2021-0101")).has_value());
  EXPECT_FALSE(projections::whole_dossier(world.seen(), core::DossierId("nothing")).has_value());
}

}  // namespace
