#include "projections/observatory.hpp"

#include "tests/domain/practice_examples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace practices;
using namespace testing_support;
using projections::PracticeSearch;
using projections::PracticeStage;

const core::PracticeId card("cartao-do-idoso");
const core::PracticeId house("casa-digna");

PracticeReviewed approved(const core::PracticeId& practice, ReviewStep step) {
  return {practice, step, Verdict::Approve, "Clara e útil.", core::AccountId("revisora-1")};
}

/// Águeda's, in another region and on another theme.
Proposal house_proposal() {
  auto other = proposal();
  other.practice = house;
  other.dossier = core::DossierId("2021-0101");
  other.entity = core::EntityCode("0101");
  other.text.pt.title = "Casa Digna";
  other.text.pt.summary = "Obras em habitação degradada.";
  other.classification = {regulation::Theme::Habitacao, {11}, {"obras"}};
  return other;
}

/// Alijó has proposed its card.
struct Observatory : testing::Test {
  World world;

  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("0101", {municipality("0101", "Águeda", "Centro")});
    happens(PracticeProposed{proposal()});
  }

  void happens(const core::Event& event) { world.happens(card.text(), {event}); }

  void approve_and_publish(const core::PracticeId& practice, std::int64_t revision) {
    world.happens(practice.text(),
                  {approved(practice, ReviewStep::First), approved(practice, ReviewStep::Second),
                   PracticePublished{practice, revision}});
  }

  std::vector<std::string> found(const PracticeSearch& search) {
    std::vector<std::string> ids;
    for (const auto& named : projections::search_practices(world.seen(), search))
      ids.push_back(named.practice.practice.text());
    return ids;
  }

  PracticeStage stage() {
    return projections::practices_in_preparation(world.seen()).at(0).practice.stage;
  }
};

using Ids = std::vector<std::string>;

TEST_F(Observatory, HidesAPracticeUntilItIsPublished) {
  EXPECT_EQ(found({}), Ids{});
  EXPECT_FALSE(projections::find_practice(world.seen(), card).has_value());
  approve_and_publish(card, 1);
  EXPECT_EQ(found({}), Ids{card.text()});
  const auto practice = projections::find_practice(world.seen(), card);
  ASSERT_TRUE(practice.has_value());
  EXPECT_EQ(practice->entity.name, "Alijó");
  EXPECT_EQ(practice->practice.sheet.text.pt.title, "Cartão Municipal do Idoso");
  EXPECT_EQ(practice->practice.record_id.text(), "cartao");
}

TEST_F(Observatory, FollowsAPracticeInPreparation) {
  EXPECT_EQ(stage(), PracticeStage::Proposed);
  happens(approved(card, ReviewStep::First));
  EXPECT_EQ(stage(), PracticeStage::ApprovedOnce);
  happens(PracticeReviewed{card, ReviewStep::Second, Verdict::Return, "Falta o orçamento.",
                           core::AccountId("revisora-2")});
  EXPECT_EQ(stage(), PracticeStage::Returned);
  happens(PracticeRevised{revision()});
  EXPECT_EQ(stage(), PracticeStage::Proposed);

  const auto prepared = projections::practices_in_preparation(world.seen()).at(0);
  EXPECT_EQ(prepared.entity.name, "Alijó");
  EXPECT_EQ(prepared.practice.revision, 2);
  EXPECT_EQ(prepared.practice.version, 4U);
  EXPECT_EQ(prepared.practice.sheet.text.pt.title, "Cartão do Idoso");
  ASSERT_EQ(prepared.reviews.size(), 2U);
  EXPECT_EQ(prepared.reviews[1].note, "Falta o orçamento.");
  EXPECT_EQ(prepared.reviews[1].revision, 1);

  approve_and_publish(card, 2);
  EXPECT_TRUE(projections::practices_in_preparation(world.seen()).empty());
}

TEST_F(Observatory, KeepsEveryPublishedVersionReadable) {
  approve_and_publish(card, 1);
  happens(PracticeRevised{revision()});
  auto practice = projections::find_practice(world.seen(), card).value();
  EXPECT_EQ(practice.practice.sheet.text.pt.title, "Cartão Municipal do Idoso");
  EXPECT_EQ(practice.revisions.size(), 1U);

  approve_and_publish(card, 2);
  practice = projections::find_practice(world.seen(), card).value();
  EXPECT_EQ(practice.practice.sheet.text.pt.title, "Cartão do Idoso");
  EXPECT_EQ(practice.practice.revision, 2);
  ASSERT_EQ(practice.revisions.size(), 2U);
  EXPECT_EQ(practice.revisions[0].sheet.text.pt.title, "Cartão Municipal do Idoso");
  EXPECT_EQ(practice.revisions[1].revision, 2);
}

TEST_F(Observatory, RemembersWhenAPracticeWasLastConfirmed) {
  approve_and_publish(card, 1);
  happens(PracticeConfirmed{card, core::Date::parse("2022-01-10").value()});
  happens(PracticeRevised{revision()});
  world.happens_at("2022-03-01T10:00:00Z", card.text(),
                   {approved(card, ReviewStep::First), approved(card, ReviewStep::Second),
                    PracticePublished{card, 2}});
  const auto practice = projections::find_practice(world.seen(), card).value().practice;
  EXPECT_EQ(practice.confirmed_on->text(), "2022-01-10");
  EXPECT_EQ(practice.first_published_at.text(), "2021-03-01T09:00:00Z");
  EXPECT_EQ(practice.published_at.text(), "2022-03-01T10:00:00Z");
}

TEST_F(Observatory, IsSearchedByWordsThemeAndRegion) {
  approve_and_publish(card, 1);
  world.happens_at("2021-04-01T10:00:00Z", house.text(), {PracticeProposed{house_proposal()}});
  approve_and_publish(house, 1);
  EXPECT_EQ(found({}), (Ids{house.text(), card.text()}));
  EXPECT_EQ(found({.text = "CARTAO"}), Ids{card.text()});
  EXPECT_EQ(found({.text = "habitaçao obras"}), Ids{house.text()});
  EXPECT_EQ(found({.text = "concelho"}), Ids{});
  EXPECT_EQ(found({.theme = regulation::Theme::Habitacao}), Ids{house.text()});
  EXPECT_EQ(found({.region = "Norte"}), Ids{card.text()});
  EXPECT_EQ(found({.region = "pt19"}), Ids{house.text()});
  EXPECT_EQ(found({.text = "cartao", .region = "Centro"}), Ids{});
}

TEST_F(Observatory, ShowsAContactOnlyWhereItWantsToBeSeen) {
  auto hidden = revision();
  hidden.contact = {"Ana Lopes", "ana@example.pt", "259000000", false};
  approve_and_publish(card, 1);
  happens(PracticeRevised{hidden});
  approve_and_publish(card, 2);
  const auto practice = projections::find_practice(world.seen(), card).value();
  EXPECT_EQ(practice.revisions[0].sheet.contact.name, "Rede Social de Alijó");
  EXPECT_EQ(practice.practice.sheet.contact.name, "");
  EXPECT_EQ(json::write(practice).find("ana@example.pt"), std::string::npos);
}

TEST_F(Observatory, ShowsThePublicNoReviews) {
  approve_and_publish(card, 1);
  const auto text = json::write(projections::find_practice(world.seen(), card).value());
  EXPECT_EQ(text.find("revisora-1"), std::string::npos);
  EXPECT_EQ(text.find("Clara e útil."), std::string::npos);
}

}  // namespace
