#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "domain/editions/edition.hpp"
#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// An edition before it opens, and after.
namespace {

using namespace editions;
using testing_support::given;
using testing_support::small_regulation;

const core::EditionId edition("2021");
const std::string title = "Edição 2021";
const EditionOpened opened{edition, title, false, small_regulation()};
const RegulationFrozen frozen{
    edition, testing_support::pretended_sha256(json::write(small_regulation())), std::nullopt};
const EditionDrafted drafted{edition, title, false, small_regulation()};

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

constexpr auto before_the_deadline = "2021-06-29T10:00:00Z";
const auto the_deadline = instant("2021-06-30T22:59:59.999Z");
const auto two_weeks_later = instant("2021-07-14T22:59:59.999Z");
const std::string reason = "O portal esteve indisponível a 28 de junho.";

TEST(EditionDraft, MayHaveFaultsAndIsReplacedUntilTheEditionOpens) {
  auto rules = small_regulation();
  rules.sections.clear();
  const DraftEdition draft{edition, title, false, rules};
  given(edition_type(), {drafted}).when(draft).then({EditionDrafted{edition, title, false, rules}});
  given(edition_type(), {drafted, opened}).when(draft).is_refused("edition-exists");
}

TEST(EditionDraft, HasANameAndATitle) {
  given(edition_type())
      .when(DraftEdition{core::EditionId("A"), title, false, {}})
      .is_refused("edition-id", "edition");
  given(edition_type())
      .when(DraftEdition{edition, "", false, {}})
      .is_refused("text-length", "title");
}

TEST(EditionDraft, IsFrozenByOpening) {
  given(edition_type(), {drafted}).when(FreezeEdition{edition}).then({opened, frozen});
  given(edition_type()).when(FreezeEdition{edition}).is_refused("no-draft");
  given(edition_type(), {drafted, opened})
      .when(FreezeEdition{edition})
      .is_refused("edition-exists");
}

TEST(EditionDraft, WithFaultsIsNotFrozen) {
  auto faulty = drafted;
  faulty.regulation.decimals = 9;
  given(edition_type(), {faulty})
      .when(FreezeEdition{edition})
      .is_refused("decimals", "regulation.decimals");
}

TEST(EditionDraft, FollowsEditionsThatExist) {
  auto following = drafted;
  following.regulation.follows = {core::EditionId("2020")};
  given(edition_type(), {following})
      .when(FreezeEdition{edition})
      .is_refused("unknown-edition", "regulation.follows[0]");
  core::Facts facts;
  facts.tell(facts::EditionDraft{edition, following.regulation.follows});
  EXPECT_EQ(FreezeEdition{edition}.reads(facts),
            (std::vector<core::StreamRef>{
                {"edition", "2021"}, {"result", "2021"}, {"edition", "2020"}, {"result", "2020"}}));
}

TEST(EditionClone, IsADraftLikeTheEditionBeforeAYearLater) {
  auto rules = small_regulation();
  rules.calendar.opens = instant("2020-02-29T10:00:00Z");
  rules.tie_break = {regulation::ByDraw{}};
  rules.draw_commitment = std::string(64, 'a');
  auto expected = rules;
  expected.follows = {edition};
  expected.draw_commitment.reset();
  expected.calendar = {instant("2021-02-28T10:00:00Z"),     instant("2022-06-30T22:59:59.999Z"),
                       instant("2022-09-15T22:59:59Z"),     instant("2022-10-01T08:00:00Z"),
                       instant("2022-10-15T22:59:59.999Z"), instant("2022-11-15T23:59:59.999Z")};
  const core::EditionId next("2022");
  given(edition_type())
      .knowing(facts::Edition{edition, rules, true})
      .when(CloneEdition{next, edition, "Edição 2022"})
      .then({EditionDrafted{next, "Edição 2022", true, expected}});
  given(edition_type())
      .when(CloneEdition{next, edition, "Edição 2022"})
      .is_refused("unknown-edition", "from");
}

TEST(EditionClone, KeepsTheHourOnTheClocksOfLisbon) {
  auto rules = small_regulation();
  rules.calendar.submission_deadline = instant("2027-03-26T23:59:59Z");
  rules.calendar.scoring_deadline = instant("2027-10-26T22:59:59Z");
  auto expected = rules;
  expected.follows = {edition};
  for (auto* moment : {&expected.calendar.opens, &expected.calendar.results,
                       &expected.calendar.hearing_deadline, &expected.calendar.complaints_deadline})
    *moment = core::Instant(moment->time() + std::chrono::days(365));
  expected.calendar.submission_deadline = instant("2028-03-26T22:59:59Z");
  expected.calendar.scoring_deadline = instant("2028-10-26T22:59:59Z");
  const core::EditionId next("2022");
  given(edition_type())
      .knowing(facts::Edition{edition, rules, false})
      .when(CloneEdition{next, edition, title})
      .then({EditionDrafted{next, title, false, expected}});
}

TEST(EditionClone, TakesTheRuleAndNotItsExtensions) {
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  aggregate->apply(DeadlineExtended{edition, {}, {}, the_deadline, two_weeks_later, reason});
  aggregate->apply(
      DeadlineExtended{edition, {}, {}, two_weeks_later, instant("2021-07-20T22:59:59Z"), reason});
  core::Facts facts;
  aggregate->tell(facts);
  const auto decision = given(edition_type())
                            .knowing(*facts.find<facts::Edition>())
                            .when(CloneEdition{core::EditionId("2022"), edition, title})
                            .decision();
  EXPECT_EQ(decision->at(0).get<EditionDrafted>().regulation.calendar.submission_deadline.text(),
            "2022-06-30T22:59:59.999Z");
}

TEST(Deadline, IsExtendedWithAReasonWhileDossiersAreTaken) {
  given(edition_type(), {opened})
      .as({core::AccountId("secretariado"), {}, {}})
      .at(before_the_deadline)
      .when(ExtendDeadline{edition, two_weeks_later, reason})
      .then(
          {DeadlineExtended{edition, instant(before_the_deadline), core::AccountId("secretariado"),
                            the_deadline, two_weeks_later, reason}});
}

TEST(Deadline, OnceItHasPassedIsNotExtended) {
  given(edition_type(), {opened})
      .at("2021-06-30T23:00:00Z")
      .when(ExtendDeadline{edition, two_weeks_later, reason})
      .is_refused("deadline-passed");
}

TEST(Deadline, IsExtendedInItsLastSecond) {
  auto named = opened;
  named.regulation.calendar.submission_deadline = instant("2021-06-30T22:59:59Z");
  EXPECT_TRUE(given(edition_type(), {named})
                  .at("2021-06-30T22:59:59.999Z")
                  .when(ExtendDeadline{edition, two_weeks_later, reason})
                  .decision()
                  .has_value());
}

TEST(Deadline, MovesForwardAndNotBeyondTheScoring) {
  for (const auto* moment :
       {"2021-06-30T22:59:59.999Z", "2021-06-01T00:00:00Z", "2021-09-15T22:59:59Z"})
    given(edition_type(), {opened})
        .at(before_the_deadline)
        .when(ExtendDeadline{edition, instant(moment), reason})
        .is_refused("deadline-order", "submission_deadline");
}

TEST(Deadline, IsNotExtendedWithoutAReasonOrAnEdition) {
  given(edition_type(), {opened})
      .at(before_the_deadline)
      .when(ExtendDeadline{edition, two_weeks_later, ""})
      .is_refused("text-length", "reason");
  given(edition_type(), {drafted})
      .at(before_the_deadline)
      .when(ExtendDeadline{edition, two_weeks_later, reason})
      .is_refused("unknown-edition");
}

const auto hearing_end = instant("2021-10-15T22:59:59.999Z");
const auto a_week_later = instant("2021-10-22T22:59:59.999Z");
const std::string list_reason = "A lista foi calculada de novo.";

TEST(Hearing, IsExtendedBeforeItsEndOrAfterAndComplaintsAsMuch) {
  for (const auto* now : {"2021-10-14T10:00:00Z", "2021-10-18T10:00:00Z"})
    given(edition_type(), {opened})
        .as({core::AccountId("secretariado"), {}, {}})
        .at(now)
        .when(ExtendHearing{edition, a_week_later, list_reason})
        .then({HearingExtended{edition, instant(now), core::AccountId("secretariado"), hearing_end,
                               a_week_later, instant("2021-11-22T23:59:59.999Z"), list_reason}});
}

/// The clock goes back in between; both end when the day does.
TEST(Hearing, ExtendedIntoWinterMovesComplaintsByAsManyDays) {
  const auto in_winter = instant("2021-11-05T23:59:59.999Z");
  given(edition_type(), {opened})
      .at("2021-10-14T10:00:00Z")
      .when(ExtendHearing{edition, in_winter, list_reason})
      .then({HearingExtended{edition,
                             instant("2021-10-14T10:00:00Z"),
                             {},
                             hearing_end,
                             in_winter,
                             instant("2021-12-06T23:59:59.999Z"),
                             list_reason}});
}

TEST(Hearing, IsExtendedForwardAndNotForYears) {
  auto scenario = given(edition_type(), {opened});
  scenario.at("2021-10-18T10:00:00Z");
  for (const auto* moment :
       {"2021-10-15T22:59:59.999Z", "2021-10-18T10:00:00.500Z", "2022-10-20T00:00:00Z"})
    scenario.when(ExtendHearing{edition, instant(moment), list_reason})
        .is_refused("deadline-order", "hearing_deadline");
  scenario.when(ExtendHearing{edition, a_week_later, ""}).is_refused("text-length", "reason");
}

TEST(Hearing, IsNotExtendedOnceThereIsAFinalListOrWithoutAnEdition) {
  const ExtendHearing extend{edition, a_week_later, list_reason};
  given(edition_type(), {opened})
      .knowing(facts::Outcome{edition, {}})
      .when(extend)
      .is_refused("result-final");
  given(edition_type(), {drafted}).when(extend).is_refused("unknown-edition");
}

TEST(Hearing, ExtendedIsWhatTheEditionTells) {
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  const auto complaints = instant("2021-11-22T23:59:59.999Z");
  aggregate->apply(
      HearingExtended{edition, {}, {}, hearing_end, a_week_later, complaints, list_reason});
  core::Facts facts;
  aggregate->tell(facts);
  const auto& calendar = facts.find<facts::Edition>()->regulation.calendar;
  EXPECT_EQ(calendar.hearing_deadline, a_week_later);
  EXPECT_EQ(calendar.complaints_deadline, complaints);
}

const auto scoring_end = instant("2021-09-15T22:59:59Z");
const auto before_the_results = instant("2021-09-30T22:59:59Z");
const std::string jury_reason = "Um jurado adoeceu.";

TEST(Scoring, IsExtendedAsLongAsNoResultWasComputed) {
  const ExtendScoring extend{edition, before_the_results, jury_reason};
  given(edition_type(), {opened})
      .as({core::AccountId("secretariado"), {}, {}})
      .at("2021-09-15T22:59:59.999Z")
      .when(extend)
      .then({ScoringExtended{edition, instant("2021-09-15T22:59:59.999Z"),
                             core::AccountId("secretariado"), scoring_end, before_the_results,
                             jury_reason}});
  given(edition_type(), {opened})
      .as({core::AccountId("secretariado"), {}, {}})
      .at("2021-09-15T23:00:00Z")
      .when(extend)
      .then({ScoringExtended{edition, instant("2021-09-15T23:00:00Z"),
                             core::AccountId("secretariado"), scoring_end, before_the_results,
                             jury_reason}});
  given(edition_type(), {opened})
      .knowing(facts::Computation{edition})
      .at("2021-09-20T10:00:00Z")
      .when(extend)
      .is_refused("scoring-closed");
  given(edition_type(), {drafted}).when(extend).is_refused("unknown-edition");
}

TEST(Scoring, IsExtendedUpToTheEndOfTheHearing) {
  auto scenario = given(edition_type(), {opened});
  scenario.at("2021-09-01T10:00:00Z");
  for (const auto& moment :
       {scoring_end, instant("2021-09-15T22:59:59.999Z"), instant("2021-10-16T00:00:00Z")})
    scenario.when(ExtendScoring{edition, moment, jury_reason})
        .is_refused("deadline-order", "scoring_deadline");
  scenario.when(ExtendScoring{edition, before_the_results, ""}).is_refused("text-length", "reason");
  scenario.at("2021-09-20T10:00:00Z")
      .when(ExtendScoring{edition, instant("2021-09-20T10:00:00Z"), jury_reason})
      .is_refused("deadline-order", "scoring_deadline");
}

TEST(Scoring, ExtendedBeyondTheResultsPutsThemOff) {
  const auto after_the_results = instant("2021-10-08T22:59:59Z");
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  aggregate->apply(ScoringExtended{edition, {}, {}, scoring_end, after_the_results, jury_reason});
  core::Facts facts;
  aggregate->tell(facts);
  const auto& calendar = facts.find<facts::Edition>()->regulation.calendar;
  EXPECT_EQ(calendar.results, after_the_results);
  EXPECT_EQ(regulation::phase_at(calendar, instant("2021-10-08T22:59:59Z")),
            regulation::Phase::Scoring);
  EXPECT_EQ(regulation::phase_at(calendar, instant("2021-10-08T23:00:00Z")),
            regulation::Phase::Hearing);
}

TEST(Scoring, ExtendedIsWhatTheEditionTells) {
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  aggregate->apply(ScoringExtended{edition, {}, {}, scoring_end, before_the_results, jury_reason});
  core::Facts facts;
  aggregate->tell(facts);
  EXPECT_EQ(facts.find<facts::Edition>()->regulation.calendar.scoring_deadline, before_the_results);
}

const auto complaints_end = instant("2021-11-15T23:59:59.999Z");
const auto in_december = instant("2021-12-03T23:59:59.999Z");
const std::string late_reason = "A lista definitiva atrasou-se.";

TEST(Complaints, HaveMoreTimeBeforeTheirEndOrAfterUntilTheResultIsClosed) {
  const ExtendComplaints extend{edition, in_december, late_reason};
  for (const auto* now : {"2021-11-14T10:00:00Z", "2021-11-18T10:00:00Z"})
    given(edition_type(), {opened})
        .as({core::AccountId("secretariado"), {}, {}})
        .at(now)
        .knowing(facts::Outcome{edition, {}})
        .when(extend)
        .then({ComplaintsExtended{edition, instant(now), core::AccountId("secretariado"),
                                  complaints_end, in_december, late_reason}});
  given(edition_type(), {opened})
      .knowing(facts::Outcome{edition, {}, true})
      .when(extend)
      .is_refused("result-closed");
  given(edition_type(), {drafted}).when(extend).is_refused("unknown-edition");
}

TEST(Complaints, HaveMoreTimeAndNeverLess) {
  auto scenario = given(edition_type(), {opened});
  scenario.at("2021-11-18T10:00:00Z");
  for (const auto& moment :
       {complaints_end, instant("2021-11-18T10:00:00.500Z"), instant("2022-11-20T00:00:00Z")})
    scenario.when(ExtendComplaints{edition, moment, late_reason})
        .is_refused("deadline-order", "complaints_deadline");
  scenario.when(ExtendComplaints{edition, in_december, ""}).is_refused("text-length", "reason");
}

TEST(Complaints, WithMoreTimeAreWhatTheEditionTells) {
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  aggregate->apply(ComplaintsExtended{edition, {}, {}, complaints_end, in_december, late_reason});
  core::Facts facts;
  aggregate->tell(facts);
  EXPECT_EQ(facts.find<facts::Edition>()->regulation.calendar.complaints_deadline, in_december);
}

/// A dossier is decided by what the edition tells, so that both are tried together.
TEST(Deadline, ExtendedIsWhatDossiersAreHeldTo) {
  const auto aggregate = edition_type().make();
  aggregate->apply(opened);
  aggregate->apply(DeadlineExtended{edition, {}, {}, the_deadline, two_weeks_later, reason});
  core::Facts facts;
  aggregate->tell(facts);
  const core::EntityCode alijo("1701");
  const facts::Entity entity{alijo, "Alijó", regulation::Category::Municipio, alijo};
  const dossiers::StartDossier start{edition, alijo};
  given(dossiers::dossier_type())
      .at("2021-07-14T22:59:59.999Z")
      .knowing(*facts.find<facts::Edition>())
      .knowing(entity)
      .when(start)
      .then({dossiers::DossierStarted{core::dossier_of(edition, alijo), edition, alijo,
                                      regulation::Category::Municipio}});
  given(dossiers::dossier_type())
      .at("2021-07-14T23:00:00Z")
      .knowing(*facts.find<facts::Edition>())
      .knowing(entity)
      .when(start)
      .is_refused("deadline-passed");
}

}  // namespace
