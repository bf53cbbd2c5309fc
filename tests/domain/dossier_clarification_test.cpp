#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "domain/facts.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// What happens to a dossier between its submission and its verdict.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using regulation::Section;
using testing_support::Scenario;

constexpr auto after_the_deadline = "2021-07-02T10:00:00Z";
constexpr auto in_the_round = "2021-07-05T10:00:00Z";
constexpr auto last_second = "2021-07-09T22:59:59.999Z";
constexpr auto round_over = "2021-07-09T23:00:00Z";

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("ana")).at(in_the_round).knowing(edition_fact()).knowing(entity_fact());
  return scenario;
}

std::vector<core::Event> submitted_dossier() {
  return {started(), added("r1", diagnosis()), added("r2", programme()), submitted()};
}
std::vector<core::Event> with(std::vector<core::Event> history, core::Event event) {
  history.push_back(std::move(event));
  return history;
}

const core::AccountId ana("ana");
const core::RecordId second("r2");
const AskClarification ask{
    dossier, {Section::III}, "Quantas famílias?", instant("2021-07-09T22:59:59Z")};
const ClarificationAsked asked{
    dossier, instant(after_the_deadline), ana, ask.sections, ask.question, ask.until};
const GiveClarification give{dossier, "Doze."};
const ClarificationGiven clarified{dossier, instant(in_the_round), ana, "Doze."};
const WithdrawDossier withdraw{dossier, "O programa foi interrompido."};
const DossierWithdrawn withdrawn{dossier, instant(in_the_round), ana, withdraw.reason};
const ScreenDossier admit{dossier, Verdict::Eligible, std::nullopt};
Programme with_results() {
  auto record = programme();
  record.results = "Foram reparadas doze casas.";
  return record;
}
const ChangeRecord change_programme{dossier, second, 1, with_results()};
const ChangeRecord change_diagnosis{dossier, first, 1, diagnosis()};

TEST(Clarification, IsAskedOfASubmittedDossierAfterTheDeadline) {
  given(submitted_dossier()).at(after_the_deadline).when(ask).then({asked});
  given(submitted_dossier())
      .at("2021-06-30T22:59:59.999Z")
      .when(ask)
      .is_refused("screening-too-early");
  given({started()}).when(ask).is_refused("not-submitted");
  given({}).when(ask).is_refused("unknown-dossier");
}

TEST(Clarification, HasOneRound) {
  given(with(with(submitted_dossier(), asked), clarified))
      .when(ask)
      .is_refused("clarification-asked");
}

TEST(Clarification, IsPutOffAndWidenedAsLongAsItIsNotGiven) {
  auto wider = ask;
  wider.sections.push_back(Section::I);
  wider.until = instant("2021-07-20T22:59:59Z");
  const auto history = with(submitted_dossier(), asked);
  for (const auto* moment : {in_the_round, round_over})
    EXPECT_TRUE(given(history).at(moment).when(wider).decision());
  auto sooner = ask;
  sooner.until = instant("2021-07-09T22:59:58Z");
  given(history).when(sooner).is_refused("clarification-until", "until");
  auto another = ask;
  another.sections = {Section::I};
  given(history).when(another).is_refused("sections", "sections");
}

TEST(Clarification, ThatIsPutOffStillGoesBackToWhatStoodAtFirst) {
  auto again = asked;
  again.until = instant("2021-07-20T22:59:59Z");
  const DossierRecordChanged changed{dossier, second, with_results()};
  const auto history = with(with(with(submitted_dossier(), asked), changed), again);
  const auto decision = given(history).at("2021-07-21T10:00:00Z").when(admit).decision();
  ASSERT_EQ(decision.value().size(), 2U) << "the record as it was, and the verdict";
}

TEST(Clarification, NamesSectionsOfTheEditionEachOnce) {
  for (const auto& sections :
       std::vector<std::vector<Section>>{{}, {Section::III, Section::III}, {Section::II}}) {
    auto wrong = ask;
    wrong.sections = sections;
    given(submitted_dossier()).when(wrong).is_refused("sections", "sections");
  }
}

TEST(Clarification, EndsBetweenNowAndTheScoringDeadline) {
  for (const auto* until : {"2021-07-05T10:00:00Z", "2021-09-15T23:00:00Z"}) {
    auto wrong = ask;
    wrong.until = instant(until);
    given(submitted_dossier()).when(wrong).is_refused("clarification-until", "until");
  }
}

TEST(Clarification, AsksSomething) {
  auto wrong = ask;
  wrong.question = "";
  given(submitted_dossier()).when(wrong).is_refused("text-length", "question");
  given(with(submitted_dossier(), asked))
      .when(GiveClarification{dossier, ""})
      .is_refused("text-length", "answer");
}

TEST(Clarification, OpensTheNamedSectionsAlone) {
  const auto history = with(submitted_dossier(), asked);
  given(history)
      .when(change_programme)
      .then({DossierRecordChanged{dossier, second, with_results()}});
  given(history)
      .when(AddRecord{dossier, core::RecordId("r3"), programme()})
      .then({DossierRecordAdded{dossier, core::RecordId("r3"), programme()}});
  for (const core::Command& elsewhere : std::vector<core::Command>{
           change_diagnosis, AddRecord{dossier, core::RecordId("r3"), link()},
           RemoveRecord{dossier, first, 1}, RestoreRecord{dossier, first, 1, 1}})
    given(history).when(elsewhere).is_refused("section-closed");
  auto refused = given(history);
  refused.when(change_diagnosis);
  EXPECT_EQ(refused.decision().error().pt,
            "O esclarecimento pedido só permite alterar a secção III.");
  EXPECT_EQ(refused.decision().error().en,
            "The clarification that was asked for opens section III alone.");
}

