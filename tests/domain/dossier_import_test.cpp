#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/prefill.hpp"
#include "domain/dossiers/record_rules.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// Many records come at once: from a file, or offered from an earlier dossier.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

const core::RecordId second("r2");

Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("ana")).at("2021-04-01T09:00:00Z").knowing(edition_fact());
  return scenario;
}
ImportRecords file_of(std::vector<ImportedRecord> records) {
  return {dossier, std::move(records)};
}

TEST(Import, AddsAllRecordsOfAFile) {
  given({started()})
      .when(file_of({{first, diagnosis()}, {second, programme()}}))
      .then({added("r1", diagnosis()), added("r2", programme())});
}

TEST(Import, AddsNoneWhereOneIsFaulty) {
  auto early = programme();
  early.period.first = date("2017-09-30");
  given({started()})
      .when(file_of({{first, diagnosis()}, {second, early}}))
      .is_refused("outside-mandate", "records[1].record.period");
}

TEST(Import, LeavesWhatStandsJustSo) {
  const auto file = file_of({{first, diagnosis()}, {second, programme()}});
  given({started(), added("r1", diagnosis())}).when(file).then({added("r2", programme())});
  given({started(), added("r1", diagnosis()), added("r2", programme())}).when(file).then({});
}

TEST(Import, OfAWholeFileGoesThroughWhereOnlySomeSectionsAreOpen) {
  const std::vector<core::Event> asked = {
      started(), added("r1", diagnosis()), submitted(),
      ClarificationAsked{dossier,
                         {},
                         core::AccountId("sara"),
                         {regulation::Section::III},
                         "Quantas famílias?",
                         core::Instant::parse("2021-07-09T22:59:59Z").value()}};
  given(asked)
      .at("2021-07-05T10:00:00Z")
      .when(file_of({{first, diagnosis()}, {second, programme()}}))
      .then({added("r2", programme())});
  auto other = diagnosis();
  other.title = "Outro";
  given(asked)
      .at("2021-07-05T10:00:00Z")
      .when(file_of({{first, other}}))
      .is_refused("section-closed", "records[0]");
}

TEST(Import, ReplacesNothing) {
  auto other = diagnosis();
  other.title = "Outro";
  given({started(), added("r1", diagnosis())})
      .when(file_of({{second, programme()}, {first, other}}))
      .is_refused("record-exists", "records[1].record_id");
  given({started()})
      .when(file_of({{first, diagnosis()}, {first, programme()}}))
      .is_refused("record-exists", "records[1].record_id");
}

TEST(Import, StopsWhereADossierIsFull) {
  std::vector<ImportedRecord> records;
  for (int i = 0; i <= 200; ++i)
    records.push_back({core::RecordId("n" + std::to_string(i)), link()});
  given({started()}).when(file_of(records)).is_refused("too-many-records", "records[200]");
  records.pop_back();
  EXPECT_EQ(given({started()}).when(file_of(records)).decision()->size(), 200U);
}

facts::Dossier earlier(const char* id) {
  facts::Dossier told;
  told.id = core::DossierId(id);
  told.records = {first};
  return told;
}

TEST(Import, KeepsWhereRecordsWereTakenOver) {
  const RecordOrigin of_2013{core::DossierId("2013-170107"), first};
  const RecordOrigin of_2017{core::DossierId("2017-170107"), first};
  const auto file = file_of({{first, diagnosis(), of_2013}, {second, programme(), of_2017}});
  given({started()})
      .knowing(earlier("2013-170107"))
      .knowing(earlier("2017-170107"))
      .when(file)
      .then({DossierRecordAdded{dossier, first, diagnosis(), of_2013},
             DossierRecordAdded{dossier, second, programme(), of_2017}});
  EXPECT_EQ(file.reads({}),
            (std::vector<core::StreamRef>{
                {"edition", "2021"}, {"dossier", "2013-170107"}, {"dossier", "2017-170107"}}));
}

