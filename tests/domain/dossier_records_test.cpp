#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// Several people fill one dossier, record by record.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("ana")).at("2021-04-01T09:00:00Z");
  scenario.knowing(edition_fact()).knowing(entity_fact());
  return scenario;
}

const AddRecord add{dossier, first, diagnosis()};
const core::RecordId second("r2");

Diagnosis titled(const char* title) {
  auto record = diagnosis();
  record.title = title;
  return record;
}
DossierRecordChanged changed(const char* title) {
  return {dossier, first, titled(title)};
}
const DossierRecordRemoved removed{dossier, first};

TEST(DossierRecords, TakesRecordsOfEverySection) {
  for (const auto& record : one_of_each())
    given({started()})
        .when(AddRecord{dossier, first, record})
        .then({DossierRecordAdded{dossier, first, record}});
}

TEST(DossierRecords, RefusesARecordOutsideTheMandate) {
  auto early = diagnosis();
  early.period.first = date("2017-09-30");
  given({started()})
      .when(AddRecord{dossier, first, early})
      .is_refused("outside-mandate", "record.period");
  given({started(), added("r1", diagnosis())})
      .when(ChangeRecord{dossier, first, 1, early})
      .is_refused("outside-mandate", "record.period");
}

TEST(DossierRecords, TakesOverARecordOfAnEarlierDossierOfTheEntity) {
  const RecordOrigin origin{core::DossierId("2017-170107"), core::RecordId("antes")};
  facts::Dossier earlier;
  earlier.id = origin.dossier;
  earlier.records = {origin.record_id};
  const AddRecord taken{dossier, first, diagnosis(), origin};
  given({started()})
      .knowing(earlier)
      .when(taken)
      .then({DossierRecordAdded{dossier, first, diagnosis(), origin}});
  EXPECT_EQ(taken.reads({}).back().id, "2017-170107");
}

TEST(DossierRecords, TakesOverNothingThatIsNotThereOrIsAnothers) {
  facts::Dossier theirs;
  theirs.id = core::DossierId("2017-1701");
  theirs.records = {first};
  facts::Dossier own;
  own.id = core::DossierId("2017-170107");
  own.records = {second};
  for (const auto& origin :
       {RecordOrigin{theirs.id, first}, RecordOrigin{own.id, first}, RecordOrigin{dossier, first}})
    given({started()})
        .knowing(origin.dossier == theirs.id ? theirs : own)
        .when(AddRecord{dossier, second, diagnosis(), origin})
        .is_refused("unknown-origin", "origin");
}

TEST(DossierRecords, NamesEachRecordOnce) {
  given({started(), added("r1", diagnosis())}).when(add).is_refused("record-exists", "record_id");
}

TEST(DossierRecords, TakesTwoHundredRecords) {
  std::vector<core::Event> history = {started()};
  for (int i = 0; i < 199; ++i)
    history.emplace_back(added(("n" + std::to_string(i)).c_str(), link()));
  given(history).when(add).then({DossierRecordAdded{dossier, first, diagnosis()}});
  history.emplace_back(added("n199", link()));
  given(history).when(add).is_refused("too-many-records");
}

TEST(DossierRecords, ChangesARecordIntoAnotherOfItsKind) {
  auto renamed = diagnosis();
  renamed.title = "Diagnóstico Social revisto";
  const auto scenario = [] { return given({started(), added("r1", diagnosis())}); };
  scenario()
      .when(ChangeRecord{dossier, first, 1, renamed})
      .then({DossierRecordChanged{dossier, first, renamed}});
  scenario()
      .when(ChangeRecord{dossier, first, 1, programme()})
      .is_refused("record-kind", "record.kind");
}

TEST(DossierRecords, SavedAsTheyStandHaveNoNewRevision) {
  given({started(), added("r1", diagnosis())})
      .when(ChangeRecord{dossier, first, 1, diagnosis()})
      .then({});
}

TEST(DossierRecords, AreChangedByWhoHasReadTheNewestRevision) {
  given({started(), added("r1", diagnosis()), changed("Segundo")})
      .when(ChangeRecord{dossier, first, 2, titled("Terceiro")})
      .then({changed("Terceiro")});
}

TEST(DossierRecords, AreNotOverwrittenByWhoComesSecond) {
  auto scenario = given({started(), added("r1", diagnosis()), changed("O da Rita")});
  scenario.when(ChangeRecord{dossier, first, 1, titled("O do Rui")})
      .is_refused("record-changed", "revision");
  EXPECT_EQ(scenario.decision().error().kind, core::ErrorKind::Conflict);
  scenario.when(RemoveRecord{dossier, first, 1}).is_refused("record-changed", "revision");
  scenario.when(RestoreRecord{dossier, first, 1, 1}).is_refused("record-changed", "revision");
}

TEST(DossierRecords, SayWhenTheFirstHasRemovedIt) {
  auto scenario = given({started(), added("r1", diagnosis()), removed});
  scenario.when(ChangeRecord{dossier, first, 1, titled("O do Rui")})
      .is_refused("record-changed", "revision");
}

TEST(DossierRecords, DoNotGetIntoEachOthersWay) {
  auto other = programme();
  other.title = "Alterado pela Rita";
  given({started(), added("r1", diagnosis()), added("r2", programme()),
         DossierRecordChanged{dossier, second, other}})
      .when(ChangeRecord{dossier, first, 1, titled("Alterado pelo Rui")})
      .then({changed("Alterado pelo Rui")});
}

