#include "domain/editions/edition.hpp"
#include "tests/server/award_year.hpp"

/// Several editions at a time, as who opens the site finds them.
namespace {

using namespace server_tests;

class FrontPage : public testing::Test {
 protected:
  FrontPage() {
    year.open_edition();
    open("habitacao-2021", "Habitação em 2021", "2021-09-01T08:00:00Z", "2021-09-30T22:59:59Z");
  }

  void open(const char* id, const char* title, const char* opens, const char* deadline) {
    auto rules = year.rules;
    rules.calendar.opens = core::Instant::parse(opens).value();
    rules.calendar.submission_deadline = core::Instant::parse(deadline).value();
    for (auto* later : {&rules.calendar.scoring_deadline, &rules.calendar.results,
                        &rules.calendar.hearing_deadline, &rules.calendar.complaints_deadline})
      *later = core::Instant(later->time() + std::chrono::days(365));
    year.secretary.does(editions::OpenEdition{core::EditionId(id), title, false, rules});
  }

  std::string page_at(const char* instant) {
    year.at(instant);
    EXPECT_TRUE(
        year.program.app().views().wait_until_seen(year.program.head(), std::chrono::seconds(5)));
    return year.public_reader.sends(http::Method::Get, "/").body;
  }
  static bool speaks_of(const std::string& page, const std::string& title) {
    return page.contains("<h2 id=\"edicao\">" + title + "</h2>");
  }

  AwardYear year;
};

TEST_F(FrontPage, SpeaksOfTheEditionThatTakesApplications) {
  const auto page = page_at("2021-04-06T09:00:00Z");
  EXPECT_TRUE(speaks_of(page, "Edição de 2021")) << page;
  EXPECT_TRUE(page.contains("Candidaturas abertas"));
}

TEST_F(FrontPage, ListsTheOtherEditionsWithTheirStates) {
  const auto page = page_at("2021-04-06T09:00:00Z");
  EXPECT_TRUE(page.contains("Outras edições"));
  EXPECT_TRUE(
      page.contains("<li><a href=\"/edicoes/habitacao-2021\">Habitação em 2021</a>: "
                    "Abre em 1 de setembro de 2021</li>"))
      << page;
}

TEST_F(FrontPage, SpeaksOfTheEditionWhoseDeadlineComesFirst) {
  open("praias-2021", "Praias em 2021", "2021-03-15T08:00:00Z", "2021-05-31T22:59:59Z");
  EXPECT_TRUE(speaks_of(page_at("2021-04-06T09:00:00Z"), "Praias em 2021"));
  EXPECT_TRUE(speaks_of(page_at("2021-06-01T09:00:00Z"), "Edição de 2021"));
}

TEST_F(FrontPage, SpeaksOfTheEditionThatOpenedLastWhereNoneTakesApplications) {
  EXPECT_TRUE(speaks_of(page_at("2021-08-01T09:00:00Z"), "Edição de 2021"));
  EXPECT_TRUE(speaks_of(page_at("2021-10-01T09:00:00Z"), "Habitação em 2021"));
}

TEST_F(FrontPage, SpeaksOfTheNextToOpenBeforeTheFirst) {
  EXPECT_TRUE(speaks_of(page_at("2021-02-23T09:00:00Z"), "Edição de 2021"));
}

TEST_F(FrontPage, LeadsToThatEditionInTheMenu) {
  EXPECT_TRUE(page_at("2021-04-06T09:00:00Z").contains("href=\"/edicoes/2021\""));
}

TEST(FrontPageOfOneEdition, ListsNoOthers) {
  AwardYear year;
  year.open_edition();
  EXPECT_TRUE(
      year.program.app().views().wait_until_seen(year.program.head(), std::chrono::seconds(5)));
  EXPECT_FALSE(year.public_reader.sends(http::Method::Get, "/").body.contains("Outras edições"));
}

}  // namespace
