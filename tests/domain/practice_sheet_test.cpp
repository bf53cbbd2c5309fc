#include <gtest/gtest.h>

#include "domain/practices/sheet.hpp"
#include "json/json.hpp"
#include "tests/domain/practice_examples.hpp"

namespace {

using practices::Sheet;
using testing_support::sheet;

template <class Change>
void is_refused(Change change, const std::string& code, const std::string& field) {
  auto changed = sheet();
  change(changed);
  const auto checked = practices::check(changed);
  ASSERT_FALSE(checked) << field << " was accepted";
  EXPECT_EQ(checked.error().code, code);
  EXPECT_EQ(checked.error().field, field);
}

struct Limit {
  std::string practices::PracticeText::* part;
  const char* name;
  std::size_t most;
};

const std::vector<Limit> limits = {{&practices::PracticeText::title, "title", 100},
                                   {&practices::PracticeText::summary, "summary", 160},
                                   {&practices::PracticeText::about, "about", 1500},
                                   {&practices::PracticeText::resources, "resources", 300},
                                   {&practices::PracticeText::evidence, "evidence", 500},
                                   {&practices::PracticeText::difficulties, "difficulties", 300},
                                   {&practices::PracticeText::potential, "potential", 1000}};

/// Two bytes each.
std::string accented(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "ã";
  return text;
}

TEST(PracticeSheet, HoldsTextsUpToTheirLimitsInCharacters) {
  for (const auto& limit : limits) {
    auto full = sheet();
    full.text.pt.*limit.part = accented(limit.most);
    EXPECT_TRUE(practices::check(full)) << limit.name;
    is_refused([&](Sheet& s) { s.text.pt.*limit.part = accented(limit.most + 1); }, "text-length",
               std::string("text.pt.") + limit.name);
  }
}

TEST(PracticeSheet, HoldsEnglishToTheSameLimits) {
  auto both = sheet();
  both.text.en = both.text.pt;
  EXPECT_TRUE(practices::check(both));
  for (const auto& limit : limits)
    is_refused(
        [&](Sheet& s) {
          s.text.en = s.text.pt;
          (*s.text.en).*limit.part = accented(limit.most + 1);
        },
        "text-length", std::string("text.en.") + limit.name);
}

TEST(PracticeSheet, SaysInPortugueseWhatThePracticeIs) {
  is_refused([](Sheet& s) { s.text.pt.title.clear(); }, "text-length", "text.pt.title");
  is_refused([](Sheet& s) { s.text.pt.summary.clear(); }, "text-length", "text.pt.summary");
  is_refused([](Sheet& s) { s.text.pt.about.clear(); }, "text-length", "text.pt.about");
  is_refused([](Sheet& s) { s.text.pt.about = " \n"; }, "text-unreadable", "text.pt.about");
}

TEST(PracticeSheet, HasAPeriodThatRunsForward) {
  is_refused([](Sheet& s) { s.period.last = core::Date::parse("2021-02-15"); }, "period-order",
             "period");
  auto one_day = sheet();
  one_day.period.last = one_day.period.first;
  EXPECT_TRUE(practices::check(one_day));
  auto unknown = sheet();
  unknown.period = {};
  EXPECT_TRUE(practices::check(unknown));
}

TEST(PracticeSheet, NamesItsPartners) {
  is_refused([](Sheet& s) { s.partners.push_back({"", practices::Support::Space}); }, "text-length",
             "partners[1].name");
  is_refused([](Sheet& s) { s.partners.resize(51, s.partners[0]); }, "list-length", "partners");
}

TEST(PracticeSheet, IsClassified) {
  is_refused([](Sheet& s) { s.classification.ods = {1, 18}; }, "ods", "classification.ods[1]");
  is_refused([](Sheet& s) { s.classification.ods = {0}; }, "ods", "classification.ods[0]");
  is_refused([](Sheet& s) { s.classification.ods = {3, 3}; }, "repeated", "classification.ods");
  is_refused([](Sheet& s) { s.classification.keywords = {"a", ""}; }, "text-length",
             "classification.keywords[1]");
  is_refused([](Sheet& s) { s.classification.keywords = {"a", "a"}; }, "repeated",
             "classification.keywords");
  is_refused([](Sheet& s) { s.classification.keywords.resize(11, "a"); }, "list-length",
             "classification.keywords");
}

TEST(PracticeSheet, SaysWhomToAsk) {
  is_refused([](Sheet& s) { s.contact.name = ""; }, "text-length", "contact.name");
  is_refused([](Sheet& s) { s.contact.email = "redesocial"; }, "email", "contact.email");
  is_refused([](Sheet& s) { s.contact.phone = ""; }, "text-length", "contact.phone");
  is_refused([](Sheet& s) { s.place = accented(201); }, "text-length", "place");
}

/// A proposal is one flat record: its own fields first, then those of its sheet.
TEST(PracticeSheet, IsReadAndWrittenWithItsProposal) {
  const auto written = json::write(testing_support::proposal());
  EXPECT_TRUE(
      written.starts_with(R"({"practice":"cartao-do-idoso","dossier":"2021-1701",)"
                          R"("record_id":"cartao","entity":"1701","text":{"pt":{"title":)"));
  const auto read = json::read<practices::Proposal>(written);
  ASSERT_TRUE(read) << read.error().field << ": " << read.error().en;
  EXPECT_EQ(json::write(*read), written);
}

}  // namespace
