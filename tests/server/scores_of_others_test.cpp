#include <gtest/gtest.h>

#include <set>

#include "domain/jury/evaluation.hpp"
#include "domain/practices/practice.hpp"
#include "server/api/endpoint.hpp"
#include "server/bundle/export.hpp"
#include "tests/domain/practice_examples.hpp"
#include "tests/server/answers.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/pdf_text.hpp"

/// A fault of other systems: scores that leaked through search, exports, counts or timing. No test
/// measures time; what could tell of it are moments, versions and positions in an answer.
namespace {

using namespace server_tests;

const core::AccountId tiago("tiago");
constexpr auto rare_word = "Inconfundivel";

std::vector<jury::Mark> marks(std::int64_t value) {
  std::vector<jury::Mark> marks;
  for (const auto* criterion : {"diagnostico", "alcance", "resultados"})
    marks.push_back({core::CriterionId(criterion), value, core::Personal(rare_word)});
  return marks;
}

/// Tiago judges Favaios's dossier with two others, who judge Alijó's too; the observatory has a
/// practice to be found.
class ScoresOfOthers : public testing::Test {
 protected:
  AwardYear year;

  ScoresOfOthers() {
    using namespace practices;
    year.until_assigned();
    year.at("2021-07-14T10:00:00Z");
    const auto proposal = testing_support::proposal();
    year.alijo.does(ProposePractice{proposal});
    year.secretary.does(ReviewPractice{proposal.practice, ReviewStep::First, Verdict::Approve, ""});
    year.colleague.does(
        ReviewPractice{proposal.practice, ReviewStep::Second, Verdict::Approve, ""});
    year.secretary.does(PublishPractice{proposal.practice});
  }

  /// All jurors but Tiago mark and seal all that was given to them.
  void others_judge() {
    int sealed = 0;
    for (auto* juror : {&year.rui, &year.marta, &year.joana})
      for (const auto& dossier : {dossier_of_alijo, dossier_of_favaios}) {
        const core::AccountId account(juror->account());
        (void)juror->gives(jury::ScoreDossier{dossier, account, marks(17)});
        sealed += juror->gives(jury::SealEvaluation{dossier, account}).status == 200 ? 1 : 0;
      }
    EXPECT_EQ(sealed, 5);
  }

  /// Every page and every GET of the API, each with each of its parameters, but for what tells how
  /// far the log has come as a whole.
  static std::set<std::string> paths() {
    std::set<std::string> paths = {"/",
                                   "/edicoes/2021",
                                   "/edicoes/2021/resultados",
                                   "/observatorio",
                                   "/observatorio/cartao-do-idoso",
                                   "/autarquias",
                                   "/dados"};
    for (const auto* words : {"17", rare_word, "idoso"})
      for (const auto* search : {"/observatorio?texto=", "/autarquias?texto="})
        paths.insert(std::string(search) + words);
    for (const auto& endpoint : server::endpoints()) {
      if (endpoint.method != http::Method::Get || endpoint.id == "service.health") continue;
      for (const auto* dossier : {"2021-1701", "2021-170107"}) {
        const auto path = "/api/v1" + with_names(endpoint.path, {{"dossier", dossier},
                                                                 {"edition", "2021"},
                                                                 {"entity", "1701"},
                                                                 {"practice", "cartao-do-idoso"}});
        paths.insert(path);
        for (const auto& parameter : endpoint.query)
          for (const auto* value : {"17", rare_word, "idoso"})
            paths.insert(path + "?" + parameter.name + "=" + value);
      }
    }
    return paths;
  }
  /// By path. Of a document the words, as no two are the same bytes.
  std::map<std::string, std::string> all_that_is_read_by(Person& person) {
    (void)person.reads("/editions", year.program.head());  // from here on, all was folded
    std::map<std::string, std::string> all;
    for (const auto& path : paths()) {
      const auto answer = person.sends(http::Method::Get, path);
      const bool is_document = answer.header("content-type") == "application/pdf";
      all[path] = is_document ? text_of_pdf(answer.body) : bytes_of(answer);
    }
    return all;
  }
};

TEST_F(ScoresOfOthers, ShowInNothingThatAJurorOrThePublicCanRead) {
  const auto by_tiago = all_that_is_read_by(year.tiago);
  const auto by_the_public = all_that_is_read_by(year.public_reader);
  others_judge();
  EXPECT_EQ(all_that_is_read_by(year.tiago), by_tiago);
  EXPECT_EQ(all_that_is_read_by(year.public_reader), by_the_public);
  EXPECT_TRUE(by_tiago.at("/api/v1/dossiers/2021-170107").starts_with("200")) << "he judges it";
  EXPECT_TRUE(by_tiago.at("/api/v1/dossiers/2021-170107/document").contains("Favaios"));
  EXPECT_TRUE(by_the_public.at("/observatorio?texto=idoso").contains("cartao-do-idoso"));
  EXPECT_TRUE(by_the_public.at("/api/v1/practices?text=idoso").contains("cartao-do-idoso"));
  EXPECT_FALSE(by_the_public.at("/observatorio?texto=17").contains("cartao-do-idoso"));
}

TEST_F(ScoresOfOthers, MoveNoVersionOrTagOfAJurorsOwn) {
  const auto marked = [&] {
    const auto answer = year.tiago.gives(jury::ScoreDossier{dossier_of_favaios, tiago, marks(12)});
    EXPECT_EQ(answer.status, 200);
    return std::pair(answer.as<server::Accepted>(), answer.header("etag"));
  };
  const auto [first, first_tag] = marked();
  others_judge();
  const auto [second, second_tag] = marked();
  EXPECT_EQ(first.version, 1U);
  EXPECT_EQ(second.version, 2U);
  EXPECT_EQ(first_tag, "\"1\"");
  EXPECT_EQ(second_tag, "\"2\"");
  EXPECT_EQ(second.stream, first.stream);
  EXPECT_EQ(second.events, first.events);
  EXPECT_EQ(
      year.tiago.gives(jury::SealEvaluation{dossier_of_favaios, tiago}, {{"if-match", "\"2\""}})
          .in_short(),
      "200")
      << "nothing has moved on under him";
}

TEST_F(ScoresOfOthers, ArePublishedWithTheListAndNobodySealsAfterThat) {
  year.score();
  for (auto* juror : {&year.rui, &year.marta, &year.joana})
    juror->does(jury::SealEvaluation{dossier_of_alijo, core::AccountId(juror->account())});
  year.compute();
  year.publish();
  const jury::SealEvaluation seal{dossier_of_favaios, tiago};
  EXPECT_EQ(year.tiago.gives(seal).in_short(), "409 scoring-closed");
  EXPECT_EQ(bytes_of(year.tiago.reads("/editions/2021/desk", year.program.head())).find("reopened"),
            std::string::npos);
}

}  // namespace
