#include <gtest/gtest.h>

#include "domain/editions/edition.hpp"
#include "projections/editions.hpp"
#include "tests/server/award_year.hpp"

/// The drafts of an edition, through HTTP.
namespace {

using namespace server_tests;

struct Drafts {
  std::vector<projections::DraftLine> drafts;
  FIELDS(drafts)
};

TEST(Drafts, OfTwoSecretariesAreBothThereWithWhoWroteThem) {
  AwardYear year;
  year.secretary.does(editions::DraftEdition{edition, "O da secretária", false, year.rules});
  year.colleague.does(editions::DraftEdition{edition, "O do secretário", false, year.rules});
  const auto last = year.secretary.reads("/editions/2021/draft", year.program.head());
  EXPECT_EQ(last.header("etag"), "\"2\"");
  EXPECT_TRUE(last.body.contains(R"("drafted_by":"secretario")")) << last.body;
  const auto all = year.secretary.reads("/editions/2021/drafts").as<Drafts>().drafts;
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].drafted_by.text(), year.secretary.account());
  EXPECT_TRUE(year.secretary.reads("/editions/2021/drafts/1").body.contains("O da secretária"));
  EXPECT_EQ(year.secretary.reads("/editions/2021/drafts/3").in_short(), "404 not-found");
  EXPECT_EQ(year.secretary.reads("/editions/2021/drafts/um").in_short(), "404 not-found");
  EXPECT_EQ(year.alijo.reads("/editions/2021/drafts").in_short(), "403 not-permitted");
}

TEST(Drafts, SayAllThatKeepsThemFromBeingOpened) {
  AwardYear year;
  auto rules = year.rules;
  rules.minimum_jurors = 0;
  rules.sections[0].criteria[0].weight = 51;
  year.secretary.does(editions::DraftEdition{edition, "Rascunho", false, rules});
  const auto body = year.secretary.reads("/editions/2021/draft", year.program.head()).body;
  for (const auto* fault : {R"("field":"regulation.minimum_jurors")", R"("code":"weights-sum")"})
    EXPECT_NE(body.find(fault), std::string::npos) << fault << body;
  year.secretary.does(editions::DraftEdition{edition, "Edição de 2021", false, year.rules});
  EXPECT_NE(
      year.secretary.reads("/editions/2021/draft", year.program.head()).body.find(R"("faults":[])"),
      std::string::npos);
}

TEST(Drafts, AreNotReplacedByWhoHasReadAnEarlierOne) {
  AwardYear year;
  const editions::DraftEdition draft{edition, "Rascunho", false, year.rules};
  year.secretary.does(draft);
  year.colleague.does(draft);
  EXPECT_EQ(year.secretary.gives(draft, {{"if-match", "\"1\""}}).in_short(),
            "409 stale-version edition/2021");
}

}  // namespace
