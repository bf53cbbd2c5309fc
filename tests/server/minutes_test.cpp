#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/jury/panel.hpp"
#include "projections/minutes.hpp"
#include "server/bundle/export.hpp"
#include "server/command_handler.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/pdf_text.hpp"

/// What the panel decided, for those who may know it.
namespace {

using namespace server_tests;
using awards::VoteChoice;
using awards::VoteOnResult;

const std::string path = "/editions/2021/minutes";

/// The result is computed, and Joana left in September; Tiago, who has a conflict in Alijó's
/// dossier, then votes against the provisional list.
struct Autumn {
  Autumn() {
    year.until_assigned();
    year.score();
    year.seal();
    year.compute();
    year.secretary.does(jury::DismissJuror{edition, core::AccountId("joana"), "Adoeceu."});
    year.tiago.does(VoteOnResult{edition, 1, VoteChoice::Against, "O impacto devia pesar mais."});
    year.rui.does(VoteOnResult{edition, 1});
  }
  void publish() {
    year.marta.does(VoteOnResult{edition, 1});
    year.at("2021-10-01T09:00:00Z");
    year.secretary.does(awards::PublishResult{edition});
  }
  void finalise() {
    year.favaios.does(awards::FileComplaint{dossier_of_favaios, core::ComplaintId("favaios-1"),
                                            "O nosso relatório ficou por ler."});
    year.secretary.does(awards::DecideComplaint{edition, core::ComplaintId("favaios-1"),
                                                awards::ComplaintVerdict::Dismissed,
                                                "O relatório foi lido."});
    year.at("2021-10-18T09:00:00Z");
    year.secretary.does(awards::FinaliseResult{edition});
  }
  std::string in_short(Person& person) {
    return person.reads(path, year.program.head()).in_short();
  }
  projections::Minutes minutes() {
    return year.secretary.reads(path, year.program.head()).as<projections::Minutes>();
  }
  AwardYear year;
};

TEST(Minutes, AreForThePanelAndTheSecretariatUntilTheListIsFinal) {
  Autumn autumn;
  auto& year = autumn.year;
  EXPECT_EQ(autumn.in_short(year.rui), "404 result-not-published") << "not even those who voted";
  EXPECT_EQ(autumn.in_short(year.secretary), "404 result-not-published");
  EXPECT_EQ(autumn.in_short(year.public_reader), "401 not-signed-in");
  autumn.publish();
  for (auto* reader : {&year.rui, &year.joana, &year.secretary})
    EXPECT_EQ(autumn.in_short(*reader), "200") << reader->account();
  for (auto* other : {&year.alijo, &year.administrator})
    EXPECT_EQ(autumn.in_short(*other), "403 not-permitted");
  EXPECT_EQ(autumn.in_short(year.public_reader), "401 not-signed-in");
  autumn.finalise();
  EXPECT_EQ(autumn.in_short(year.public_reader), "200");
  EXPECT_EQ(year.secretary.reads("/editions/1999/minutes").in_short(), "404 not-found");
}

TEST(Minutes, SayWhoSatWhoVotedHowAndWhoJudgedNot) {
  Autumn autumn;
  autumn.publish();
  autumn.finalise();
  const auto minutes = autumn.minutes();
  ASSERT_EQ(minutes.seats.size(), 4U);
  EXPECT_EQ(
      std::ranges::count_if(minutes.seats, [](const auto& seat) { return seat.until.has_value(); }),
      1);
  ASSERT_EQ(minutes.deliberations.size(), 1U);
  const auto& decided = minutes.deliberations[0];
  ASSERT_EQ(decided.votes.size(), 3U) << "Joana had left";
  EXPECT_EQ(decided.votes[2].juror_name, "Jurado tiago");
  EXPECT_EQ(decided.votes[2].statement, "O impacto devia pesar mais.");
  EXPECT_EQ(decided.lists.size(), 2U) << "the provisional and the final one";
  ASSERT_EQ(minutes.impediments.size(), 1U);
  EXPECT_EQ(minutes.impediments[0].juror_name, "Jurado tiago");
  EXPECT_EQ(minutes.impediments[0].entity.name, "Alijó");
  ASSERT_EQ(minutes.heard.size(), 1U);
  EXPECT_EQ(minutes.heard[0].reasons, "O relatório foi lido.");
}

TEST(Minutes, KeepTheDissentOfWhoLeftAndTheResultThatWasVotedDown) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.compute();
  year.marta.does(VoteOnResult{edition, 1, VoteChoice::Against, "A ordem não é justa."});
  year.at("2021-09-21T10:00:00Z");
  year.secretary.does(awards::ComputeResult{edition});
  year.joana.does(VoteOnResult{edition, 2, VoteChoice::Against, "Continua a não ser."});
  for (auto* juror : {&year.rui, &year.marta, &year.tiago}) juror->does(VoteOnResult{edition, 2});
  year.secretary.does(jury::DismissJuror{edition, core::AccountId("joana"), "Adoeceu."});
  year.at("2021-10-01T09:00:00Z");
  year.secretary.does(awards::PublishResult{edition});
  const auto minutes = year.secretary.reads(path, year.program.head()).as<projections::Minutes>();
  ASSERT_EQ(minutes.deliberations.size(), 2U);
  const auto& rejected = minutes.deliberations[0];
  EXPECT_TRUE(rejected.lists.empty());
  EXPECT_EQ(rejected.votes.at(0).statement, "A ordem não é justa.");
  const auto& adopted = minutes.deliberations[1];
  EXPECT_EQ(adopted.votes.size(), 3U);
  ASSERT_EQ(adopted.left.size(), 1U);
  EXPECT_EQ(adopted.left[0].statement, "Continua a não ser.");
  const auto text = text_of_pdf(year.secretary.reads(path + "/document").body);
  EXPECT_TRUE(reads_in_order(
      text, {"Versão 1 do resultado", "Não foi publicado", "A ordem não é justa.",
             "Versão 2 do resultado", "unanimidade", "não contou", "Continua a não ser."}))
      << text;
}

