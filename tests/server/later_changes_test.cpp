#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/editions/edition.hpp"
#include "domain/facts.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "projections/recorded.hpp"
#include "server/command_handler.hpp"
#include "server/demonstration/demonstration.hpp"
#include "tests/projections/examples.hpp"
#include "tests/server/panels_work.hpp"

/// Two faults of other systems: a later change of status that changed earlier marks, and a change
/// of scale that rewrote them. Here marks that were sealed stay, to the byte, whatever comes later;
/// what may change is which of them count.
namespace {

using namespace panels_work;

const core::DossierId alijo("2021-1701");
const core::DossierId murca("2021-1707");
const core::AccountId ana("ana");
const std::vector<core::AccountId> jurors = {ana, core::AccountId("eva"), core::AccountId("gil"),
                                             core::AccountId("rui")};
const std::string because = "Soube-se depois.";

const core::Actor secretary{core::AccountId("secretaria"), {core::Role::Secretariat}, {}};
const core::Actor clerk_of_alijo{
    core::AccountId("alijo"), {core::Role::Applicant}, {core::EntityCode("1701")}};

core::Actor acting(const core::AccountId& juror) {
  return {juror, {core::Role::Juror}, {}};
}

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

/// Four jurors have sealed Alijó's and Murça's dossiers; Ana gives most, and all of them more to
/// Alijó. Scoring has closed and the result is computed.
class ALaterChange : public testing::Test {
 protected:
  ALaterChange() {
    const std::vector<core::DossierId> both = {alijo, murca};
    for (const auto& [id, events] : {Stream{"2021", {testing_support::edition_2021()}},
                                     dossier(alijo), dossier(murca), panel(jurors, both)})
      world_.happens(id, events);
    std::int64_t mark = 19;
    for (const auto& juror : jurors) {
      for (const auto& [id, events] :
           {evaluation(alijo, juror, {mark, 17, 16}), evaluation(murca, juror, {mark - 5, 11, 12})})
        world_.happens(id, events);
      --mark;
    }
    at("2021-09-20T10:00:00Z");
    as_sealed_ = marks();
    does(awards::ComputeResult{edition});
    before_ = result();
  }

  void at(const char* moment) { clock_.set(instant(moment)); }
  core::Result<server::Accepted> gives(core::Command command,
                                       const core::Actor& actor = secretary) {
    const core::CommandId id("later-" + std::to_string(++commands_));
    return handler_.handle({std::move(command), id, actor, std::nullopt});
  }
  void does(const core::Command& command, const core::Actor& actor = secretary) {
    const auto done = gives(command, actor);
    EXPECT_TRUE(done) << command.type().name << ": " << done.error().en;
  }
  std::string refusal_of(const core::Command& command, const core::Actor& actor = secretary) {
    const auto done = gives(command, actor);
    return done ? "was accepted" : done.error().code;
  }
  /// When she tries to mark, to seal and to revise Alijó's dossier.
  std::vector<std::string> what_ana_is_told() {
    const std::vector<jury::Mark> marks = {{core::CriterionId("alcance"), 1, {}}};
    return {refusal_of(jury::ScoreDossier{alijo, ana, marks}, acting(ana)),
            refusal_of(jury::SealEvaluation{alijo, ana}, acting(ana)),
            refusal_of(jury::ReviseEvaluation{alijo, ana, marks, because}, acting(ana))};
  }
  void adopt_and_publish() {
    at("2021-10-01T09:00:00Z");
    for (const auto& juror : jurors) does(awards::VoteOnResult{edition, 1}, acting(juror));
    does(awards::PublishResult{edition});
  }

  /// Every evaluation as it lies in the log, and as it tells itself.
  std::string marks() {
    std::string text;
    for (const auto& dossier : {alijo, murca})
      for (const auto& juror : jurors) {
        const auto id = facts::Assignment{dossier, juror}.evaluation();
        for (const auto& event : world_.store().read_stream({"evaluation", id}, 1, 100))
          text += id + " " + event.type + " " + event.payload + "\n";
        const auto told = handler_.facts_of({"evaluation", id});
        for (const auto& mark : told.find<facts::Evaluation>()->marks)
          text += json::write(mark) + "\n";
      }
    return text;
  }
  /// The result last computed.
  awards::ResultComputed result() {
    std::optional<awards::ResultComputed> last;
    for (auto& stored : world_.store().read_stream({"result", "2021"}, 1, 100)) {
      const auto event = projections::recorded(std::move(stored)).value().event;
      if (const auto* computed = event.get_if<awards::ResultComputed>()) last = *computed;
    }
    return last.value();
  }
  awards::ResultComputed computed_again() {
    does(awards::ComputeResult{edition});
    return result();
  }

