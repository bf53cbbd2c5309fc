#include "projections/dossier_history.hpp"

#include "domain/dossiers/dossier_events.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace dossier_samples;
using namespace testing_support;
using dossiers::DossierRecordChanged;
using dossiers::DossierRecordRemoved;
using dossiers::DossierRecordRestored;
using projections::RecordEvent;

struct DossierHistory : testing::Test {
  World world;

  void SetUp() override {
    world.happens(dossier.text(), {started(), added("r1", programme()), added("r2", link())});
  }
  void happens_at(const char* instant, const core::Event& event) {
    world.happens_at(instant, dossier.text(), {event});
  }
  std::vector<projections::RecordVersion> history(const core::RecordId& record = {}) {
    return projections::history_of(*world.seen().view("dossier_history"), dossier, record);
  }
};

std::string told(const projections::FieldChange& change) {
  return change.field + ": " + change.before.value_or("-") + " > " + change.after.value_or("-");
}

TEST_F(DossierHistory, TellsWhoChangedWhichFieldAndWhen) {
  auto later = programme();
  later.title = "Oficina de Favaios";
  later.budget.reset();
  later.indicators = {{"N.º de famílias", 15}, {"Reparações", std::nullopt}};
  happens_at("2021-04-02T10:00:00Z", DossierRecordChanged{dossier, first, later});
  const auto versions = history(first);
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[1].revision, 2);
  EXPECT_EQ(versions[1].event, RecordEvent::Changed);
  EXPECT_EQ(versions[1].by.text(), "secretariado-1");
  EXPECT_EQ(versions[1].at.text(), "2021-04-02T10:00:00Z");
  std::vector<std::string> changes;
  for (const auto& change : versions[1].changes) changes.push_back(told(change));
  EXPECT_EQ(changes,
            (std::vector<std::string>{"budget.cents: 250000 > -", "indicators[0].value: 12 > 15",
                                      "indicators[1].name: - > Reparações",
                                      "title: Oficina Solidária > Oficina de Favaios"}));
}

TEST_F(DossierHistory, BeginsWithEveryFieldOfTheRecord) {
  const auto versions = history(core::RecordId("r2"));
  ASSERT_EQ(versions.size(), 1U);
  EXPECT_EQ(versions[0].event, RecordEvent::Added);
  std::vector<std::string> changes;
  for (const auto& change : versions[0].changes) changes.push_back(told(change));
  EXPECT_NE(std::ranges::find(changes, "kind: - > link"), changes.end());
  EXPECT_NE(std::ranges::find(changes, "title: - > Página da ação social"), changes.end());
}

TEST_F(DossierHistory, KeepsWhatWasRemovedAndRestored) {
  happens_at("2021-04-02T10:00:00Z", DossierRecordRemoved{dossier, first});
  happens_at("2021-04-03T10:00:00Z", DossierRecordRestored{dossier, first, 1, programme()});
  const auto versions = history(first);
  ASSERT_EQ(versions.size(), 3U);
  EXPECT_EQ(versions[1].event, RecordEvent::Removed);
  EXPECT_FALSE(versions[1].record.has_value());
  EXPECT_EQ(versions[1].changes.size(), versions[0].changes.size());
  EXPECT_EQ(versions[2].event, RecordEvent::Restored);
  EXPECT_EQ(versions[2].restores, 1);
  EXPECT_EQ(title_of(*versions[2].record), "Oficina Solidária");
}

TEST_F(DossierHistory, StandsByRecordOldestFirst) {
  for (int i = 0; i < 10; ++i)
    happens_at("2021-04-02T10:00:00Z", DossierRecordChanged{dossier, first, programme()});
  const auto versions = history();
  ASSERT_EQ(versions.size(), 12U);
  for (int i = 0; i < 11; ++i) EXPECT_EQ(versions[static_cast<std::size_t>(i)].revision, i + 1);
  EXPECT_EQ(versions[11].record_id.text(), "r2");
  EXPECT_TRUE(versions[10].changes.empty()) << "saved without a change";
}

TEST_F(DossierHistory, TellsWhoAttachedAndRemovedWhatAndWhen) {
  happens_at("2021-04-02T10:00:00Z", attached("a1", "r1"));
  happens_at("2021-04-03T10:00:00Z", attached("a2", "r2"));
  happens_at("2021-04-04T10:00:00Z",
             dossiers::DossierAttachmentRemoved{dossier, core::AttachmentId("a1")});
  const auto view = world.seen().view("dossier_history");
  const auto all = projections::attachment_history_of(*view, dossier);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[1].attachment.text(), "a2");
  EXPECT_EQ(all[2].event, projections::AttachmentEvent::Removed);
  EXPECT_EQ(all[2].title, "Ata da aprovação");
  EXPECT_EQ(all[2].by.text(), "secretariado-1");
  EXPECT_EQ(all[2].at.text(), "2021-04-04T10:00:00Z");
  EXPECT_EQ(projections::attachment_history_of(*view, dossier, first).size(), 2U);
}

}  // namespace
