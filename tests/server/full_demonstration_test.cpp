#include "server/demonstration/full_demonstration.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/clarification.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/jury/panel_events.hpp"
#include "projections/recorded.hpp"
#include "projections/results.hpp"
#include "server/bundle/export.hpp"
#include "tests/server/temporary_folder.hpp"

/// The demonstration of full size, at a smaller one: every state that an edition goes through.
namespace {

const core::EditionId edition("2021");
const server::FullSize size{20, 20, 8};

class FullDemonstration : public testing::Test {
 protected:
  struct Loaded {
    server_tests::TemporaryFolder data;
    server::ScriptedClock clock;
    std::unique_ptr<server::Application> app;
    std::vector<core::Recorded> events;
  };

  static void SetUpTestSuite() {
    loaded = std::make_unique<Loaded>();
    loaded->app = server::Application::open(loaded->data.path(), loaded->clock).value();
    const auto done = load();
    ASSERT_TRUE(done) << done.error().field << ": " << done.error().en;
    loaded->events =
        projections::recorded_from(loaded->app->store(), 1, loaded->app->store().head()).value();
  }
  static void TearDownTestSuite() { loaded.reset(); }

  static core::Result<void> load() {
    return server::load_full_demonstration(*loaded->app, loaded->clock, size, [](auto, auto) {});
  }
  static server::Application& app() { return *loaded->app; }

  /// All events of this type, in order.
  template <class Event>
  static std::vector<Event> all() {
    std::vector<Event> found;
    for (const auto& recorded : loaded->events)
      if (const auto* event = recorded.event.get_if<Event>()) found.push_back(*event);
    return found;
  }
  static projections::EditionResult result() {
    return projections::published_result(app().views(), edition).value();
  }
  static const awards::DossierResult& of(const awards::ResultComputed& computed,
                                         const core::DossierId& dossier) {
    return *std::ranges::find(computed.dossiers, dossier, &awards::DossierResult::dossier);
  }

