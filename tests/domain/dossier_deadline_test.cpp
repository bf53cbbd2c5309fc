#include <gtest/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// The deadline is one second of the clock in Lisbon, whose hour changes on the last Sundays of
/// March and October, at 01:00 UTC both times.
namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

const SubmitDossier submit{dossier, {"Ana Lopes", "Presidente da Junta"}};
const AddRecord add{dossier, core::RecordId("r9"), link()};

Scenario given_a_dossier_due(const char* deadline) {
  auto scenario = testing_support::given(
      dossier_type(), {started(), added("r1", diagnosis()), added("r2", programme())});
  auto edition = edition_fact();
  edition.regulation.calendar.opens = core::Instant::parse("2020-03-01T00:00:00Z").value();
  edition.regulation.calendar.submission_deadline = core::Instant::parse(deadline).value();
  scenario.as(person("ana")).knowing(edition).knowing(entity_fact());
  return scenario;
}

struct Due {
  const char* lisbon;  ///< what people read
  const char* deadline;
  const char* in_its_second;
  const char* a_second_later;
};

const Due dues[] = {
    {"27 de março, 23:59:59, hora de inverno", "2021-03-27T23:59:59Z", "2021-03-27T23:59:59.999Z",
     "2021-03-28T00:00:00Z"},
    {"28 de março, 00:59:59, antes de a hora das 01:00 não haver", "2021-03-28T00:59:59Z",
     "2021-03-28T00:59:59.999Z", "2021-03-28T01:00:00Z"},
    {"28 de março, 23:59:59, hora de verão", "2021-03-28T22:59:59Z", "2021-03-28T22:59:59.999Z",
     "2021-03-28T23:00:00Z"},
    {"30 de outubro, 23:59:59, hora de verão", "2021-10-30T22:59:59Z", "2021-10-30T22:59:59.999Z",
     "2021-10-30T23:00:00Z"},
    {"31 de outubro, 01:30:00, a primeira vez", "2021-10-31T00:30:00Z", "2021-10-31T00:30:00.999Z",
     "2021-10-31T00:30:01Z"},
    {"31 de outubro, 01:30:00, a segunda vez", "2021-10-31T01:30:00Z", "2021-10-31T01:30:00.999Z",
     "2021-10-31T01:30:01Z"},
    {"31 de outubro, 23:59:59, hora de inverno", "2021-10-31T23:59:59Z", "2021-10-31T23:59:59.999Z",
     "2021-11-01T00:00:00Z"},
};

TEST(Deadline, IsTheSecondThatIsNamedOnEitherSideOfAChangeOfHour) {
  for (const auto& due : dues) {
    SCOPED_TRACE(due.lisbon);
    for (const core::Command& command : std::vector<core::Command>{submit, add}) {
      for (const auto* in_time : {due.deadline, due.in_its_second})
        EXPECT_TRUE(
            given_a_dossier_due(due.deadline).at(in_time).when(command).decision().has_value());
      auto late = given_a_dossier_due(due.deadline);
      late.at(due.a_second_later).when(command).is_refused("deadline-passed");
      EXPECT_EQ(late.decision().error().kind, core::ErrorKind::TooLate);
    }
  }
}

TEST(Deadline, IsTheSameWhateverFractionOfItsSecondIsNamed) {
  for (const auto* deadline : {"2021-06-30T22:59:59Z", "2021-06-30T22:59:59.999Z"}) {
    EXPECT_TRUE(given_a_dossier_due(deadline)
                    .at("2021-06-30T22:59:59.500Z")
                    .when(submit)
                    .decision()
                    .has_value());
    given_a_dossier_due(deadline)
        .at("2021-06-30T23:00:00Z")
        .when(submit)
        .is_refused("deadline-passed");
  }
}

}  // namespace
