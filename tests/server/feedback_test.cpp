#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/persons/person.hpp"
#include "projections/feedback.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/pdf_text.hpp"

/// What an entity is told of its result.
namespace {

using namespace server_tests;

const std::string of_alijo = "/dossiers/2021-1701/feedback";

struct Autumn {
  Autumn() {
    year.until_assigned();
    year.score();
    year.seal();
    year.compute();
  }
  AwardYear year;
};

TEST(Feedback, IsForTheEntityAndTheSecretariatOncePublished) {
  Autumn autumn;
  auto& year = autumn.year;
  EXPECT_EQ(year.alijo.reads(of_alijo, year.program.head()).in_short(), "404 result-not-published");
  year.publish();
  const auto head = year.program.head();
  const auto told = year.alijo.reads(of_alijo, head).as<projections::Feedback>();
  EXPECT_EQ(told.result.points->shown, "90.00");
  EXPECT_EQ(told.result.sections.size(), 2U);
  EXPECT_EQ(told.answer_until.text(), "2021-10-15T22:59:59.999Z");
  EXPECT_EQ(year.secretary.reads(of_alijo, head).status, 200);
  for (auto* other : {&year.favaios, &year.rui, &year.administrator})
    EXPECT_EQ(other->reads(of_alijo, head).in_short(), "403 not-permitted");
  EXPECT_EQ(year.grandola.reads("/dossiers/2021-1505/feedback", head).in_short(),
            "404 result-not-published");
}

TEST(Feedback, SaysWhatTheFinalListSaysAndUntilWhenToComplain) {
  Autumn autumn;
  auto& year = autumn.year;
  year.publish();
  year.at("2021-10-18T09:00:00Z");
  year.secretary.does(awards::FinaliseResult{edition});
  const auto told = year.alijo.reads(of_alijo, year.program.head()).as<projections::Feedback>();
  EXPECT_EQ(told.state, projections::ResultState::Final);
  EXPECT_EQ(told.answer_until.text(), "2021-11-15T23:59:59.999Z");
}

/// What jurors wrote of Alijó is told once scoring has closed to those who release it, and what
/// they release to the entity, with no name, once there is a list.
struct Commented : testing::Test {
  AwardYear year;
  const std::string comments = "/dossiers/2021-1701/comments";

  Commented() {
    year.until_assigned();
    year.score();
    for (auto* juror : {&year.rui, &year.marta})
      juror->does(jury::ScoreDossier{dossier_of_alijo,
                                     core::AccountId(juror->account()),
                                     {{reach, 18, "De " + juror->account().substr(0, 1) + "."}}});
    year.seal();
  }
  std::string release(const char* juror, std::vector<core::CriterionId> criteria) {
    return year.secretary
        .gives(jury::ReleaseComments{dossier_of_alijo, core::AccountId(juror), std::move(criteria)})
        .in_short();
  }
  std::vector<projections::ReleasedComments> told() {
    return year.alijo.reads(of_alijo, year.program.head()).as<projections::Feedback>().comments;
  }
  const core::CriterionId reach{"alcance"};
};

TEST_F(Commented, ByTheSecretariatAloneAndAfterScoring) {
  EXPECT_EQ(year.secretary.reads(comments, year.program.head()).in_short(), "409 scoring-open");
  EXPECT_EQ(release("rui", {reach}), "409 scoring-open");
  year.compute();
  const auto seen = year.secretary.reads(comments, year.program.head());
  EXPECT_EQ(seen.as<projections::DossierComments>().criteria.at(0).comments.size(), 2U);
  for (auto* other : {&year.alijo, &year.rui, &year.administrator}) {
    EXPECT_EQ(other->reads(comments).in_short(), "403 not-permitted");
    EXPECT_EQ(other->gives(jury::ReleaseComments{dossier_of_alijo, core::AccountId("rui"), {reach}})
                  .in_short(),
              "403 not-permitted");
  }
  EXPECT_EQ(year.secretary.reads("/dossiers/1999-1701/comments").in_short(), "404 not-found");
}

TEST_F(Commented, IsReadByTheEntityOnceReleasedAndPublished) {
  year.compute();
  EXPECT_EQ(release("rui", {reach}), "200");
  EXPECT_EQ(year.alijo.reads(of_alijo, year.program.head()).in_short(), "404 result-not-published");
  year.publish();
  ASSERT_EQ(told().size(), 1U);
  EXPECT_EQ(told()[0].comments, (std::vector<std::string>{"De r."}));
  EXPECT_EQ(release("marta", {reach}), "200");
  EXPECT_EQ(told()[0].comments, (std::vector<std::string>{"De m.", "De r."}));
  const auto letter =
      text_of_pdf(year.alijo.reads(of_alijo + "/document", year.program.head()).body);
  EXPECT_TRUE(reads_in_order(letter, {"Pontuação", "Comentários do júri", "Critério alcance",
                                      "De m.", "De r.", "Distinções"}))
      << letter;
  for (const auto* name : {"rui", "marta", "Jurado"})
    EXPECT_EQ(letter.find(name), std::string::npos) << name;
  EXPECT_EQ(release("rui", {}), "200");
  EXPECT_EQ(told()[0].comments, (std::vector<std::string>{"De m."}));
  year.administrator.does(persons::ErasePerson{core::PersonId("marta")});
  EXPECT_TRUE(told().empty());
}

TEST(Feedback, IsALetterThatIsReadInOrderAndNamesNoJuror) {
  Autumn autumn;
  auto& year = autumn.year;
  year.publish();
  const auto answer = year.alijo.reads(of_alijo + "/document", year.program.head());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_TRUE(answer.body.contains("/StructTreeRoot"));
  const auto text = text_of_pdf(answer.body);
  EXPECT_TRUE(reads_in_order(
      text,
      {"Resultado de Alijó", "Lista provisória publicada em", "Pontuação", "90,00 pontos em 100",
       "I. Conhecimento da realidade", "90,00", "Distinções", "Galardão", "Atribuição.", "Bandeira",
       "Resposta", "audiência dos interessados até 15 de outubro de 2021"}))
      << text;
  for (const auto* name : {"rui", "marta", "joana", "Jurado"})
    EXPECT_EQ(text.find(name), std::string::npos) << name;
}

}  // namespace
