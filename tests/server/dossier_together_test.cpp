#include <gtest/gtest.h>

#include <thread>

#include "domain/dossiers/dossier_commands.hpp"
#include "projections/dossier_history.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

/// Several people at one dossier, through HTTP.
namespace {

using namespace server_tests;
using namespace dossiers;

struct History {
  std::vector<projections::RecordVersion> versions;
  std::vector<projections::AttachmentChange> attachments;
  FIELDS(versions, attachments)
};

struct Standing : projections::StandingRecord {
  core::AccountId by;
  core::Instant at;
  FIELDS_AND_THOSE_OF(projections::StandingRecord, by, at)
};

class Together : public testing::Test {
 protected:
  Together() {
    year.open_edition();
    year.start_dossiers();
  }

  projections::WholeDossier whole() {
    return year.alijo.reads("/dossiers/2021-1701", year.program.head())
        .as<projections::WholeDossier>();
  }

  std::vector<projections::RecordVersion> whole_history() {
    return year.alijo.reads("/dossiers/2021-1701/history", year.program.head())
        .as<History>()
        .versions;
  }

  AwardYear year;
};

Diagnosis titled(const std::string& title) {
  auto record = dossier_samples::diagnosis();
  record.title = title;
  return record;
}

TEST_F(Together, TheSecondAtARecordGetsWhatTheFirstWroteToMerge) {
  year.alijo.does(ChangeRecord{dossier_of_alijo, diagnosis, 1, titled("O da Rita")});
  const auto refused =
      year.alijo.gives(ChangeRecord{dossier_of_alijo, diagnosis, 1, titled("O do Rui")});
  EXPECT_EQ(refused.in_short(), "409 record-changed revision");
  const auto standing = refused.as<Problem>().standing;
  ASSERT_TRUE(standing.has_value()) << refused.body;
  const auto record = json::read<Standing>(standing->json);
  ASSERT_TRUE(record.has_value()) << standing->json;
  EXPECT_EQ(record->by.text(), "candidatura-1701");
  EXPECT_EQ(record->at, whole_history().back().at);
  EXPECT_EQ(title_of(*record->record), "O da Rita");
  year.alijo.does(ChangeRecord{dossier_of_alijo, diagnosis, record->revision, titled("De ambos")});
  EXPECT_EQ(title_of(whole().records[0].record), "De ambos");
}

TEST_F(Together, TheSecondHearsWhereTheFirstHasRemovedTheRecord) {
  year.alijo.does(RemoveRecord{dossier_of_alijo, diagnosis, 1});
  const auto refused =
      year.alijo.gives(ChangeRecord{dossier_of_alijo, diagnosis, 1, titled("O do Rui")});
  EXPECT_EQ(refused.in_short(), "409 record-changed revision");
  const auto standing = json::read<Standing>(refused.as<Problem>().standing->json).value();
  EXPECT_EQ(standing.revision, 2);
  EXPECT_FALSE(standing.record.has_value());
  EXPECT_EQ(refused.header("cache-control"), "no-store");
}

TEST_F(Together, EditsOfDifferentRecordsNeverCollide) {
  constexpr int edits = 10;
  std::vector<std::jthread> people;
  for (const char* id : {"a", "b", "c"})
    people.emplace_back([this, id = core::RecordId(id)] {
      Person somebody(year.program, "candidatura-1701");
      somebody.renews_session();
      const auto key = [&](int i) {
        return Headers{{"idempotency-key", id.text() + std::to_string(i)}};
      };
      somebody.does(AddRecord{dossier_of_alijo, id, titled("Novo")}, key(0));
      for (int i = 1; i < edits; ++i)
        somebody.does(ChangeRecord{dossier_of_alijo, id, i, titled(std::to_string(i))}, key(i));
    });
  people.clear();
  for (const auto& row : whole().records) {
    if (row.record_id.text().size() != 1) continue;
    EXPECT_EQ(row.revision, edits) << row.record_id.text();
  }
}

TEST_F(Together, TheHistoryIsForItsAuthorsAndTheSecretariat) {
  year.alijo.does(ChangeRecord{dossier_of_alijo, diagnosis, 1, titled("Outro")});
  year.alijo.does(RemoveRecord{dossier_of_alijo, diagnosis, 2});
  year.alijo.does(RestoreRecord{dossier_of_alijo, diagnosis, 3, 1});
  const std::string path = "/dossiers/2021-1701/history";
  const auto seen = year.program.head();
  EXPECT_EQ(year.secretary.reads(path, seen).status, 200);
  const auto history =
      year.alijo.sends(http::Method::Get, "/api/v1" + path + "?record=diagnostico");
  const auto versions = history.as<History>().versions;
  ASSERT_EQ(versions.size(), 4U);
  EXPECT_EQ(versions[1].by.text(), "candidatura-1701");
  EXPECT_EQ(versions[1].changes.size(), 1U);
  EXPECT_EQ(versions[3].restores, 1);
  for (auto* other : {&year.grandola, &year.rui, &year.administrator})
    EXPECT_EQ(other->reads(path, seen).in_short(), "403 not-permitted");
  EXPECT_EQ(year.secretary.reads("/dossiers/2021-0999/history").in_short(), "404 not-found");
}

}  // namespace
