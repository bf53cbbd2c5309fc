#include <gtest/gtest.h>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/editions/edition.hpp"
#include "projections/editions.hpp"
#include "projections/whole_dossier.hpp"
#include "server/command_handler.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

/// The deadline of an edition and what may follow it, through HTTP.
namespace {

using namespace server_tests;
using namespace dossiers;

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

/// Alijó's and Grândola's dossiers are complete, and not submitted.
class AtTheDeadline : public testing::Test {
 protected:
  AtTheDeadline() {
    year.open_edition();
    year.start_dossiers();
    year.alijo.does(AddRecord{dossier_of_alijo, programme, dossier_samples::programme()});
    year.grandola.does(AddRecord{dossier_of_grandola, programme, dossier_samples::programme()});
  }

  static SubmitDossier submission(const core::DossierId& dossier) {
    return {dossier, {"Ana Lopes", "Presidente"}};
  }
  projections::WholeDossier whole() {
    return year.secretary.reads("/dossiers/2021-1701", year.program.head())
        .as<projections::WholeDossier>();
  }

  AwardYear year;
};

TEST_F(AtTheDeadline, AnExtensionMovesItToASecondOfItsOwn) {
  year.at("2021-06-29T09:00:00Z");
  year.secretary.does(editions::ExtendDeadline{edition, instant("2021-07-02T22:59:59Z"),
                                               "O portal esteve indisponível."});
  year.at("2021-07-02T22:59:59.999Z");
  year.alijo.does(submission(dossier_of_alijo));
  year.at("2021-07-02T23:00:00Z");
  EXPECT_EQ(year.grandola.gives(submission(dossier_of_grandola)).in_short(), "409 deadline-passed");
}

struct ShownEdition : projections::EditionRow {
  regulation::Phase phase = regulation::Phase::Announced;
  FIELDS_AND_THOSE_OF(projections::EditionRow, phase)
};

/// Whether the regulation, as anybody reads it, is what the edition was bound to.
void keeps_its_digest(const Answer& answer) {
  const auto read = answer.as<ShownEdition>();
  const auto written = json::write(read.regulation);
  EXPECT_NE(answer.body.find("\"regulation\":" + written), std::string::npos);
  EXPECT_EQ(server::writing().sha256(written), read.regulation_sha256);
}

TEST_F(AtTheDeadline, AnExtensionLeavesTheRegulationAsItWasFrozen) {
  year.at("2021-06-29T09:00:00Z");
  const auto read = [&] { return year.public_reader.reads("/editions/2021", year.program.head()); };
  keeps_its_digest(read());
  const auto later = instant("2021-07-02T22:59:59Z");
  year.secretary.does(editions::ExtendDeadline{edition, later, "O portal esteve indisponível."});
  const auto after = read();
  keeps_its_digest(after);
  EXPECT_EQ(after.as<ShownEdition>().calendar.submission_deadline, later);
}

TEST_F(AtTheDeadline, AClarificationOpensNamedSectionsAndShowsInTheDossier) {
  year.alijo.does(submission(dossier_of_alijo));
  year.at("2021-07-02T09:00:00Z");
  const AskClarification ask{dossier_of_alijo,
                             {regulation::Section::III},
                             "Quantas famílias?",
                             instant("2021-07-09T22:59:59Z")};
  EXPECT_EQ(year.alijo.gives(ask).in_short(), "403 not-permitted");
  year.secretary.does(ask);
  EXPECT_EQ(whole().dossier.state, projections::DossierState::Clarifying);
  EXPECT_EQ(
      year.alijo.gives(ChangeRecord{dossier_of_alijo, diagnosis, 1, dossier_samples::diagnosis()})
          .in_short(),
      "409 section-closed");
  year.alijo.does(ChangeRecord{dossier_of_alijo, programme, 1, dossier_samples::programme()});
  year.alijo.does(GiveClarification{dossier_of_alijo, "Doze."});
  EXPECT_EQ(whole().dossier.state, projections::DossierState::Submitted);
  EXPECT_EQ(whole().dossier.clarification->answer, "Doze.");
}

TEST_F(AtTheDeadline, AWithdrawnDossierIsListedAsSuch) {
  year.alijo.does(submission(dossier_of_alijo));
  year.alijo.does(WithdrawDossier{dossier_of_alijo, "O programa foi interrompido."});
  EXPECT_EQ(whole().dossier.state, projections::DossierState::Withdrawn);
  const auto list = year.secretary.reads("/editions/2021/dossiers", year.program.head());
  EXPECT_NE(list.body.find("\"withdrawn\""), std::string::npos);
}

}  // namespace
