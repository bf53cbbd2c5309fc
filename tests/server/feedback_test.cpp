#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
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
