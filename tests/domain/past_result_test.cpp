#include "domain/awards/past_result.hpp"

#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/facts.hpp"
#include "domain/regulation/eligibility.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// The award was run on paper before it was run here.
namespace {

using namespace awards;
using testing_support::Scenario;

const core::EditionId of_2020("2020");
const core::EntityCode alijo("1701");
const core::EntityCode grandola("1505");
const core::AccountId sara("sara");
const core::AwardId flag("bandeira");
constexpr auto now = "2021-02-01T10:00:00Z";

const RecordPastResult record{of_2020,
                              "Edição de 2020",
                              "Ata de 12 de maio de 2020, arquivo da associação",
                              {{alijo, {flag}}}};
const PastResultRecorded recorded{
    of_2020, record.title, record.source, record.granted, core::Instant::parse(now).value(), sara};

Scenario given(const std::vector<core::Event>& history) {
  auto scenario = testing_support::given(outcome_type(), history);
  scenario.as({sara, {core::Role::Secretariat}, {}}).at(now);
  scenario.knowing(facts::Entity{alijo, "Alijó", regulation::Category::Municipio, alijo});
  return scenario;
}
template <class Change>
void is_refused(Change change, const char* code, const char* field) {
  auto command = record;
  change(command);
  given({}).when(command).is_refused(code, field);
}

TEST(PastResult, IsRecordedWithItsSource) {
  given({}).when(record).then({recorded});
}

TEST(PastResult, IsPutRightByRecordingItAgain) {
  auto right = record;
  right.source = "Ata de 12 de maio de 2020, folha 3";
  right.granted = {{grandola, {flag}}};
  auto put_right = recorded;
  put_right.source = right.source;
  put_right.granted = right.granted;
  given({recorded})
      .knowing(facts::Entity{grandola, "Grândola", regulation::Category::Municipio, grandola})
      .when(right)
      .then({put_right});

  const auto aggregate = outcome_type().make();
  aggregate->apply(recorded);
  aggregate->apply(put_right);
  core::Facts facts;
  aggregate->tell(facts);
  const auto& granted = facts.find<facts::Outcome>()->granted;
  EXPECT_EQ(granted.size(), 1U);
  EXPECT_TRUE(granted.at(grandola).contains(flag));
}

TEST(PastResult, IsOfNoEditionThatIsRunHere) {
  given({})
      .knowing(facts::Edition{of_2020, testing_support::small_regulation()})
      .when(record)
      .is_refused("edition-exists");
}

TEST(PastResult, SaysWhoWasGrantedWhatAndWhereThatStands) {
  is_refused([](auto& c) { c.source = ""; }, "text-length", "source");
  is_refused([](auto& c) { c.title = ""; }, "text-length", "title");
  is_refused([](auto& c) { c.granted.clear(); }, "grants-missing", "granted");
  is_refused([](auto& c) { c.granted[0].awards.clear(); }, "awards-missing", "granted[0].awards");
  is_refused([](auto& c) { c.granted.push_back(c.granted[0]); }, "grant-repeated", "granted[1]");
  is_refused([](auto& c) { c.granted[0].entity = core::EntityCode("9999"); }, "unknown-entity",
             "granted[0].entity");
}

TEST(PastResult, CountsForYearsInARow) {
  const auto aggregate = outcome_type().make();
  aggregate->apply(recorded);
  core::Facts facts;
  aggregate->tell(facts);
  auto rules = testing_support::small_regulation();
  rules.follows = {of_2020};
  const regulation::Applicants applicants(rules, facts);
  EXPECT_TRUE(applicants.find(alijo).earlier.at(0).contains(flag));
  EXPECT_TRUE(applicants.find(core::EntityCode("0113")).earlier.at(0).empty());
}

}  // namespace
