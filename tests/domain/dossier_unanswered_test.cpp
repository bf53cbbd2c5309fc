#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// A clarification was asked for, and nobody gave it: the dossier is screened as it stood.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using regulation::Section;

const core::RecordId second("r2");
const core::RecordId third("r3");
const core::AttachmentId ata("a1");
const core::AttachmentId plan("a2");
const core::Instant after_the_round = core::Instant::parse("2021-07-10T10:00:00Z").value();
const ScreenDossier admit{dossier, Verdict::Eligible, std::nullopt};
const DossierScreened eligible{dossier, after_the_round, core::AccountId("sara"), Verdict::Eligible,
                               std::nullopt};
const ClarificationAsked asked{dossier,
                               core::Instant::parse("2021-07-02T10:00:00Z").value(),
                               core::AccountId("sara"),
                               {Section::I, Section::III},
                               "Quantas famílias?",
                               core::Instant::parse("2021-07-09T22:59:59Z").value()};

Programme with_results() {
  auto record = programme();
  record.results = "Foram reparadas doze casas.";
  return record;
}

/// The screening of a dossier of two records, the second with an attachment, after this was done in
/// the round.
testing_support::Scenario screened_after(const std::vector<core::Event>& in_the_round) {
  std::vector<core::Event> history = {started(),
                                      added("r1", diagnosis()),
                                      added("r2", programme()),
                                      attached("a1", "r2"),
                                      submitted(),
                                      asked};
  history.insert(history.end(), in_the_round.begin(), in_the_round.end());
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("sara")).at("2021-07-10T10:00:00Z").knowing(edition_fact());
  scenario.when(admit);
  return scenario;
}

const DossierRecordChanged changed{dossier, second, with_results()};
const DossierRecordRemoved removed{dossier, second};
const DossierRecordRestored as_it_stood{dossier, second, 1, programme()};

TEST(UnansweredClarification, ThatChangedNothingLeavesTheVerdictAlone) {
  screened_after({}).then({eligible});
}

TEST(UnansweredClarification, TakesBackAChangedRecord) {
  screened_after({changed}).then({as_it_stood, eligible});
}

TEST(UnansweredClarification, LeavesARecordThatIsAgainWhatItWas) {
  screened_after({changed, as_it_stood}).then({eligible});
}

TEST(UnansweredClarification, BringsARemovedRecordBackWithItsAttachments) {
  screened_after({removed}).then({as_it_stood, eligible});
}

TEST(UnansweredClarification, TakesAnAddedRecordOutWithItsAttachments) {
  screened_after({added("r3", programme()), attached("a2", "r3")})
      .then({DossierRecordRemoved{dossier, third}, eligible});
}

TEST(UnansweredClarification, AttachesAgainWhatWasRemoved) {
  screened_after({DossierAttachmentRemoved{dossier, ata}}).then({attached("a1", "r2"), eligible});
  screened_after({DossierAttachmentRemoved{dossier, ata}, removed})
      .then({as_it_stood, attached("a1", "r2"), eligible});
}

TEST(UnansweredClarification, RemovesWhatWasAttached) {
  screened_after({attached("a2", "r2")}).then({DossierAttachmentRemoved{dossier, plan}, eligible});
  screened_after({attached("a2", "r2"), removed})
      .then({as_it_stood, DossierAttachmentRemoved{dossier, plan}, eligible});
}

TEST(UnansweredClarification, PutsBackAFileThatAnotherHasTheNameOf) {
  const DossierAttachmentRemoved gone{dossier, ata};
  screened_after({gone, attached("a1", "r2", stored_file(7))})
      .then({gone, attached("a1", "r2"), eligible});
  screened_after({gone, attached("a1", "r1")}).then({gone, attached("a1", "r2"), eligible});
}

TEST(UnansweredClarification, PutsBackARecordThatAnotherHasTheNameOf) {
  screened_after({removed, added("r2", diagnosis())})
      .then({as_it_stood, attached("a1", "r2"), eligible});
}

TEST(UnansweredClarification, RemovesAgainWhatHadBeenRemovedBefore) {
  const DossierRecordRemoved gone{dossier, third};
  auto scenario = testing_support::given(
      dossier_type(), {started(), added("r1", diagnosis()), added("r2", programme()),
                       added("r3", programme()), attached("a2", "r3"), gone, submitted(), asked,
                       DossierRecordRestored{dossier, third, 1, programme()}});
  scenario.as(person("sara")).at("2021-07-10T10:00:00Z").knowing(edition_fact());
  scenario.when(admit).then({gone, eligible});
}

TEST(UnansweredClarification, IsNotOneThatWasGiven) {
  const ClarificationGiven given{dossier, asked.until, core::AccountId("ana"), "Doze."};
  screened_after({changed, given}).then({eligible});
}

}  // namespace
