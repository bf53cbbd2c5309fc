#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// A panel of five deliberates on a result, as Código do Procedimento Administrativo, arts. 29 to
/// 35, asks. Scoring closes on 15 September, results are published from 1 October.
namespace {

using namespace awards;
using testing_support::voted;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
constexpr auto when_scoring_closes = "2021-09-15T22:59:59Z";
constexpr auto in_september = "2021-09-25T10:00:00Z";
constexpr auto in_october = "2021-10-01T09:00:00Z";
constexpr auto after_the_hearing = "2021-10-16T09:00:00Z";

using History = std::vector<core::Event>;

History operator+(History history, const core::Event& event) {
  history.push_back(event);
  return history;
}

/// Ana, bia, caio, duarte and eva sit; Alijó is ana's to judge.
facts::Panel panel_of_five() {
  facts::Panel panel{edition, {}, {{alijo, core::AccountId("ana")}}, {alijo}, {}};
  for (const auto* juror : {"ana", "bia", "caio", "duarte", "eva"})
    panel.jurors.emplace_back(juror);
  return panel;
}

/// Alijó, judged by ana, who gave this mark throughout.
testing_support::Scenario given(const History& history, std::int64_t mark = 18,
                                const facts::Panel& panel = panel_of_five()) {
  const core::AccountId ana("ana");
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 1;
  facts::Evaluation evaluation{alijo, ana, true, {}};
  for (const auto* id : {"diagnostico", "alcance", "resultados"})
    evaluation.marks.push_back({core::CriterionId(id), mark});
  auto scenario = testing_support::given(outcome_type(), history);
  scenario.knowing(facts::Edition{edition, rules})
      .knowing(panel)
      .knowing(
          facts::Dossier{alijo, regulation::Category::Municipio, facts::DossierState::Eligible, {}})
      .knowing(evaluation);
  return scenario;
}

testing_support::Scenario by(const char* juror, const History& history) {
  auto scenario = given(history);
  scenario.as({core::AccountId(juror), {core::Role::Juror}, {}});
  return scenario;
}

ResultComputed computed(std::int64_t mark = 18) {
  auto scenario = given({}, mark);
  scenario.at("2021-09-20T10:00:00Z").when(ComputeResult{edition});
  return scenario.decision().value().at(0).get<ResultComputed>();
}

testing_support::Scenario publishing(const History& history, std::int64_t mark = 18) {
  auto scenario = given(history, mark);
  scenario.at(in_october).when(PublishResult{edition});
  return scenario;
}

History adopted() {
  return {computed(), voted("ana"), voted("bia"), voted("caio")};
}

const VoteOnResult in_favour{edition, 1};
const VoteOnResult against{edition, 1, VoteChoice::Against, "A ordem não é justa."};

TEST(Vote, IsAJurorsOnTheResultLastComputed) {
  by("bia", {computed()}).at(in_september).when(in_favour).then({voted("bia")});
  by("bia", {computed()}).at(in_september).when(against).then({voted("bia", VoteChoice::Against)});
  by("bia", {}).at(in_september).when(in_favour).is_refused("result-not-computed");
  testing_support::given(outcome_type()).when(in_favour).is_refused("unknown-edition");
}

TEST(Vote, IsOfThoseWhoSitAlone) {
  by("zeca", {computed()}).at(in_september).when(in_favour).is_refused("juror-not-seated");
  by("zeca", {}).at(in_september).when(in_favour).is_refused("juror-not-seated");
}

TEST(Vote, IsOfThoseWhoSatWhenScoringClosed) {
  const core::AccountId fabio("fabio");
  const auto appointed_at = [&](const char* moment) {
    auto panel = panel_of_five();
    panel.jurors.push_back(fabio);
    panel.since[fabio] = core::Instant::parse(moment).value();
    auto scenario = given(adopted(), 18, panel);
    scenario.as({fabio, {core::Role::Juror}, {}}).at(in_september).when(in_favour);
    return scenario;
  };
  EXPECT_TRUE(appointed_at(when_scoring_closes).decision()) << "in the last second";
  appointed_at("2021-09-15T23:00:00Z").is_refused("juror-came-late");
}

TEST(Vote, WaitsUntilNobodyCanChangeAMarkAnyMore) {
  by("bia", {computed()}).at(when_scoring_closes).when(in_favour).is_refused("scoring-open");
  by("bia", {}).at(when_scoring_closes).when(in_favour).is_refused("scoring-open");
}

TEST(Vote, AgainstSaysWhy) {
  auto scenario = by("bia", {computed()});
  scenario.at(in_september);
  scenario.when(VoteOnResult{edition, 1, VoteChoice::Against})
      .is_refused("statement-missing", "statement");
  scenario.when(VoteOnResult{edition, 1, VoteChoice::Against, ""})
      .is_refused("text-length", "statement");
  scenario.when(VoteOnResult{edition, 1, VoteChoice::InFavour, std::string(4001, 'a')})
      .is_refused("text-length", "statement");
}

/// It was computed again between the ballot and the vote: nobody adopts a result unread.
TEST(Vote, NamesTheResultThatTheJurorHasRead) {
  const History twice = {computed(16), computed()};
  by("bia", twice).at(in_september).when(in_favour).is_refused("result-changed", "version");
  by("bia", twice).at(in_september).when(VoteOnResult{edition, 2}).then({voted("bia")});
  for (const std::int64_t version : {0, 2})
    by("bia", {computed()})
        .at(in_september)
        .when(VoteOnResult{edition, version})
        .is_refused("result-changed", "version");
  const History aside = {computed(), ResultPublished{edition},
                         ResultSetAside{edition, {}, core::AccountId("sara"), "Impedimento."},
                         computed(16)};
  by("bia", aside).at(in_september).when(VoteOnResult{edition, 2}).then({voted("bia")});
}

TEST(Vote, IsChangedUntilTheResultIsPublished) {
  const auto changed = adopted() + voted("caio", VoteChoice::Against);
  by("caio", adopted()).at(in_september).when(against).then({voted("caio", VoteChoice::Against)});
  publishing(changed).then({ResultPublished{edition}});
  publishing(changed + voted("bia", VoteChoice::Against)).is_refused("result-voted-down");
  by("bia", adopted() + ResultPublished{edition})
      .at(in_october)
      .when(in_favour)
      .is_refused("result-published");
}

TEST(ProvisionalList, NeedsTheVoteOfMoreThanHalfOfThoseWhoSit) {
  publishing({computed()}).is_refused("quorum-missing");
  const History two = {computed(), voted("ana"), voted("bia")};
  const auto refused = publishing(two);
  refused.is_refused("quorum-missing");
  EXPECT_EQ(refused.decision().error().pt,
            "Votaram 2 de 5 jurados: é preciso que vote mais de metade.");
  EXPECT_EQ(refused.decision().error().en, "2 of 5 jurors have voted: more than half have to.");
  publishing(two + voted("caio")).then({ResultPublished{edition}});
}

TEST(ProvisionalList, CountsNoVoteOfWhoNoLongerSits) {
  const History two = {computed(), voted("ana"), voted("bia")};
  publishing(two + voted("foi-embora")).is_refused("quorum-missing");
}

TEST(ProvisionalList, NeedsMoreVotesInFavourThanAgainst) {
  const auto divided = adopted() + voted("duarte", VoteChoice::Against);
  publishing(divided).then({ResultPublished{edition}});
  const auto tied = divided + voted("caio", VoteChoice::Against);
  publishing(tied).is_refused("result-voted-down");
  const auto refused = publishing(tied + voted("eva", VoteChoice::Against));
  refused.is_refused("result-voted-down");
  EXPECT_EQ(refused.decision().error().pt,
            "Os jurados não aprovaram o resultado. A favor: 2; contra: 3.");
}

TEST(ProvisionalList, NeedsAVoteOnTheResultThatItPublishes) {
  publishing(adopted() + computed()).is_refused("quorum-missing");
}

/// Of the five, bia and eva have a conflict in Alijó's dossier: there are three who may adopt it.
testing_support::Scenario publishing_with_conflicts(const History& history) {
  auto panel = panel_of_five();
  panel.conflicts = {{alijo, core::AccountId("bia")},
                     {alijo, core::AccountId("eva")},
                     {core::DossierId("2021-0101"), core::AccountId("caio")}};
  auto scenario = given(history, 18, panel);
  scenario.at(in_october).when(PublishResult{edition});
  return scenario;
}

TEST(ProvisionalList, IsAdoptedByThoseWithoutConflictInEachOfItsDossiers) {
  const auto refused =
      publishing_with_conflicts({computed(), voted("bia"), voted("eva"), voted("caio")});
  refused.is_refused("quorum-missing");
  EXPECT_EQ(refused.decision().error().pt,
            "Votaram 1 de 3 jurados sem impedimento em 2021-1701: é preciso que vote mais de "
            "metade.");
  publishing_with_conflicts(
      {computed(), voted("bia"), voted("eva"), voted("caio"), voted("duarte", VoteChoice::Against)})
      .is_refused("result-voted-down");
  publishing_with_conflicts({computed(), voted("ana"), voted("caio"), voted("eva")})
      .then({ResultPublished{edition}});
}

TEST(FinalList, NeedsNoOtherVoteOnTheSameResult) {
  given(adopted() + ResultPublished{edition})
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
}

TEST(FinalList, InThePlaceOfAnotherNeedsAVoteOfItsOwn) {
  const auto anew = adopted() + ResultPublished{edition} + ResultFinalised{edition} +
                    ResultSetAside{edition, {}, core::AccountId("sara"), "Impedimento."} +
                    computed(16);
  given(anew, 16).at(after_the_hearing).when(FinaliseResult{edition}).is_refused("quorum-missing");
  given(anew + voted("ana") + voted("bia") + voted("eva"), 16)
      .at(after_the_hearing)
      .when(FinaliseResult{edition})
      .then({ResultFinalised{edition}});
}

}  // namespace
