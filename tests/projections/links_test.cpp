#include "projections/links.hpp"

#include "domain/dossiers/dossier_events.hpp"
#include "domain/dossiers/link_checks.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace dossiers;
using namespace testing_support;

const core::DossierId dossier("2021-1701");
const core::RecordId page("pagina");
const auto morning = core::Instant::parse("2021-05-03T09:00:00Z").value();
const auto next_day = core::Instant::parse("2021-05-04T09:00:01Z").value();
constexpr auto address = "https://www.cm-alijo.pt/social";

Link link(const std::string& url) {
  auto sample = dossier_samples::link();
  sample.url = url;
  return sample;
}

/// A dossier of one link.
struct Links : testing::Test {
  World world;

  void SetUp() override {
    world.happens("1701", {alijo()});
    happens(DossierStarted{dossier, core::EditionId("2021"), core::EntityCode("1701"), {}});
    happens(DossierRecordAdded{dossier, page, link(address)});
    happens(DossierRecordAdded{dossier, core::RecordId("r2"), dossier_samples::diagnosis()});
  }

  void happens(core::Event event) { world.happens("2021-1701", {std::move(event)}); }
  void checked(bool answers, const core::Instant& at, const std::string& url = address) {
    happens(LinkChecked{dossier, page, url, answers, answers ? 200 : 404, at});
  }
  std::vector<std::string> due(const core::Instant& before) {
    std::vector<std::string> urls;
    for (const auto& one : projections::links_to_check(*world.seen().view("links"), before, 50))
      urls.push_back(one.url);
    return urls;
  }
  projections::LinkRow row() {
    return projections::links_of(*world.seen().view("links"), dossier).at(0);
  }
};

TEST_F(Links, AreAskedForOnceTheyAreNamed) {
  EXPECT_EQ(due(morning), std::vector<std::string>{address});
  EXPECT_FALSE(row().checked_at);
}

TEST_F(Links, ThatAnsweredKeepTheDateAndAreLeftInPeace) {
  checked(true, morning);
  EXPECT_EQ(row().checked_at, morning);
  EXPECT_EQ(row().answers, true);
  EXPECT_EQ(row().status, 200);
  EXPECT_TRUE(due(next_day).empty());
}

TEST_F(Links, ThatDidNotAnswerAreAskedForThreeTimes) {
  checked(false, morning);
  EXPECT_EQ(row().answers, false);
  EXPECT_TRUE(due(morning).empty()) << "not before a day has gone by";
  EXPECT_EQ(due(next_day).size(), 1U);
  checked(false, next_day);
  checked(false, next_day);
  EXPECT_TRUE(due(core::Instant(next_day.time() + std::chrono::hours(240))).empty());
}

TEST_F(Links, WithAnotherAddressHaveNotBeenChecked) {
  checked(true, morning);
  auto other = link("https://www.cm-alijo.pt/outra");
  happens(DossierRecordChanged{dossier, page, other});
  EXPECT_FALSE(row().checked_at);
  EXPECT_EQ(due(morning), std::vector<std::string>{other.url});
  checked(true, morning);
  EXPECT_FALSE(row().checked_at) << "what came back from the address before says nothing of it";
}

TEST_F(Links, KeepWhatIsKnownWhereOnlyTheTitleChanges) {
  checked(true, morning);
  auto renamed = link(address);
  renamed.title = "Apoio social";
  happens(DossierRecordChanged{dossier, page, renamed});
  EXPECT_EQ(row().title, "Apoio social");
  EXPECT_EQ(row().checked_at, morning);
}

TEST_F(Links, ThatAreRemovedAreNotAskedFor) {
  happens(DossierRecordRemoved{dossier, page});
  EXPECT_TRUE(due(morning).empty());
  EXPECT_TRUE(projections::links_of(*world.seen().view("links"), dossier).empty());
}

}  // namespace
