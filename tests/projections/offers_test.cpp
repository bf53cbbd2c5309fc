#include "projections/offers.hpp"

#include "projections/dossier_file.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

/// Favaios has told of its work in 2019 and 2020, and begins its dossier of 2021.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using namespace testing_support;
using regulation::Section;

const core::EditionId of_2019("2019");
const core::EditionId of_2020("2020");
const core::RecordId study("estudo");
const core::RecordId workshop("oficina");
const core::RecordId leaflet("guia");

editions::EditionOpened edition_of(const core::EditionId& id, const char* opens) {
  auto opened = edition_2021();
  opened.edition = id;
  opened.title = "Edição de " + id.text();
  opened.regulation.calendar.opens = core::Instant::parse(opens).value();
  return opened;
}
DossierRecordAdded put(const core::EditionId& edition, const core::RecordId& id,
                       DossierRecord record, std::optional<RecordOrigin> origin = {}) {
  return {core::dossier_of(edition, favaios), id, std::move(record), std::move(origin)};
}

struct Offers : testing::Test {
  World world;

  void SetUp() override {
    world.happens("170107", {parish("170107", "Favaios")});
    world.happens("2019", {edition_of(of_2019, "2019-03-01T00:00:00Z")});
    world.happens("2020", {edition_of(of_2020, "2020-03-01T00:00:00Z")});
    world.happens("2021", {edition_2021()});
    for (const auto& id : {of_2019, of_2020, edition})
      happens(id, DossierStarted{core::dossier_of(id, favaios), id, favaios, {}});
    happens(of_2019, put(of_2019, study, diagnosis()));
  }

  void happens(const core::EditionId& id, const core::Event& event) {
    world.happens(core::dossier_of(id, favaios).text(), {event});
  }
  std::vector<projections::Offer> offers() {
    return projections::offers_for(world.seen(), dossier).value();
  }
};

TEST_F(Offers, NameTheEditionAndTheRecordTheyComeFrom) {
  ASSERT_EQ(offers().size(), 1U);
  EXPECT_EQ(offers()[0].origin.dossier.text(), "2019-170107");
  EXPECT_EQ(offers()[0].origin.record_id, study);
  EXPECT_EQ(offers()[0].edition_title, "Edição de 2019");
  EXPECT_EQ(offers()[0].section, Section::I);
}

TEST_F(Offers, AreOfEarlierEditionsOfTheSameEntityTheLatestFirst) {
  happens(of_2020, put(of_2020, workshop, programme()));
  happens(edition, put(edition, first, programme()));
  ASSERT_EQ(offers().size(), 2U);
  EXPECT_EQ(offers()[0].origin.dossier.text(), "2020-170107");
  EXPECT_TRUE(projections::offers_for(world.views(), core::dossier_of(of_2019, favaios))->empty());
  EXPECT_FALSE(projections::offers_for(world.views(), core::DossierId("2021-1701")));
}

TEST_F(Offers, AreOfSectionsThatTheEditionHasAndOfItsMandate) {
  happens(of_2020, put(of_2020, leaflet, printed_matter()));
  auto old = diagnosis();
  old.period = {date("2015-01-01"), date("2015-12-31")};
  happens(of_2020, put(of_2020, workshop, old));
  EXPECT_EQ(offers().size(), 1U);
}

TEST_F(Offers, AreMadeOnce) {
  happens(of_2020,
          put(of_2020, study, diagnosis(), RecordOrigin{core::DossierId("2019-170107"), study}));
  ASSERT_EQ(offers().size(), 1U) << "the one of 2020 has taken the place of the one of 2019";
  EXPECT_EQ(offers()[0].origin.dossier.text(), "2020-170107");
  happens(edition, put(edition, first, diagnosis(), offers()[0].origin));
  EXPECT_TRUE(offers().empty());
  happens(edition, DossierRecordRemoved{dossier, first});
  EXPECT_EQ(offers().size(), 1U);
}

TEST_F(Offers, OriginStaysWithTheRecordThroughItsVersions) {
  const RecordOrigin origin{core::DossierId("2019-170107"), study};
  const auto standing = [&] { return projections::whole_dossier(world.seen(), dossier)->records; };
  happens(edition, put(edition, first, diagnosis(), origin));
  happens(edition, DossierRecordChanged{dossier, first, diagnosis()});
  EXPECT_EQ(standing().at(0).origin->record_id, study);
  happens(edition, DossierRecordRemoved{dossier, first});
  happens(edition, DossierRecordRestored{dossier, first, 2, diagnosis()});
  EXPECT_EQ(standing().at(0).origin->record_id, study);
  happens(edition, DossierRecordRemoved{dossier, first});
  happens(edition, put(edition, first, diagnosis()));
  EXPECT_FALSE(standing().at(0).origin.has_value());
}

TEST_F(Offers, StandInTheFileOfTheDossierThatTookThem) {
  happens(edition,
          put(edition, first, diagnosis(), RecordOrigin{core::DossierId("2019-170107"), study}));
  const auto file = projections::dossier_file(world.seen(), dossier).value();
  EXPECT_EQ(file.entity.name, "Favaios");
  EXPECT_EQ(file.records.at(0).origin->record_id, study);
  EXPECT_TRUE(projections::check(file));
  EXPECT_FALSE(projections::dossier_file(world.views(), core::DossierId("2021-1701")));
}

}  // namespace