TEST(Clarification, NamesTheSectionsThatItOpens) {
  auto three = asked;
  three.sections = {Section::II, Section::III, Section::V};
  auto refused = given(with(submitted_dossier(), three));
  refused.when(change_diagnosis);
  EXPECT_EQ(refused.decision().error().pt,
            "O esclarecimento pedido só permite alterar as secções II, III e V.");
  EXPECT_EQ(refused.decision().error().en,
            "The clarification that was asked for opens sections II, III and V alone.");
}

TEST(Clarification, OpensTheAttachmentsOfItsSectionsAlone) {
  const auto history = with(submitted_dossier(), asked);
  const core::AttachmentId ata("a1");
  const auto attach = [&](const core::RecordId& record) {
    return AddAttachment{dossier, ata, record, "Ata", stored_file()};
  };
  EXPECT_TRUE(given(history).when(attach(second)).decision().has_value());
  given(history).when(attach(first)).is_refused("section-closed");
  const DossierAttachmentAdded there{dossier, ata, first, "Ata", stored_file(), {}, ana};
  given(with(with({started(), added("r1", diagnosis()), submitted()}, there), asked))
      .when(RemoveAttachment{dossier, ata})
      .is_refused("section-closed");
}

TEST(Clarification, DoesNotRestoreIntoAClosedSection) {
  given({started(), added("r1", diagnosis()), DossierRecordRemoved{dossier, first},
         added("r1", programme()), submitted(), asked})
      .when(RestoreRecord{dossier, first, 3, 1})
      .is_refused("section-closed");
}

TEST(Clarification, IsOpenUntilItsLastSecond) {
  const auto history = with(submitted_dossier(), asked);
  EXPECT_TRUE(given(history).at(last_second).when(change_programme).decision().has_value());
  EXPECT_TRUE(given(history).at(last_second).when(give).decision().has_value());
  given(history).at(round_over).when(change_programme).is_refused("clarification-over");
  given(history).at(round_over).when(give).is_refused("clarification-over");
}

TEST(Clarification, IsGivenOnceAndClosesTheDossierAgain) {
  given(with(submitted_dossier(), asked)).when(give).then({clarified});
  const auto given_already = with(with(submitted_dossier(), asked), clarified);
  given(given_already).when(give).is_refused("clarification-given");
  given(given_already).when(change_programme).is_refused("already-submitted");
  given(submitted_dossier()).when(give).is_refused("clarification-not-asked");
}

TEST(Clarification, LeavesTheDossierComplete) {
  given(with(with(submitted_dossier(), asked), DossierRecordRemoved{dossier, second}))
      .when(give)
      .is_refused("incomplete");
}

TEST(Clarification, IsWaitedForBeforeTheVerdict) {
  const auto history = with(submitted_dossier(), asked);
  given(history).at(last_second).when(admit).is_refused("clarification-open");
  EXPECT_TRUE(given(history).at(round_over).when(admit).decision().has_value());
  EXPECT_TRUE(given(with(history, clarified)).when(admit).decision().has_value());
  const DossierScreened eligible{dossier, {}, ana, Verdict::Eligible, std::nullopt};
  given(with(submitted_dossier(), eligible)).when(ask).is_refused("already-screened");
  given(with(history, eligible)).when(change_programme).is_refused("already-submitted");
}

TEST(Withdrawal, IsForASubmittedDossierWithAReason) {
  given(submitted_dossier()).when(withdraw).then({withdrawn});
  given({started()}).when(withdraw).is_refused("not-submitted");
  given({}).when(withdraw).is_refused("unknown-dossier");
  given(submitted_dossier()).when(WithdrawDossier{dossier, ""}).is_refused("text-length", "reason");
}

TEST(Withdrawal, IsWhatWhoStartsAgainHears) {
  given(with(submitted_dossier(), withdrawn))
      .when(StartDossier{edition, favaios})
      .is_refused("dossier-withdrawn");
}

TEST(Withdrawal, IsForGood) {
  const auto history = with(submitted_dossier(), withdrawn);
  for (const core::Command& command :
       std::vector<core::Command>{withdraw, change_programme, ask, give, admit,
                                  SubmitDossier{dossier, {"Ana Lopes", "Presidente"}}})
    given(history).when(command).is_refused("dossier-withdrawn");
  given(with(with(submitted_dossier(), asked), withdrawn))
      .when(change_programme)
      .is_refused("dossier-withdrawn");
}

TEST(Withdrawal, EndsWhereResultsMayBePublished) {
  const DossierScreened eligible{dossier, {}, ana, Verdict::Eligible, std::nullopt};
  const auto history = with(submitted_dossier(), eligible);
  EXPECT_TRUE(given(history).at("2021-10-01T07:59:59Z").when(withdraw).decision().has_value());
  given(history).at("2021-10-01T08:00:00Z").when(withdraw).is_refused("withdrawal-too-late");
}

TEST(Withdrawal, IsNotOfADossierThatWasTurnedDown) {
  const DossierScreened turned_down{dossier, {}, ana, Verdict::NotEligible, "Fora do prazo."};
  given(with(submitted_dossier(), turned_down)).when(withdraw).is_refused("not-eligible");
}

TEST(Withdrawal, IsToldToTheJury) {
  const auto aggregate = dossier_type().make();
  const DossierScreened eligible{dossier, {}, ana, Verdict::Eligible, std::nullopt};
  for (const auto& event : with(with(submitted_dossier(), eligible), withdrawn))
    aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  EXPECT_EQ(facts.find<facts::Dossier>()->state, facts::DossierState::Withdrawn);
}

}  // namespace