TEST(Minutes, CountWhoLeftByMistakeAndCameBackAmongThoseWhoVote) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.at("2021-09-16T10:00:00Z");
  const core::AccountId joana("joana");
  year.secretary.does(jury::DismissJuror{edition, joana, "Engano."});
  year.at("2021-09-17T10:00:00Z");
  year.secretary.does(jury::AppointJuror{edition, joana, "Jurado joana", std::nullopt});
  year.compute();
  for (auto* juror : {&year.rui, &year.marta}) juror->does(VoteOnResult{edition, 1});
  year.at("2021-10-01T09:00:00Z");
  EXPECT_EQ(year.secretary.gives(awards::PublishResult{edition}).in_short(), "409 quorum-missing")
      << "two of four are not more than half";
  year.joana.does(VoteOnResult{edition, 1});
  year.secretary.does(awards::PublishResult{edition});
  const auto minutes = year.secretary.reads(path, year.program.head()).as<projections::Minutes>();
  EXPECT_EQ(minutes.deliberations.at(0).votes.size(), 3U);
  EXPECT_EQ(minutes.deliberations[0].absent, std::vector<std::string>{"Jurado tiago"});
}

TEST(Minutes, TellNothingOfAVoteThatIsNotOver) {
  Autumn autumn;
  autumn.publish();
  auto& year = autumn.year;
  year.secretary.does(awards::ComputeResult{edition, std::nullopt, "Por prudência."});
  year.rui.does(VoteOnResult{edition, 2, VoteChoice::Against, "Não era preciso."});
  EXPECT_EQ(autumn.minutes().deliberations.size(), 1U);
}

/// Tiago has a conflict in Alijó's dossier.
TEST(Ballot, LeavesOutWhatTheJurorMayNotJudge) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.compute();
  const auto dossiers_of = [&](Person& juror) {
    return juror.reads("/editions/2021/ballot", year.program.head())
        .as<projections::Ballot>()
        .result.dossiers;
  };
  EXPECT_EQ(dossiers_of(year.rui).size(), 2U);
  const auto seen = dossiers_of(year.tiago);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].entity.name, "Favaios");
}

TEST(Minutes, NameWhoWithdrewAndKeepTheirReason) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.favaios.does(dossiers::WithdrawDossier{dossier_of_favaios, "Fica para o ano."});
  year.compute();
  year.publish();
  const auto minutes = year.secretary.reads(path, year.program.head()).as<projections::Minutes>();
  ASSERT_EQ(minutes.withdrawn.size(), 1U);
  EXPECT_EQ(minutes.withdrawn[0].entity.name, "Favaios");
  EXPECT_EQ(json::write(minutes).find("Fica para o ano."), std::string::npos);
}

