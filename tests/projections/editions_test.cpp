#include "projections/editions.hpp"

#include <gtest/gtest.h>

#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace testing_support;

const core::EditionId edition("2021");

struct Editions : testing::Test {
  World world;

  std::optional<projections::EditionRow> open() {
    return projections::find_edition(*world.seen().view("editions"), edition);
  }
  std::optional<projections::DraftRow> draft() {
    return projections::find_draft(*world.seen().view("edition_drafts"), edition);
  }
  void is_drafted() {
    const auto opened = edition_2021();
    world.happens("2021", {editions::EditionDrafted{edition, "Rascunho", true, opened.regulation}});
  }
};

TEST_F(Editions, ADraftIsNoEditionYet) {
  is_drafted();
  EXPECT_FALSE(open());
  ASSERT_TRUE(draft());
  EXPECT_EQ(draft()->title, "Rascunho");
}

TEST_F(Editions, EveryDraftStaysReadableWithItsAuthor) {
  is_drafted();
  auto second = edition_2021();
  world.happens_at("2021-03-02T10:00:00Z", "2021",
                   {editions::EditionDrafted{edition, "Outro", true, second.regulation}});
  world.happens("2021", {second});
  const auto view = world.seen().view("edition_drafts");
  const auto drafts = projections::drafts_of(*view, edition);
  ASSERT_EQ(drafts.size(), 2U);
  EXPECT_EQ(drafts[0].title, "Outro");
  EXPECT_EQ(drafts[0].version, 2U);
  EXPECT_EQ(drafts[0].drafted_by.text(), "secretariado-1");
  EXPECT_EQ(drafts[0].drafted_at.text(), "2021-03-02T10:00:00Z");
  EXPECT_EQ(projections::find_draft(*view, edition, 1)->title, "Rascunho");
  EXPECT_FALSE(projections::find_draft(*view, edition, 3));
}

TEST_F(Editions, AnEditionIsNoDraftAnyMore) {
  is_drafted();
  world.happens("2021", {edition_2021()});
  EXPECT_FALSE(draft());
  ASSERT_TRUE(open());
  EXPECT_TRUE(open()->extensions.empty());
}

TEST_F(Editions, AnExtensionMovesTheDeadlineInForceAndLeavesTheRegulation) {
  world.happens("2021", {edition_2021()});
  const auto before = edition_2021().regulation.calendar.submission_deadline;
  const core::Instant later(before.time() + std::chrono::hours(48));
  world.happens("2021", {editions::DeadlineExtended{edition, before, core::AccountId("rui"), before,
                                                    later, "O portal esteve indisponível."}});
  EXPECT_EQ(open()->calendar.submission_deadline, later);
  EXPECT_EQ(open()->regulation.calendar.submission_deadline, before);
  ASSERT_EQ(open()->extensions.size(), 1U);
  EXPECT_EQ(open()->extensions[0].before, before);
  EXPECT_EQ(open()->extensions[0].reason, "O portal esteve indisponível.");
}

TEST_F(Editions, AnExtendedHearingIsShownWithItsReasonAndMovesWhatComesAfterIt) {
  world.happens("2021", {edition_2021()});
  const auto calendar = edition_2021().regulation.calendar;
  const core::Instant hearing(calendar.hearing_deadline.time() + std::chrono::hours(48));
  const core::Instant complaints(calendar.complaints_deadline.time() + std::chrono::hours(48));
  world.happens("2021",
                {editions::HearingExtended{edition, calendar.results, core::AccountId("rui"),
                                           calendar.hearing_deadline, hearing, complaints,
                                           "Houve uma lista nova."}});
  EXPECT_EQ(open()->calendar.hearing_deadline, hearing);
  EXPECT_EQ(open()->calendar.complaints_deadline, complaints);
  ASSERT_EQ(open()->hearing_extensions.size(), 1U);
  EXPECT_EQ(open()->hearing_extensions[0].before, calendar.hearing_deadline);
  EXPECT_EQ(open()->hearing_extensions[0].reason, "Houve uma lista nova.");
}

TEST_F(Editions, MoreTimeForJurorsIsShownWithItsReason) {
  world.happens("2021", {edition_2021()});
  const auto calendar = edition_2021().regulation.calendar;
  world.happens("2021", {editions::ScoringExtended{edition, calendar.opens, core::AccountId("rui"),
                                                   calendar.scoring_deadline, calendar.results,
                                                   "Um jurado adoeceu."}});
  EXPECT_EQ(open()->calendar.scoring_deadline, calendar.results);
  ASSERT_EQ(open()->scoring_extensions.size(), 1U);
  EXPECT_EQ(open()->scoring_extensions[0].before, calendar.scoring_deadline);
  EXPECT_EQ(open()->scoring_extensions[0].reason, "Um jurado adoeceu.");
}

TEST_F(Editions, MoreTimeForComplaintsIsShownWithItsReason) {
  world.happens("2021", {edition_2021()});
  const auto before = edition_2021().regulation.calendar.complaints_deadline;
  const core::Instant later(before.time() + std::chrono::hours(48));
  world.happens("2021", {editions::ComplaintsExtended{edition, before, core::AccountId("rui"),
                                                      before, later, "A lista atrasou-se."}});
  EXPECT_EQ(open()->calendar.complaints_deadline, later);
  ASSERT_EQ(open()->complaints_extensions.size(), 1U);
  EXPECT_EQ(open()->complaints_extensions[0].deadline, later);
  EXPECT_EQ(open()->complaints_extensions[0].reason, "A lista atrasou-se.");
}

}  // namespace
