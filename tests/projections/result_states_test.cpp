#include "projections/complaints.hpp"
#include "projections/results.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

/// A result after its first publication, and what entities say of it.
namespace {

using namespace awards;
using namespace testing_support;
using projections::ResultState;

const core::EditionId edition("2021");
const core::DossierId first("2021-1701");
const core::DossierId second("2021-1707");
const core::AccountId sara("sara");

ResultComputed computed(const char* points) {
  ResultComputed result{edition, {}};
  for (const auto& dossier : {first, second}) {
    result.dossiers.emplace_back();
    result.dossiers.back().dossier = dossier;
    result.dossiers.back().points = PublishedPoints{dossier == first ? points : "50.00", ""};
  }
  return result;
}

struct ResultStates : testing::Test {
  World world;
  void SetUp() override {
    world.happens("1701", {alijo()});
    world.happens("2021", {edition_2021()});
    world.happens_at("2021-10-01T10:00:00Z", "2021", {computed("82.50"), ResultPublished{edition}});
  }
  projections::EditionResult shown() {
    return projections::published_result(world.seen(), edition).value();
  }
};

TEST_F(ResultStates, GoFromTheProvisionalListToTheClose) {
  EXPECT_EQ(shown().state, ResultState::Provisional);
  EXPECT_FALSE(shown().final_at.has_value());
  world.happens_at("2021-10-18T10:00:00Z", "2021", {ResultFinalised{edition}});
  EXPECT_EQ(shown().state, ResultState::Final);
  EXPECT_EQ(shown().published_at->text(), "2021-10-18T10:00:00Z");
  EXPECT_EQ(shown().final_at->text(), "2021-10-18T10:00:00Z");
  world.happens_at("2021-12-02T10:00:00Z", "2021", {ResultClosed{edition}});
  EXPECT_EQ(shown().state, ResultState::Closed);
  EXPECT_EQ(shown().closed_at->text(), "2021-12-02T10:00:00Z");
}

TEST_F(ResultStates, SayWhyAListWasReplacedAndWhomItAffects) {
  const ResultSetAside aside{edition, core::Instant::parse("2021-10-20T10:00:00Z").value(), sara,
                             "Reclamação deferida."};
  world.happens("2021", {ResultFinalised{edition}, aside, computed("70.00")});
  ASSERT_EQ(shown().revisions.size(), 1U);
  EXPECT_EQ(shown().revisions[0].reason, "Reclamação deferida.");
  EXPECT_TRUE(shown().revisions[0].affected.empty());
  EXPECT_EQ(shown().dossiers[0].result.points->shown, "82.50") << "until the new one is published";
  world.happens("2021", {ResultFinalised{edition}});
  EXPECT_EQ(shown().dossiers[0].result.points->shown, "70.00");
  EXPECT_EQ(shown().revisions.at(0).affected, (std::vector<core::DossierId>{first}));
}

TEST_F(ResultStates, ComputedTwiceBeforeTheNextListAreOneRevisionWithBothReasons) {
  const auto aside = [](const char* at, const char* reason) {
    return ResultSetAside{edition, core::Instant::parse(at).value(), sara, reason};
  };
  world.happens("2021", {aside("2021-10-20T10:00:00Z", "Impedimento."), computed("70.00"),
                         aside("2021-10-21T10:00:00Z", "Afinal não."), computed("82.50")});
  world.happens_at("2021-10-22T10:00:00Z", "2021", {ResultFinalised{edition}});
  ASSERT_EQ(shown().revisions.size(), 1U);
  EXPECT_EQ(shown().revisions[0].reason, "Impedimento.\nAfinal não.");
  EXPECT_TRUE(shown().revisions[0].affected.empty()) << "the list says what it said";
  world.happens_at("2021-10-23T10:00:00Z", "2021",
                   {aside("2021-10-23T10:00:00Z", "Outra vez."), computed("70.00")});
  EXPECT_EQ(shown().revisions.size(), 2U);
}

TEST_F(ResultStates, AreDatedByTheListThatStands) {
  const ResultSetAside aside{edition, core::Instant::parse("2021-10-05T10:00:00Z").value(), sara,
                             "Impedimento tardio."};
  world.happens_at("2021-10-05T10:00:00Z", "2021", {aside, computed("70.00")});
  EXPECT_EQ(shown().published_at->text(), "2021-10-01T10:00:00Z");
  world.happens_at("2021-10-06T10:00:00Z", "2021", {ResultPublished{edition}});
  EXPECT_EQ(shown().published_at->text(), "2021-10-06T10:00:00Z");
  EXPECT_LT(shown().computed_at, shown().published_at);
}

TEST_F(ResultStates, ComplaintsAreListedWithWhatWasDecided) {
  const core::ComplaintId complaint("alijo-1");
  const auto listed = [&] {
    return projections::complaints_of(*world.seen().view("complaints"), edition);
  };
  EXPECT_TRUE(listed().empty());
  world.happens("2021",
                {ComplaintFiled{
                    edition, complaint, first, ComplaintStage::Hearing, {}, sara, "Há um erro."}});
  ASSERT_EQ(listed().size(), 1U);
  EXPECT_EQ(listed()[0].text, "Há um erro.");
  EXPECT_FALSE(listed()[0].verdict.has_value());
  world.happens("2021",
                {ComplaintDecided{
                    edition, complaint, first, ComplaintVerdict::Upheld, {}, sara, "Assim é."}});
  EXPECT_EQ(listed()[0].verdict, ComplaintVerdict::Upheld);
  EXPECT_EQ(listed()[0].reasons, "Assim é.");
}

}  // namespace
