#include <gtest/gtest.h>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/editions/edition.hpp"
#include "projections/dossier_file.hpp"
#include "projections/offers.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/support/regulations.hpp"

/// A dossier goes out as a file and comes in again, and next year's offers what was told.
namespace {

using namespace server_tests;
using namespace dossiers;
using projections::DossierFile;

struct Offers {
  std::vector<projections::Offer> offers;
  FIELDS(offers)
};

class AFile : public testing::Test {
 protected:
  AFile() {
    year.open_edition();
    year.start_dossiers();
    year.alijo.does(AddRecord{dossier_of_alijo, programme, dossier_samples::programme()});
  }

  Answer imports(Person& person, const core::DossierId& dossier, const std::string& file) {
    return person.sends(http::Method::Post, "/api/v1/dossiers/" + dossier.text() + "/import", file,
                        {{"idempotency-key", year.program.fresh_key()}});
  }
  std::string exported() {
    return year.alijo.reads("/dossiers/2021-1701/export", year.program.head()).body;
  }
  std::size_t records_of(Person& person, const core::DossierId& dossier) {
    return person.reads("/dossiers/" + dossier.text(), year.program.head())
        .as<projections::WholeDossier>()
        .records.size();
  }

  AwardYear year;
};

TEST_F(AFile, HoldsTheDossierWhole) {
  const auto answer = year.alijo.reads("/dossiers/2021-1701/export", year.program.head());
  EXPECT_EQ(answer.header("content-disposition"),
            "attachment; filename=\"candidatura-2021-1701.json\"");
  const auto file = answer.as<DossierFile>();
  EXPECT_EQ(file.format, DossierFile::newest_format);
  EXPECT_EQ(file.records.size(), 2U);
  EXPECT_EQ(year.favaios.reads("/dossiers/2021-1701/export").in_short(), "403 not-permitted");
}

TEST_F(AFile, IsTakenInWholeAndChangesNothingTheSecondTime) {
  const auto file = exported();
  year.alijo.does(RemoveRecord{dossier_of_alijo, programme, 1});
  EXPECT_EQ(imports(year.alijo, dossier_of_alijo, file).in_short(), "200");
  EXPECT_EQ(records_of(year.alijo, dossier_of_alijo), 2U);
  const auto head = year.program.head();
  EXPECT_EQ(imports(year.alijo, dossier_of_alijo, file).in_short(), "200");
  EXPECT_EQ(year.program.head(), head);
  EXPECT_EQ(json::read<DossierFile>(exported())->records.size(), 2U);
}

TEST_F(AFile, OfAnotherDossierIsHeldToItsOwnRules) {
  auto file = json::read<DossierFile>(exported()).value();
  std::get<Diagnosis>(file.records.at(0).record).title = "Outro";
  EXPECT_EQ(imports(year.favaios, dossier_of_favaios, json::write(file)).in_short(),
            "409 record-exists records[0].record_id");
  EXPECT_EQ(records_of(year.favaios, dossier_of_favaios), 1U);
  EXPECT_EQ(imports(year.favaios, dossier_of_alijo, exported()).in_short(), "403 not-permitted");
}

TEST_F(AFile, ThatIsNoDossierIsRefused) {
  auto other = json::read<DossierFile>(exported()).value();
  other.format = "outra-coisa/1";
  EXPECT_EQ(imports(year.alijo, dossier_of_alijo, json::write(other)).in_short(),
            "422 file-format format");
  EXPECT_EQ(imports(year.alijo, dossier_of_alijo, "{}").status, 422);
}

TEST_F(AFile, OfLastYearIsOfferedWithItsOrigin) {
  auto rules = testing_support::small_regulation();
  rules.calendar.opens = core::Instant::parse("2021-03-15T00:00:00Z").value();
  year.secretary.does(
      editions::OpenEdition{core::EditionId("tema"), "Chamada temática", false, rules});
  year.at("2021-03-20T09:00:00Z");
  const core::DossierId next("tema-1701");
  year.alijo.does(StartDossier{core::EditionId("tema"), core::EntityCode("1701")});
  const auto offers =
      year.alijo.reads("/dossiers/tema-1701/offers", year.program.head()).as<Offers>().offers;
  ASSERT_EQ(offers.size(), 2U);
  year.alijo.does(AddRecord{next, programme, offers[1].record, offers[1].origin});
  const auto whole =
      year.alijo.reads("/dossiers/tema-1701", year.program.head()).as<projections::WholeDossier>();
  EXPECT_EQ(whole.records.at(0).origin->dossier, dossier_of_alijo);
  EXPECT_EQ(year.alijo.reads("/dossiers/tema-1701/offers", year.program.head())
                .as<Offers>()
                .offers.size(),
            1U);
  EXPECT_EQ(year.alijo
                .gives(AddRecord{next, diagnosis, offers[0].record,
                                 RecordOrigin{dossier_of_favaios, diagnosis}})
                .in_short(),
            "422 unknown-origin origin");
  const auto file = year.alijo.reads("/dossiers/tema-1701/export", year.program.head()).body;
  year.alijo.does(RemoveRecord{next, programme, 1});
  EXPECT_EQ(imports(year.alijo, next, file).in_short(), "200");
  const auto again =
      year.alijo.reads("/dossiers/tema-1701", year.program.head()).as<projections::WholeDossier>();
  EXPECT_EQ(again.records.at(0).origin->dossier, dossier_of_alijo);
}

}  // namespace
