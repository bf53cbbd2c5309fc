#include "domain/practices/practice.hpp"

#include <gtest/gtest.h>

#include "tests/domain/practice_examples.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using namespace practices;
using testing_support::dossier;
using testing_support::given;
using testing_support::proposal;
using testing_support::revision;
using testing_support::Scenario;

const core::PracticeId practice("cartao-do-idoso");
const core::AccountId ana("ana");
const core::AccountId rui("rui");

const std::vector<core::Event> proposed = {PracticeProposed{proposal()}};

std::vector<core::Event> then_events(std::vector<core::Event> history,
                                     const std::vector<core::Event>& more) {
  history.insert(history.end(), more.begin(), more.end());
  return history;
}

PracticeReviewed reviewed(ReviewStep step, Verdict verdict, const core::AccountId& reviewer) {
  return {practice, step, verdict, "Está claro.", reviewer};
}

ReviewPractice review(ReviewStep step, Verdict verdict) {
  return {practice, step, verdict, "Está claro."};
}

std::vector<core::Event> approved_once() {
  return then_events(proposed, {reviewed(ReviewStep::First, Verdict::Approve, ana)});
}
std::vector<core::Event> approved() {
  return then_events(approved_once(), {reviewed(ReviewStep::Second, Verdict::Approve, rui)});
}
std::vector<core::Event> returned() {
  return then_events(proposed, {reviewed(ReviewStep::First, Verdict::Return, ana)});
}
std::vector<core::Event> published() {
  return then_events(approved(), {PracticePublished{practice, 1}});
}

Scenario given_practice(const std::vector<core::Event>& history,
                        const core::AccountId& actor = ana) {
  auto scenario = given(practice_type(), history);
  scenario.as({actor, {core::Role::Secretariat}, {}}).at("2021-11-01T10:00:00Z");
  return scenario;
}

core::Date day(const char* text) {
  return core::Date::parse(text).value();
}

TEST(Practice, IsProposedFromAnEligibleDossier) {
  given_practice({})
      .knowing(dossier())
      .when(ProposePractice{proposal()})
      .then({PracticeProposed{proposal()}});
}

TEST(Practice, AsksForTheDossierThatItComesFrom) {
  const std::vector<core::StreamRef> expected = {{"dossier", "2021-1701"}};
  EXPECT_EQ(ProposePractice{proposal()}.reads({}), expected);
}

TEST(Practice, IsProposedOnce) {
  given_practice(proposed)
      .knowing(dossier())
      .when(ProposePractice{proposal()})
      .is_refused("practice-exists");
}

TEST(Practice, ComesFromARecordThatItsEntityOffered) {
  const ProposePractice propose{proposal()};
  given_practice({}).when(propose).is_refused("unknown-dossier", "dossier");
  for (const auto state : {facts::DossierState::Draft, facts::DossierState::Submitted,
                           facts::DossierState::NotEligible})
    given_practice({}).knowing(dossier(state)).when(propose).is_refused("not-eligible", "dossier");

  auto of_another = propose;
  of_another.entity = core::EntityCode("0113");
  given_practice({}).knowing(dossier()).when(of_another).is_refused("practice-entity", "entity");
  auto other_record = propose;
  other_record.record_id = core::RecordId("loja-social");
  given_practice({})
      .knowing(dossier())
      .when(other_record)
      .is_refused("record-not-offered", "record_id");
}

TEST(Practice, HasASimpleName) {
  ProposePractice propose{proposal()};
  propose.practice = core::PracticeId("Cartao.do.Idoso");
  given_practice({}).knowing(dossier()).when(propose).is_refused("practice-id", "practice");
}

TEST(Practice, IsProposedAndRevisedWithASheetThatKeepsTheRules) {
  ProposePractice propose{proposal()};
  propose.text.pt.title.clear();
  given_practice({}).knowing(dossier()).when(propose).is_refused("text-length", "text.pt.title");
  RevisePractice revise{revision()};
  revise.text.pt.title.clear();
  given_practice(returned()).when(revise).is_refused("text-length", "text.pt.title");
}

TEST(Practice, IsReviewedInTwoSteps) {
  given_practice(proposed, ana)
      .when(review(ReviewStep::First, Verdict::Approve))
      .then({reviewed(ReviewStep::First, Verdict::Approve, ana)});
  given_practice(approved_once(), rui)
      .when(review(ReviewStep::Second, Verdict::Approve))
      .then({reviewed(ReviewStep::Second, Verdict::Approve, rui)});
}

TEST(Practice, IsReviewedByTwoPeople) {
  given_practice(approved_once(), ana)
      .when(review(ReviewStep::Second, Verdict::Approve))
      .is_refused("same-reviewer");
}