TEST(Minutes, NameTheDigestOfTheResultInTheBundle) {
  Autumn autumn;
  autumn.publish();
  const auto bundle = server::bundle_of(autumn.year.program.app().store(), edition).value();
  EXPECT_EQ(autumn.minutes().deliberations[0].sha256,
            server::writing().sha256(json::write(bundle.result)));
}

TEST(Minutes, KeepEachResultThatWasPublished) {
  Autumn autumn;
  autumn.publish();
  auto& year = autumn.year;
  year.secretary.does(jury::ImposeConflict{dossier_of_favaios, core::AccountId("tiago"), "Primo."});
  year.secretary.does(awards::ComputeResult{edition, std::nullopt, "Impedimento tardio."});
  EXPECT_EQ(autumn.minutes().deliberations.size(), 1U);
  for (auto* juror : {&year.rui, &year.marta}) juror->does(VoteOnResult{edition, 2});
  year.secretary.does(awards::PublishResult{edition});
  const auto minutes = autumn.minutes();
  ASSERT_EQ(minutes.deliberations.size(), 2U);
  EXPECT_EQ(minutes.deliberations[1].version, 2);
  EXPECT_EQ(minutes.deliberations[1].absent, (std::vector<std::string>{"Jurado tiago"}));
  EXPECT_NE(minutes.deliberations[0].sha256, minutes.deliberations[1].sha256);
  EXPECT_EQ(minutes.result.revisions.at(0).reason, "Impedimento tardio.");
}

TEST(Minutes, StayAsTheyAreOnceTheResultIsClosed) {
  Autumn autumn;
  autumn.publish();
  autumn.finalise();
  auto& year = autumn.year;
  year.at("2021-12-20T09:00:00Z");
  year.secretary.does(awards::CloseResult{edition});
  const auto before = year.public_reader.reads(path, year.program.head()).body;
  const core::AccountId rui("rui");
  const std::string because = "Soube-se depois.";
  for (const auto& refused :
       {year.secretary.gives(jury::AppointJuror{edition, core::AccountId("joana"), "Joana", {}}),
        year.secretary.gives(jury::DismissJuror{edition, rui, because}),
        year.secretary.gives(jury::ImposeConflict{dossier_of_favaios, rui, because}),
        year.secretary.gives(
            jury::WaiveConflict{dossier_of_alijo, core::AccountId("tiago"), because}),
        year.rui.gives(jury::AnswerConflict{dossier_of_favaios, rui, true,
                                            jury::ConflictKind::Other, because})})
    EXPECT_EQ(refused.in_short(), "409 result-closed");
  EXPECT_EQ(year.public_reader.reads(path, year.program.head()).body, before);
}

TEST(Minutes, AreADocumentThatIsReadInOrderAndTellsNoMark) {
  Autumn autumn;
  autumn.publish();
  autumn.finalise();
  const auto answer =
      autumn.year.public_reader.reads(path + "/document", autumn.year.program.head());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_TRUE(answer.body.contains("/StructTreeRoot"));
  const auto text = text_of_pdf(answer.body);
  EXPECT_TRUE(reads_in_order(text, {"Edição de 2021",
                                    "Ata do júri",
                                    "Lista definitiva publicada em 18 de outubro de 2021",
                                    "Deliberações",
                                    "Versão 1 do resultado",
                                    "Aprovado por maioria",
                                    "2 votos a favor, 1",
                                    "Jurado marta",
                                    "A favor",
                                    "Jurado rui",
                                    "Jurado tiago",
                                    "Contra",
                                    "Declaração de voto de Jurado tiago",
                                    "O impacto devia pesar mais.",
                                    "Composição do júri",
                                    "Jurado joana",
                                    "20 de setembro de 2021",
                                    "Impedimentos",
                                    "Jurado tiago",
                                    "Alijó: declarado",
                                    "Regra aplicada",
                                    "a média dos",
                                    "Galardão",
                                    "Lista",
                                    "1.º",
                                    "Alijó",
                                    "90,00",
                                    "Galardão: atribuição.",
                                    "Favaios",
                                    "65,00",
                                    "Audiência dos interessados e reclamações",
                                    "indeferida",
                                    "O relatório foi lido.",
                                    "Verificação",
                                    "Pelo júri"}))
      << text;
  for (const auto* kept : {"Adoeceu", "Um irmão", "por ler"})
    EXPECT_EQ(text.find(kept), std::string::npos) << kept << " is not for everybody";
}

}  // namespace
