#include <gtest/gtest.h>

#include <algorithm>

#include "domain/editions/edition.hpp"
#include "domain/facts.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// A fault of other systems: a change of scale that rewrote stored scores. Here nothing changes the
/// scale of an edition that is open. (What the next edition's scale leaves as it is:
/// tests/server/later_changes_test.cpp.)
namespace {

using namespace editions;
using testing_support::small_regulation;

const core::EditionId edition("2021");
const core::EditionId before("2020");
const std::string title = "Edição 2021";
const std::string because = "O portal esteve indisponível.";

/// Marks from 0 to 10, where `small_regulation` has them from 0 to 20.
regulation::Regulation on_another_scale() {
  auto rules = small_regulation();
  for (auto& section : rules.sections) section.scale = {0, 10};
  return rules;
}

/// Open, by marks from 0 to 20; an earlier draft had another scale.
const std::vector<core::Event> opened = {EditionDrafted{edition, title, false, on_another_scale()},
                                         EditionOpened{edition, title, false, small_regulation()}};

const core::Instant two_weeks_later = core::Instant::parse("2021-07-14T22:59:59Z").value();
const core::Instant in_september = core::Instant::parse("2021-09-22T22:59:59Z").value();
const core::Instant in_november = core::Instant::parse("2021-11-01T22:59:59Z").value();
const core::Instant in_december = core::Instant::parse("2021-12-01T22:59:59Z").value();

/// One of each command of an edition.
const std::vector<core::Command> one_of_each = {
    DraftEdition{edition, title, false, on_another_scale()},
    CloneEdition{edition, before, title},
    FreezeEdition{edition},
    OpenEdition{edition, title, false, on_another_scale()},
    ExtendDeadline{edition, two_weeks_later, because},
    ExtendScoring{edition, in_september, because},
    ExtendHearing{edition, in_november, because},
    ExtendComplaints{edition, in_december, because}};

regulation::Regulation rules_after(const std::vector<core::Event>& events) {
  const auto aggregate = edition_type().make();
  for (const auto& event : opened) aggregate->apply(event);
  for (const auto& event : events) aggregate->apply(event);
  core::Facts facts;
  aggregate->tell(facts);
  return facts.find<facts::Edition>()->regulation;
}

TEST(AChangeOfScale, IsTriedHereByEveryCommandOfAnEdition) {
  for (const auto& type : edition_type().commands)
    EXPECT_EQ(std::ranges::count(one_of_each, type.record, [](const auto& c) { return &c.type(); }),
              1)
        << type.record->name;
}

TEST(AChangeOfScale, ComesFromNoCommandOnceTheEditionIsOpen) {
  int accepted = 0;
  for (const auto& command : one_of_each) {
    SCOPED_TRACE(command.type().name);
    auto scenario = testing_support::given(edition_type(), opened);
    scenario.at("2021-06-29T10:00:00Z")
        .knowing(facts::Edition{before, on_another_scale()})
        .when(command);
    if (!scenario.decision()) {
      scenario.is_refused("edition-exists");
      continue;
    }
    ++accepted;
    auto rules = rules_after(*scenario.decision());
    rules.calendar = small_regulation().calendar;
    EXPECT_EQ(json::write(rules), json::write(small_regulation())) << "only deadlines move";
  }
  EXPECT_EQ(accepted, 4) << "the extensions";
}

}  // namespace