  std::string as_sealed_;
  awards::ResultComputed before_;

 private:
  testing_support::World world_;
  server::ScriptedClock clock_;
  server::CommandHandler handler_{world_.store(), clock_};
  int commands_ = 0;
};

const awards::DossierResult& of(const core::DossierId& dossier,
                                const awards::ResultComputed& result) {
  const auto found = std::ranges::find(result.dossiers, dossier, &awards::DossierResult::dossier);
  core::ensure(found != result.dossiers.end(), "a test asks for a dossier with a result");
  return *found;
}

TEST_F(ALaterChange, OfADossiersStatusLeavesItsMarksAndEverybodyElsesPoints) {
  EXPECT_EQ(refusal_of(dossiers::ScreenDossier{alijo, dossiers::Verdict::NotEligible, because}),
            "already-screened")
      << "a dossier before the jury is not found ineligible any more";
  does(dossiers::WithdrawDossier{alijo, because}, clerk_of_alijo);
  EXPECT_EQ(marks(), as_sealed_);
  const auto result = computed_again();
  ASSERT_EQ(result.dossiers.size(), 1U);
  EXPECT_EQ(of(murca, result).points, of(murca, before_).points);
  EXPECT_EQ(of(murca, result).sections, of(murca, before_).sections);
  EXPECT_EQ(of(murca, before_).rank, 2);
  EXPECT_EQ(of(murca, result).rank, 1);
}

TEST_F(ALaterChange, OfWhoSitsLeavesWhatWasSealedAndItCounts) {
  does(jury::DismissJuror{edition, ana, because});
  EXPECT_EQ(marks(), as_sealed_);
  EXPECT_EQ(computed_again(), before_);
}

TEST_F(ALaterChange, ByAConflictSetsMarksAsideAndKeepsThem) {
  does(jury::AnswerConflict{alijo, ana, true, jury::ConflictKind::Other, because}, acting(ana));
  EXPECT_EQ(marks(), as_sealed_);
  const auto result = computed_again();
  EXPECT_EQ(of(alijo, before_).points->exact, "341/4");  // of 89, 86.5, 84 and 81.5
  EXPECT_EQ(of(alijo, result).points->exact, "84/1") << "Ana's 89 no more";
  EXPECT_EQ(of(alijo, result).jurors, 3);
  EXPECT_EQ(of(murca, result), of(murca, before_)) << "Ana's marks there count";
}

TEST_F(ALaterChange, OfTheHearingLeavesMarksPointsAndTheVote) {
  adopt_and_publish();
  does(editions::ExtendHearing{edition, instant("2021-10-22T22:59:59Z"), because});
  at("2021-10-22T23:00:00Z");
  does(awards::FinaliseResult{edition});
  EXPECT_EQ(marks(), as_sealed_);
  EXPECT_EQ(result(), before_);
}

TEST_F(ALaterChange, OfTheResultsStatusLeavesMarksWhateverAJurorTries) {
  const std::vector<std::string> sealed = {"evaluation-sealed", "evaluation-sealed",
                                           "scoring-closed"};
  EXPECT_EQ(what_ana_is_told(), sealed) << "computed";
  adopt_and_publish();
  EXPECT_EQ(what_ana_is_told(), sealed) << "provisional";
  at("2021-10-16T09:00:00Z");
  does(awards::FinaliseResult{edition});
  EXPECT_EQ(what_ana_is_told(), sealed) << "final";
  at("2021-11-16T09:00:00Z");
  does(awards::CloseResult{edition});
  EXPECT_EQ(what_ana_is_told(), std::vector<std::string>(3, "result-closed"));
  EXPECT_EQ(marks(), as_sealed_);
  EXPECT_EQ(result(), before_);
}

TEST_F(ALaterChange, OfScaleInTheNextEditionRewritesNoScoreOfThisOne) {
  const core::EditionId next("2022");
  does(editions::CloneEdition{next, edition, "Edição de 2022"});
  auto rules = testing_support::small_regulation();
  for (auto& section : rules.sections) section.scale = {0, 10};
  rules.follows = {edition};
  rules.calendar = {instant("2022-03-01T00:00:00Z"), instant("2022-06-30T22:59:59Z"),
                    instant("2022-09-15T22:59:59Z"), instant("2022-10-01T08:00:00Z"),
                    instant("2022-10-15T22:59:59Z"), instant("2022-11-15T23:59:59Z")};
  does(editions::DraftEdition{next, "Edição de 2022", false, rules});
  does(editions::FreezeEdition{next});
  EXPECT_EQ(marks(), as_sealed_);
  EXPECT_EQ(computed_again(), before_);
}

}  // namespace
