#include <gtest/gtest.h>

#include <set>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// From the provisional list by the hearing to the final list, and by complaints to the close. The
/// regulation's dates: results from 1 October, hearing to 15 October, complaints to 15 November.
namespace {

using namespace awards;
using testing_support::voted;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
const core::ComplaintId complaint("alijo-1");
const core::AccountId sara("sara");

constexpr auto in_the_hearing = "2021-10-15T22:59:59.999Z";
constexpr auto after_the_hearing = "2021-10-15T23:00:00Z";
constexpr auto in_complaints = "2021-11-15T23:59:59.999Z";
constexpr auto after_complaints = "2021-11-16T00:00:00Z";

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

/// Alijó, judged by one juror, who gave this mark on every criterion.
testing_support::Scenario given(const std::vector<core::Event>& history, std::int64_t mark = 18) {
  auto scenario = testing_support::given(outcome_type(), history);
  const core::AccountId ana("ana");
  facts::Evaluation evaluation{alijo, ana, true, {}};
  for (const auto* id : {"diagnostico", "alcance", "resultados"})
    evaluation.marks.push_back({core::CriterionId(id), mark});
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 1;
  scenario.knowing(facts::Edition{edition, rules})
      .knowing(facts::Panel{edition, {ana}, {{alijo, ana}}, {alijo}, {}})
      .knowing(
          facts::Dossier{alijo, regulation::Category::Municipio, facts::DossierState::Eligible, {}})
      .knowing(evaluation)
      .as({sara, {core::Role::Secretariat}, {}});
  return scenario;
}

ResultComputed computed(std::int64_t mark = 18) {
  auto scenario = given({}, mark);
  scenario.at("2021-09-20T10:00:00Z").when(ComputeResult{edition});
  return scenario.decision().value().at(0).get<ResultComputed>();
}

ComplaintFiled filed(ComplaintStage stage = ComplaintStage::Hearing) {
  return {edition, complaint, alijo, stage, instant(in_the_hearing), sara, "Há um erro."};
}

ComplaintDecided decided(ComplaintVerdict verdict) {
  return {edition, complaint, alijo, verdict, instant(after_the_hearing), sara, "Porque sim."};
}

using History = std::vector<core::Event>;

History provisional() {
  return {computed(), voted("ana"), ResultPublished{edition}};
}

History final_list() {
  return {computed(), voted("ana"), ResultPublished{edition}, ResultFinalised{edition}};
}

History operator+(History history, const core::Event& event) {
  history.push_back(event);
  return history;
}

TEST(FinalList, ComesOnceTheHearingIsOver) {
  given(provisional()).at(in_the_hearing).when(FinaliseResult{edition}).is_refused("hearing-open");
  given(provisional())
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
  given({computed()})
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .is_refused("result-not-published");
  given(final_list()).at(in_complaints).when(FinaliseResult{edition}).is_refused("result-final");
  given(final_list()).at(in_complaints).when(PublishResult{edition}).is_refused("result-final");
}

TEST(FinalList, WaitsForWhatEntitiesSaidToBeDecided) {
  const auto heard = provisional() + filed();
  given(heard)
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .is_refused("complaints-undecided");
  given(heard + decided(ComplaintVerdict::Dismissed))
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
  const auto upheld = heard + decided(ComplaintVerdict::Upheld);
  given(upheld).at(after_the_hearing).when(FinaliseResult{edition}).is_refused("computation-due");
  given(upheld + computed() + voted("ana"))
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
}

/// A conflict found after the provisional list gives another result.
TEST(FinalList, IsOneThatEntitiesWereHeardOn) {
  const ResultSetAside aside{edition, instant(in_the_hearing), sara, "Impedimento tardio."};
  const auto other = provisional() + aside + computed(16) + voted("ana");
  given(other, 16).at(after_the_hearing).when(FinaliseResult{edition}).is_refused("hearing-due");
  given(other + ResultPublished{edition}, 16)
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
}

TEST(FinalList, IsTheResultThatWouldBeComputedNow) {
  given(provisional(), 17)
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .is_refused("result-outdated");
}

TEST(Complaint, IsFiledInTheHearingOrAgainstTheFinalListUntilTheLastInstant) {
  const FileComplaint files{alijo, complaint, "Há um erro."};
  given({computed()}).at(in_the_hearing).when(files).is_refused("result-not-published");
  given(provisional()).at(in_the_hearing).when(files).then({filed()});
  given(provisional()).at(after_the_hearing).when(files).is_refused("complaints-closed");
  auto against = filed(ComplaintStage::Complaint);
  against.at = instant(in_complaints);
  given(final_list()).at(in_complaints).when(files).then({against});
  given(final_list()).at(after_complaints).when(files).is_refused("complaints-closed");
  testing_support::given(outcome_type()).when(files).is_refused("unknown-edition");
}

TEST(Complaint, SaysSomethingOfADossierOnTheListOnce) {
  auto scenario = given(provisional());
  scenario.at(in_the_hearing);
  scenario.when(FileComplaint{alijo, complaint, ""}).is_refused("text-length", "text");
  scenario.when(FileComplaint{core::DossierId("2021-1707"), complaint, "Erro."})
      .is_refused("unknown-dossier", "dossier");
  given(provisional() + filed())
      .at(in_the_hearing)
      .when(FileComplaint{alijo, complaint, "Outra vez."})
      .is_refused("complaint-exists");
}

TEST(Complaint, IsDecidedOnceWithReasons) {
  const DecideComplaint upholds{edition, complaint, ComplaintVerdict::Upheld, "Porque sim."};
  given(provisional() + filed())
      .at(after_the_hearing)
      .when(upholds)
      .then({decided(ComplaintVerdict::Upheld)});
  given(provisional()).at(after_the_hearing).when(upholds).is_refused("unknown-complaint");
  given(provisional() + filed() + decided(ComplaintVerdict::Dismissed))
      .at(after_the_hearing)
      .when(upholds)
      .is_refused("complaint-decided");
  given(provisional() + filed())
      .at(after_the_hearing)
      .when(DecideComplaint{edition, complaint, ComplaintVerdict::Dismissed, ""})
      .is_refused("text-length", "reasons");
}

TEST(ComplaintUpheld, LeadsToANewResultInThePlaceOfTheOld) {
  const auto upheld =
      final_list() + filed(ComplaintStage::Complaint) + decided(ComplaintVerdict::Upheld);
  given(upheld).at(after_complaints).when(CloseResult{edition}).is_refused("computation-due");
  auto scenario = given(upheld, 16);
  scenario.at(in_complaints);
  scenario.when(ComputeResult{edition}).is_refused("reason-missing", "reason");
  scenario.when(ComputeResult{edition, std::nullopt, ""}).is_refused("text-length", "reason");
  const ResultSetAside aside{edition, instant(in_complaints), sara, "Reclamação alijo-1."};
  scenario.when(ComputeResult{edition, std::nullopt, aside.reason}).then({aside, computed(16)});
  const auto replaced = upheld + aside + computed(16);
  given(replaced, 16)
      .at(after_complaints)
      .when(CloseResult{edition})
      .is_refused("result-not-published");
  given(replaced + voted("ana"), 16)
      .at(in_complaints)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
  given(replaced + ResultFinalised{edition}, 16)
      .at(after_complaints)
      .when(CloseResult{edition})
      .then({ResultClosed{edition}});
}

TEST(ComplaintUpheld, CanChangeTheProvisionalListBeforeTheHearingEnds) {
  const ResultSetAside aside{edition, instant(in_the_hearing), sara, "Impedimento tardio."};
  given(provisional() + aside + computed(16) + voted("ana"), 16)
      .at(in_the_hearing)
      .when(PublishResult{edition})
      .then({ResultPublished{edition}});
}

TEST(Result, TakesNoReasonBeforeItIsPublished) {
  given({computed()})
      .at(in_the_hearing)
      .when(ComputeResult{edition, std::nullopt, "Porque sim."})
      .is_refused("reason-needless", "reason");
}

TEST(ResultClosed, ChangesNoMore) {
  given(provisional())
      .at(after_complaints)
      .when(CloseResult{edition})
      .is_refused("result-not-final");
  given(final_list()).at(in_complaints).when(CloseResult{edition}).is_refused("complaints-open");
  given(final_list() + filed(ComplaintStage::Complaint))
      .at(after_complaints)
      .when(CloseResult{edition})
      .is_refused("complaints-undecided");
  const auto closed = final_list() + ResultClosed{edition};
  for (const core::Command& command :
       {core::Command(ComputeResult{edition, std::nullopt, "Porque sim."}),
        core::Command(VoteOnResult{edition}), core::Command(PublishResult{edition}),
        core::Command(FinaliseResult{edition}), core::Command(CloseResult{edition}),
        core::Command(FileComplaint{alijo, complaint, "Erro."}),
        core::Command(DecideComplaint{edition, complaint, ComplaintVerdict::Upheld, "Sim."})})
    given(closed).at(in_complaints).when(command).is_refused("result-closed");
}

TEST(ResultTold, IsTheFinalListUntilAnotherFinalListReplacesIt) {
  const auto aggregate = outcome_type().make();
  const auto granted = [&] {
    core::Facts facts;
    aggregate->tell(facts);
    const auto* outcome = facts.find<facts::Outcome>();
    return outcome == nullptr ? 0U : outcome->granted.at(core::EntityCode("1701")).size();
  };
  for (const auto& event : final_list()) aggregate->apply(event);
  EXPECT_EQ(granted(), 2U) << "90 points: Galardão and Bandeira";
  aggregate->apply(ResultSetAside{edition, {}, sara, "Reclamação."});
  aggregate->apply(computed(14));
  EXPECT_EQ(granted(), 2U);
  aggregate->apply(ResultFinalised{edition});
  EXPECT_EQ(granted(), 1U) << "70 points: Bandeira";
}

TEST(ResultTold, NamesTheDossiersOfWhatWasUpheldUntilItIsComputedAnew) {
  const auto aggregate = outcome_type().make();
  const auto reopened = [&]() -> std::optional<std::set<core::DossierId>> {
    core::Facts facts;
    aggregate->tell(facts);
    const auto* computation = facts.find<facts::Computation>();
    if (computation == nullptr) return std::nullopt;
    return computation->reopened;
  };
  EXPECT_EQ(reopened(), std::nullopt) << "nobody has computed anything";
  aggregate->apply(computed());
  aggregate->apply(ResultPublished{edition});
  aggregate->apply(filed());
  EXPECT_EQ(reopened(), std::set<core::DossierId>());
  aggregate->apply(decided(ComplaintVerdict::Upheld));
  EXPECT_EQ(reopened(), std::set<core::DossierId>{alijo});
  aggregate->apply(computed(14));
  EXPECT_EQ(reopened(), std::set<core::DossierId>());
}

TEST(ResultTold, NamesTheDossiersThatCouldNotBeRanked) {
  const auto aggregate = outcome_type().make();
  auto result = computed();
  result.dossiers[0].not_rankable = Reason{"Tem 1 avaliação.", "It has 1."};
  aggregate->apply(result);
  core::Facts facts;
  aggregate->tell(facts);
  EXPECT_EQ(facts.find<facts::Computation>()->unranked, std::set<core::DossierId>{alijo});
}

TEST(ResultTold, NamesThemNoMoreOnceAListHasLeftThemOut) {
  const auto aggregate = outcome_type().make();
  const auto unranked = [&] {
    core::Facts facts;
    aggregate->tell(facts);
    return facts.find<facts::Computation>()->unranked;
  };
  auto too_few = computed();
  too_few.dossiers[0].not_rankable = Reason{"Tem 1 avaliação.", "It has 1."};
  aggregate->apply(too_few);
  aggregate->apply(ResultPublished{edition});
  EXPECT_TRUE(unranked().empty()) << "the others' marks are public";
  aggregate->apply(too_few);
  EXPECT_TRUE(unranked().empty());
  aggregate->apply(computed());
  aggregate->apply(ResultFinalised{edition});
  aggregate->apply(too_few);
  EXPECT_EQ(unranked(), std::set<core::DossierId>{alijo}) << "it was ranked, and lost a juror";
}

/// A conflict was found after the final list: another mark counts, or none.
TEST(Result, IsNotClosedWhenItWouldNowBeAnother) {
  given(final_list(), 14)
      .at(after_complaints)
      .when(CloseResult{edition})
      .is_refused("result-outdated");
  given(final_list()).at(after_complaints).when(CloseResult{edition}).then({ResultClosed{edition}});
}

TEST(ResultTold, SaysWhetherItIsClosed) {
  const auto is_closed = [](const std::vector<core::Event>& history) {
    const auto aggregate = outcome_type().make();
    for (const auto& event : history) aggregate->apply(event);
    core::Facts facts;
    aggregate->tell(facts);
    return facts.find<facts::Outcome>()->closed;
  };
  EXPECT_FALSE(is_closed(final_list()));
  EXPECT_TRUE(is_closed(final_list() + ResultClosed{edition}));
}

}  // namespace
