#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "tests/domain/vote_samples.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// Entities have time to be heard on the list that becomes final. Results from 1 October, hearing
/// to 15 October.
namespace {

using namespace awards;
using testing_support::voted;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
const core::AccountId ana("ana");

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}

regulation::Regulation rules() {
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 1;
  rules.calendar.hearing_days = 5;
  return rules;
}

/// Alijó, judged by ana, who gave 18 throughout.
testing_support::Scenario given(const std::vector<core::Event>& history,
                                const regulation::Regulation& regulation = rules()) {
  facts::Evaluation evaluation{alijo, ana, true, {}};
  for (const auto* id : {"diagnostico", "alcance", "resultados"})
    evaluation.marks.push_back({core::CriterionId(id), 18});
  auto scenario = testing_support::given(outcome_type(), history);
  scenario.knowing(facts::Edition{edition, regulation})
      .knowing(facts::Panel{edition, {ana}, {{alijo, ana}}, {alijo}, {}})
      .knowing(
          facts::Dossier{alijo, regulation::Category::Municipio, facts::DossierState::Eligible, {}})
      .knowing(evaluation);
  return scenario;
}

ResultComputed computed() {
  auto scenario = given({});
  scenario.at("2021-09-20T10:00:00Z").when(ComputeResult{edition});
  return scenario.decision().value().at(0).get<ResultComputed>();
}

const PublishResult publish{edition};

/// Five working days from Monday the 11th to Friday the 15th.
TEST(ProvisionalList, LeavesEntitiesTheWorkingDaysThatTheRegulationPromises) {
  for (const auto* in_time : {"2021-10-08T08:00:00Z", "2021-10-10T22:59:59.999Z"})
    given({computed(), voted("ana")}).at(in_time).when(publish).then({ResultPublished{edition}});
  auto scenario = given({computed(), voted("ana")});
  scenario.at("2021-10-10T23:00:00Z").when(publish).is_refused("hearing-too-short");
  const auto& told = scenario.decision().error().pt;
  for (const auto* words : {"dura 5 dias úteis, pelo menos, e acaba em 15 de outubro de 2021",
                            "até 18 de outubro de 2021, às 23:59:59"})
    EXPECT_NE(told.find(words), std::string::npos) << told;
}

TEST(ProvisionalList, IsNotPublishedOnceTheHearingIsOver) {
  given({computed(), voted("ana")})
      .at("2021-10-15T23:00:00Z")
      .when(publish)
      .is_refused("hearing-over");
  auto silent = rules();
  silent.calendar.hearing_days.reset();
  given({computed(), voted("ana")}, silent)
      .at("2021-10-15T22:59:59.999Z")
      .when(publish)
      .then({ResultPublished{edition}});
  given({computed(), voted("ana")}, silent)
      .at("2021-10-15T23:00:00Z")
      .when(publish)
      .is_refused("hearing-over");
}

TEST(ProvisionalList, ThatComesLaterLeavesAsMuchTime) {
  const ResultSetAside aside{edition, instant("2021-10-06T10:00:00Z"), ana, "Impedimento tardio."};
  given({computed(), voted("ana"), ResultPublished{edition}, aside, computed(), voted("ana")})
      .at("2021-10-15T22:59:59.998Z")
      .when(publish)
      .is_refused("hearing-too-short");
}

/// The panel has adopted the result, which a date of the calendar does not change.
TEST(ProvisionalList, IsPublishedAsAdoptedOnceTheHearingIsExtended) {
  auto extended = rules();
  extended.calendar.hearing_deadline = instant("2021-10-29T22:59:59.999Z");
  given({computed(), voted("ana")}, extended)
      .at("2021-10-16T10:00:00Z")
      .when(publish)
      .then({ResultPublished{edition}});
}

/// From Tuesday 26 October the tenth working day is Wednesday 10 November: the 1st is a holiday.
TEST(FinalList, LeavesEntitiesTheWorkingDaysToComplainThatTheRegulationPromises) {
  auto promising = rules();
  promising.calendar.complaint_days = 10;
  promising.calendar.complaints_deadline = instant("2021-11-10T23:59:59.999Z");
  const std::vector<core::Event> listed = {computed(), voted("ana"), ResultPublished{edition}};
  const FinaliseResult finalise{edition};
  given(listed, promising)
      .at("2021-10-26T22:59:59Z")
      .when(finalise)
      .then({ResultFinalised{edition}});
  auto scenario = given(listed, promising);
  scenario.at("2021-10-26T23:00:00Z").when(finalise).is_refused("complaints-too-short");
  const auto& told = scenario.decision().error().en;
  EXPECT_NE(told.find("to 11 November 2021, 23:59:59"), std::string::npos) << told;
}

TEST(FinalList, IsNotPublishedOnceItCanNoLongerBeComplainedOf) {
  const std::vector<core::Event> listed = {computed(), voted("ana"), ResultPublished{edition}};
  const FinaliseResult finalise{edition};
  given(listed).at("2021-11-15T23:59:59.999Z").when(finalise).then({ResultFinalised{edition}});
  given(listed).at("2021-11-16T00:00:00Z").when(finalise).is_refused("complaints-over");
}

}  // namespace