TEST(DossierRecords, AreRemovedOnce) {
  given({started(), added("r1", diagnosis())})
      .when(RemoveRecord{dossier, first, 1})
      .then({removed});
  given({started(), added("r1", diagnosis()), removed})
      .when(RemoveRecord{dossier, first, 2})
      .is_refused("unknown-record", "record_id");
  given({started()})
      .when(ChangeRecord{dossier, first, 1, diagnosis()})
      .is_refused("unknown-record", "record_id");
}

TEST(DossierRecords, GoOnCountingUnderANameThatIsUsedAgain) {
  given({started(), added("r1", diagnosis()), removed, added("r1", diagnosis())})
      .when(ChangeRecord{dossier, first, 3, titled("De novo")})
      .then({changed("De novo")});
}

TEST(DossierRecords, AreRestoredAsANewVersion) {
  const std::vector<core::Event> history = {started(), added("r1", titled("Primeiro")),
                                            changed("Segundo")};
  given(history)
      .when(RestoreRecord{dossier, first, 2, 1})
      .then({DossierRecordRestored{dossier, first, 1, titled("Primeiro")}});
  given({history[0], history[1], history[2],
         DossierRecordRestored{dossier, first, 1, titled("Primeiro")}})
      .when(RestoreRecord{dossier, first, 3, 2})
      .then({DossierRecordRestored{dossier, first, 2, titled("Segundo")}});
}

TEST(DossierRecords, AreBroughtBackAfterTheirRemoval) {
  given({started(), added("r1", titled("Primeiro")), removed})
      .when(RestoreRecord{dossier, first, 2, 1})
      .then({DossierRecordRestored{dossier, first, 1, titled("Primeiro")}});
}

TEST(DossierRecords, AreNotRestoredToWhatTheyNeverWere) {
  const std::vector<core::Event> history = {started(), added("r1", diagnosis()), removed};
  for (const std::int64_t never : {-1, 0, 2, 3})
    given(history)
        .when(RestoreRecord{dossier, first, 2, never})
        .is_refused("unknown-revision", "restores");
  given(history)
      .when(RestoreRecord{dossier, second, 1, 1})
      .is_refused("unknown-record", "record_id");
}

TEST(DossierRecords, StayWhenTheyAreRestoredToWhatTheyAre) {
  given({started(), added("r1", diagnosis())}).when(RestoreRecord{dossier, first, 1, 1}).then({});
  given({started(), added("r1", titled("Primeiro")),
         DossierRecordChanged{dossier, first, titled("Segundo")},
         DossierRecordChanged{dossier, first, titled("Primeiro")}})
      .when(RestoreRecord{dossier, first, 3, 1})
      .then({});
}

TEST(DossierRecords, AreNotBroughtBackWhereThereIsNoRoom) {
  std::vector<core::Event> history = {started(), added("r1", diagnosis()), removed};
  for (int i = 0; i < 200; ++i)
    history.emplace_back(added(("n" + std::to_string(i)).c_str(), link()));
  given(history).when(RestoreRecord{dossier, first, 2, 1}).is_refused("too-many-records");
}

/// What somebody does to one of three records, having read its newest revision.
core::Command any_step(const std::vector<std::int64_t>& revisions) {
  const auto place = *rc::gen::inRange<std::size_t>(0, 3);
  const core::RecordId id("r" + std::to_string(place));
  const auto newest = revisions[place];
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return AddRecord{dossier, id, titled("Novo")};
    case 1:
      return ChangeRecord{dossier, id, newest, titled("Alterado")};
    case 2:
      return RemoveRecord{dossier, id, newest};
    default:
      return RestoreRecord{dossier, id, newest, *rc::gen::inRange<std::int64_t>(1, 4)};
  }
}

/// The record that an event is about.
template <class... Es>
std::size_t place_in(const core::Event& event) {
  std::size_t place = 0;
  const auto look = [&](const auto* e) {
    if (e != nullptr) place = static_cast<std::size_t>(e->record_id.text()[1] - '0');
  };
  (look(event.get_if<Es>()), ...);
  return place;
}

RC_GTEST_PROP(DossierRecords, CountTheirOwnVersionsWhateverHappens, ()) {
  std::vector<core::Event> history = {started()};
  std::vector<std::int64_t> revisions(3, 0);
  for (int i = 0; i < 12; ++i) {
    const auto decision = given(history).when(any_step(revisions)).decision();
    if (!decision) continue;
    for (const auto& event : *decision) {
      ++revisions[place_in<DossierRecordAdded, DossierRecordChanged, DossierRecordRemoved,
                           DossierRecordRestored>(event)];
      history.push_back(event);
    }
  }
  for (std::size_t place = 0; place < revisions.size(); ++place) {
    if (revisions[place] == 0) continue;
    const core::RecordId id("r" + std::to_string(place));
    const auto stale = given(history)
                           .when(ChangeRecord{dossier, id, revisions[place] - 1, diagnosis()})
                           .decision();
    RC_ASSERT(!stale.has_value());
    RC_ASSERT(stale.error().code == "record-changed");
    const auto newest =
        given(history).when(ChangeRecord{dossier, id, revisions[place], diagnosis()}).decision();
    const bool is_known = newest.has_value() || newest.error().code == "unknown-record";
    RC_ASSERT(is_known);
  }
}

}  // namespace
