#include <gtest/gtest.h>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/panel.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

/// Grândola's dossier is submitted and not admitted; Alijó's and Favaios's are.
namespace {

using namespace server_tests;
using namespace dossiers;

const std::string of_grandola = "/dossiers/2021-1505";
const std::string reason = "Falta a ata da aprovação.";
const ContestScreening contest{dossier_of_grandola, "A ata está no anexo 2."};

class NotAdmitted : public testing::Test {
 protected:
  AwardYear year;

  NotAdmitted() {
    year.open_edition();
    year.start_dossiers();
    year.submit();
    year.grandola.does(AddRecord{dossier_of_grandola, programme, dossier_samples::programme()});
    year.grandola.does(SubmitDossier{dossier_of_grandola, {"Ana Lopes", "Presidente"}});
    year.screen();
    year.secretary.does(ScreenDossier{dossier_of_grandola, Verdict::NotEligible, reason});
  }
  std::optional<projections::ContestRow> contest_as_read_by(Person& person) {
    return person.reads(of_grandola, year.program.head())
        .as<projections::WholeDossier>()
        .dossier.contest;
  }
};

TEST_F(NotAdmitted, IsContestedByItsEntityForTheSecretariat) {
  for (auto* other : {&year.alijo, &year.secretary, &year.rui})
    EXPECT_EQ(other->gives(contest).in_short(), "403 not-permitted");
  year.grandola.does(contest);
  for (auto* reader : {&year.grandola, &year.secretary})
    EXPECT_EQ(contest_as_read_by(*reader)->text, contest.text);
  const auto list = year.secretary.reads("/editions/2021/dossiers", year.program.head());
  EXPECT_NE(list.body.find(contest.text), std::string::npos);
  for (auto* other : {&year.alijo, &year.rui})
    EXPECT_EQ(other->reads(of_grandola).in_short(), "403 not-permitted");
  EXPECT_EQ(year.public_reader.reads(of_grandola).in_short(), "401 not-signed-in");
}

TEST_F(NotAdmitted, IsJudgedOnceItIsAdmittedAfterAll) {
  year.grandola.does(contest);
  year.secretary.does(ScreenDossier{dossier_of_grandola, Verdict::Eligible, std::nullopt});
  EXPECT_FALSE(contest_as_read_by(year.grandola).has_value());
  year.appoint_jurors();
  year.secretary.does(jury::AskConflicts{edition, {dossier_of_grandola}});
}

TEST_F(NotAdmitted, HearsWhyOnceTheListIsPublished) {
  const auto told = [&] {
    return year.grandola.reads(of_grandola + "/feedback", year.program.head());
  };
  year.appoint_jurors();
  year.ask_conflicts();
  year.answer_conflicts();
  year.assign();
  year.score();
  year.seal();
  year.compute();
  EXPECT_EQ(told().in_short(), "404 result-not-published");
  year.publish();
  EXPECT_EQ(told().in_short(), "404 not-admitted");
  EXPECT_NE(told().body.find(reason), std::string::npos);
  EXPECT_EQ(year.grandola.reads(of_grandola + "/feedback/document", year.program.head()).in_short(),
            "404 not-admitted");
}

}  // namespace