TEST(Import, TakesOverNothingThatIsNotThereOrIsAnothers) {
  for (const auto& origin :
       {RecordOrigin{core::DossierId("2017-170107"), second},
        RecordOrigin{core::DossierId("2013-170107"), first},
        RecordOrigin{core::DossierId("2017-1701"), first}, RecordOrigin{dossier, first}}) {
    const auto file = file_of({{first, diagnosis(), origin}});
    given({started()})
        .knowing(earlier("2017-170107"))
        .knowing(earlier("2017-1701"))
        .when(file)
        .is_refused("unknown-origin", "records[0].origin");
  }
  const RecordOrigin of_another{core::DossierId("2017-1701"), first};
  EXPECT_EQ(file_of({{first, diagnosis(), of_another}}).reads({}).size(), 1U);
}

TEST(Import, IsOfADraft) {
  given({started(), submitted()})
      .when(file_of({{first, diagnosis()}}))
      .is_refused("already-submitted", "records[0]");
}

/// Of the next mandate.
const auto rules = [] {
  auto next = testing_support::small_regulation();
  next.mandate = {date("2021-10-01"), date("2025-09-30")};
  return next;
}();

Programme lasting(const char* first, const char* last, ProgrammeState state) {
  auto record = programme();
  record.period = {date(first), date(last)};
  record.state = state;
  return record;
}
core::Period offered_period(const Programme& record) {
  return period_of(offered(record, rules)->record);
}

TEST(Prefill, OffersWhatLiesInTheMandate) {
  auto later = activity();
  later.period = {date("2022-05-01"), date("2022-05-02")};
  ASSERT_TRUE(offered(later, rules));
  EXPECT_FALSE(offered(later, rules)->brought_into_mandate);
  EXPECT_FALSE(offered(activity(), rules));
  EXPECT_FALSE(offered(link(), rules));
}

TEST(Prefill, OffersAThemedCallItsThemes) {
  using regulation::Theme;
  auto later = activity();
  later.period = {date("2022-05-01"), date("2022-05-02")};
  auto call = rules;
  call.call = regulation::ThemedCall{{Theme::Habitacao}};
  EXPECT_FALSE(offered(later, call));
  later.theme = Theme::Habitacao;
  EXPECT_TRUE(offered(later, call));
}

TEST(Prefill, BringsAnOpenProgrammeIntoTheMandate) {
  using enum ProgrammeState;
  const auto reaching_in = lasting("2019-01-01", "2023-12-31", Running);
  EXPECT_TRUE(offered(reaching_in, rules)->brought_into_mandate);
  EXPECT_EQ(offered_period(reaching_in).first, rules.mandate.first);
  EXPECT_EQ(offered_period(reaching_in).last, date("2023-12-31"));
  EXPECT_EQ(offered_period(lasting("2025-01-01", "2030-01-01", Preparing)).last,
            rules.mandate.last);
}

TEST(Prefill, InventsNoDatesForAnOpenProgrammeOfAnEarlierMandate) {
  auto earlier = lasting("2021-02-16", "2021-09-30", ProgrammeState::Running);
  ASSERT_TRUE(offered(earlier, rules));
  EXPECT_TRUE(offered(earlier, rules)->outside_mandate);
  EXPECT_FALSE(offered(earlier, rules)->brought_into_mandate);
  EXPECT_EQ(offered_period(earlier).first, date("2021-02-16"));
  EXPECT_EQ(offered_period(earlier).last, date("2021-09-30"));
  EXPECT_FALSE(check(offered(earlier, rules)->record, rules)) << "until its dates are given";
  earlier.title.clear();
  EXPECT_FALSE(offered(earlier, rules));
}

TEST(Prefill, LeavesAProgrammeThatIsOverWhereItWas) {
  using enum ProgrammeState;
  for (const auto state : {Finished, Discontinued})
    EXPECT_FALSE(offered(lasting("2019-01-01", "2023-12-31", state), rules));
  EXPECT_TRUE(offered(lasting("2022-01-01", "2023-12-31", Finished), rules));
  EXPECT_FALSE(offered(lasting("2026-01-01", "2027-12-31", Running), rules));
}

}  // namespace