TEST(Practice, IsReviewedInOrder) {
  const auto first = review(ReviewStep::First, Verdict::Approve);
  const auto second = review(ReviewStep::Second, Verdict::Approve);
  given_practice(proposed).when(second).is_refused("review-order", "step");
  given_practice(approved_once(), rui).when(first).is_refused("review-order", "step");
  given_practice(returned()).when(second).is_refused("review-order", "step");
  given_practice(approved(), rui).when(second).is_refused("review-order", "step");
  given_practice(published()).when(first).is_refused("review-order", "step");
}

TEST(Practice, IsReturnedWithAReason) {
  auto review_without_note = review(ReviewStep::First, Verdict::Return);
  review_without_note.note.clear();
  given_practice(proposed).when(review_without_note).is_refused("text-length", "note");
}

TEST(Practice, IsRevisedAfterItWasReturnedAndReviewedAnew) {
  const std::vector<core::Event> revised = {PracticeRevised{revision()}};
  given_practice(returned()).when(RevisePractice{revision()}).then(revised);
  const auto returned_late =
      then_events(approved_once(), {reviewed(ReviewStep::Second, Verdict::Return, rui)});
  given_practice(returned_late).when(RevisePractice{revision()}).then(revised);

  const auto again = then_events(returned_late, revised);
  given_practice(again, rui)
      .when(review(ReviewStep::Second, Verdict::Approve))
      .is_refused("review-order", "step");
  given_practice(again, rui)
      .when(review(ReviewStep::First, Verdict::Approve))
      .then({reviewed(ReviewStep::First, Verdict::Approve, rui)});
}

TEST(Practice, IsLeftAloneWhileUnderReview) {
  for (const auto& history : {proposed, approved_once(), approved()})
    given_practice(history).when(RevisePractice{revision()}).is_refused("under-review");
}

TEST(Practice, IsPublishedAfterBothApprovals) {
  given_practice(approved()).when(PublishPractice{practice}).then({PracticePublished{practice, 1}});
  for (const auto& history : {proposed, approved_once(), returned(), published()})
    given_practice(history).when(PublishPractice{practice}).is_refused("not-approved");
}

TEST(Practice, IsPublishedAgainInItsNextVersion) {
  const auto revised = then_events(published(), {PracticeRevised{revision()}});
  given_practice(revised).when(PublishPractice{practice}).is_refused("not-approved");
  const auto approved_again =
      then_events(revised, {reviewed(ReviewStep::First, Verdict::Approve, rui),
                            reviewed(ReviewStep::Second, Verdict::Approve, ana)});
  given_practice(approved_again)
      .when(PublishPractice{practice})
      .then({PracticePublished{practice, 2}});
}

TEST(Practice, IsConfirmedAliveOncePublished) {
  const ConfirmPractice confirm{practice, day("2021-11-01")};
  const PracticeConfirmed confirmed{practice, day("2021-11-01")};
  given_practice(published()).when(confirm).then({confirmed});
  given_practice(then_events(published(), {PracticeRevised{revision()}}))
      .when(confirm)
      .then({confirmed});
  given_practice(approved()).when(confirm).is_refused("not-published");
}

TEST(Practice, IsConfirmedOnADayThatHasCome) {
  const ConfirmPractice tomorrow{practice, day("2021-07-02")};
  given_practice(published())
      .at("2021-07-01T22:59:59Z")
      .when(tomorrow)
      .is_refused("confirmed-in-future", "on");
  given_practice(published())
      .at("2021-07-01T23:00:00Z")
      .when(tomorrow)
      .then({PracticeConfirmed{practice, day("2021-07-02")}});
}

TEST(Practice, IsConfirmedForwardInTime) {
  const auto confirmed = then_events(published(), {PracticeConfirmed{practice, day("2021-10-20")}});
  given_practice(confirmed)
      .when(ConfirmPractice{practice, day("2021-10-20")})
      .is_refused("confirmation-order", "on");
  given_practice(confirmed)
      .when(ConfirmPractice{practice, day("2021-10-21")})
      .then({PracticeConfirmed{practice, day("2021-10-21")}});
}

TEST(Practice, HasToBeProposedFirst) {
  for (const core::Command& command : {core::Command(RevisePractice{revision()}),
                                       core::Command(review(ReviewStep::First, Verdict::Approve)),
                                       core::Command(PublishPractice{practice}),
                                       core::Command(ConfirmPractice{practice, day("2021-10-20")})})
    given_practice({}).when(command).is_refused("unknown-practice");
}

}  // namespace