 private:
  static inline std::unique_ptr<Loaded> loaded;
};

TEST_F(FullDemonstration, HasAsManyDossiersAsAskedForInEveryState) {
  EXPECT_EQ(all<dossiers::DossierStarted>().size(), 40U);
  std::size_t eligible = 0;
  std::set<std::string> reasons;
  for (const auto& screened : all<dossiers::DossierScreened>()) {
    if (screened.verdict == dossiers::Verdict::Eligible) ++eligible;
    if (screened.reason) reasons.insert(*screened.reason);
  }
  EXPECT_LT(all<dossiers::DossierSubmitted>().size(), 40U) << "a draft is never submitted";
  EXPECT_LT(eligible, all<dossiers::DossierSubmitted>().size());
  EXPECT_FALSE(reasons.empty());
  EXPECT_EQ(all<dossiers::ClarificationAsked>().size(), 1U);
  EXPECT_EQ(all<dossiers::ClarificationGiven>().size(), 1U);
  EXPECT_EQ(all<dossiers::DossierWithdrawn>().size(), 1U);
  std::set<std::string> kinds;
  for (const auto& added : all<dossiers::DossierRecordAdded>())
    kinds.insert(std::to_string(added.record.index()));
  EXPECT_EQ(kinds.size(), std::variant_size_v<dossiers::DossierRecord>);
}

TEST_F(FullDemonstration, AsksTheJuryForConflictsInAllTheirStates) {
  EXPECT_EQ(all<jury::JurorAppointed>().size(), 9U);
  EXPECT_FALSE(all<jury::ConflictDeclared>().empty());
  EXPECT_EQ(all<jury::ConflictWaived>().size(), 1U);
  EXPECT_FALSE(all<jury::ConflictImposed>().empty());
  EXPECT_EQ(all<jury::PairRuled>().size(), 1U);
}

TEST_F(FullDemonstration, ReplacesAJurorWhoLeavesInMidRound) {
  const auto left = all<jury::JurorLeft>();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_FALSE(left[0].stands.empty());
  EXPECT_FALSE(left[0].taken_back.empty());
  const auto assigned = all<jury::JurorsAssigned>();
  ASSERT_EQ(assigned.size(), 2U);
  EXPECT_EQ(assigned[1].assignments.size(), left[0].taken_back.size());
  const auto takes = [](const jury::Pairing& pair) { return pair.juror.text() == "jurado-9"; };
  EXPECT_TRUE(std::ranges::any_of(assigned[1].assignments, takes)) << "the newcomer judges too";
}

TEST_F(FullDemonstration, LetsEqualsShareTheirRank) {
  std::map<std::pair<regulation::Category, std::int64_t>, int> ranks;
  for (const auto& named : result().dossiers)
    if (named.result.rank) ++ranks[{named.result.category, *named.result.rank}];
  EXPECT_TRUE(std::ranges::any_of(ranks, [](const auto& rank) { return rank.second > 1; }));
}

TEST_F(FullDemonstration, LeavesADossierWithTooFewEvaluationsUnranked) {
  EXPECT_EQ(std::ranges::count_if(
                result().dossiers,
                [](const auto& named) { return named.result.not_rankable.has_value(); }),
            1);
}

TEST_F(FullDemonstration, ComputesAgainWithoutTheScoresOfALateConflict) {
  const auto computed = all<awards::ResultComputed>();
  ASSERT_EQ(computed.size(), 3U);
  std::vector<std::int64_t> fewer;
  for (const auto& before : computed[0].dossiers)
    fewer.push_back(before.jurors - of(computed[1], before.dossier).jurors);
  EXPECT_EQ(std::ranges::count(fewer, 1), 1);
  EXPECT_EQ(std::ranges::count(fewer, 0), std::ssize(fewer) - 1);
}

TEST_F(FullDemonstration, IsVotedOnBeforeEachList) {
  std::map<awards::VoteChoice, int> votes;
  for (const auto& vote : all<awards::ResultVoted>()) ++votes[vote.choice];
  EXPECT_EQ(votes, (std::map<awards::VoteChoice, int>{{awards::VoteChoice::InFavour, 14},
                                                      {awards::VoteChoice::Against, 2}}));
}

TEST_F(FullDemonstration, ReplacesTheFinalListAfterAComplaintWasUpheldAndCloses) {
  std::map<std::pair<awards::ComplaintStage, awards::ComplaintVerdict>, int> decided;
  std::map<core::ComplaintId, awards::ComplaintStage> stages;
  for (const auto& filed : all<awards::ComplaintFiled>()) stages[filed.complaint] = filed.stage;
  for (const auto& one : all<awards::ComplaintDecided>())
    ++decided[{stages.at(one.complaint), one.verdict}];
  using enum awards::ComplaintStage;
  using enum awards::ComplaintVerdict;
  EXPECT_EQ(decided,
            (std::map<std::pair<awards::ComplaintStage, awards::ComplaintVerdict>, int>{
                {{Hearing, Dismissed}, 1}, {{Complaint, Dismissed}, 1}, {{Complaint, Upheld}, 1}}));
  EXPECT_EQ(all<awards::ResultPublished>().size(), 1U);
  EXPECT_EQ(all<awards::ResultFinalised>().size(), 2U);
  EXPECT_EQ(result().revisions.size(), 1U);
  EXPECT_EQ(result().state, projections::ResultState::Closed);
}

TEST_F(FullDemonstration, CanBeComputedAgainByAnybody) {
  const auto bundle = server::bundle_of(app().store(), edition);
  ASSERT_TRUE(bundle) << bundle.error().en;
  EXPECT_TRUE(server::recompute(*bundle, server::writing()));
}

TEST_F(FullDemonstration, LoadedTwiceChangesNothing) {
  const auto head = app().store().head();
  const auto done = load();
  ASSERT_TRUE(done) << done.error().field << ": " << done.error().en;
  EXPECT_EQ(app().store().head(), head);
}

}  // namespace
