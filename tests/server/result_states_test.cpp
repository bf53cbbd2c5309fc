#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/editions/edition.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "projections/minutes.hpp"
#include "projections/results.hpp"
#include "server/bundle/export.hpp"
#include "server/bundle/proofs.hpp"
#include "tests/server/award_year.hpp"

/// The autumn of an award, over HTTP: a complaint is upheld, the result replaced and closed.
namespace {

using namespace awards;
using namespace server_tests;

const core::ComplaintId complaint("favaios-1");

/// The list is final; Favaios then says that rui has a conflict in its dossier.
struct Autumn {
  Autumn() {
    year.until_assigned();
    year.score();
    year.seal();
    year.compute();
    year.publish();
    year.at("2021-10-18T09:00:00Z");
    year.secretary.does(FinaliseResult{edition});
    year.at("2021-10-20T09:00:00Z");
  }
  projections::EditionResult shown() {
    return year.public_reader.reads("/editions/2021/results", year.program.head())
        .as<projections::EditionResult>();
  }
  AwardYear year;
};

TEST(ResultInAutumn, IsReplacedAfterAComplaintWasUpheldAndThenClosed) {
  Autumn autumn;
  auto& year = autumn.year;
  year.favaios.does(FileComplaint{dossier_of_favaios, complaint, "Rui é primo do presidente."});
  year.at("2021-10-25T09:00:00Z");
  year.secretary.does(jury::ImposeConflict{dossier_of_favaios, core::AccountId("rui"), "É primo."});
  year.secretary.does(
      DecideComplaint{edition, complaint, ComplaintVerdict::Upheld, "Havia impedimento."});
  EXPECT_EQ(year.secretary.gives(ComputeResult{edition}).in_short(), "422 reason-missing reason");
  year.secretary.does(ComputeResult{edition, std::nullopt, "Reclamação favaios-1."});
  EXPECT_EQ(year.secretary.gives(FinaliseResult{edition}).in_short(), "409 quorum-missing");
  year.vote();
  year.secretary.does(FinaliseResult{edition});
  const auto shown = autumn.shown();
  ASSERT_EQ(shown.revisions.size(), 1U);
  EXPECT_EQ(shown.revisions[0].affected, (std::vector<core::DossierId>{dossier_of_favaios}));
  year.at("2021-11-16T09:00:00Z");
  year.secretary.does(CloseResult{edition});
  EXPECT_EQ(autumn.shown().state, projections::ResultState::Closed);
  EXPECT_TRUE(server::bundle_of(year.program.app().store(), edition));
}

/// What Favaios says in the hearing is upheld: Rui reads its annex, and gives it more.
TEST(ResultInAutumn, IsJudgedOnceMoreWhereWhatAnEntitySaidIsUpheld) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.compute();
  year.publish();
  const core::AccountId rui("rui");
  const auto revision = [&](const core::DossierId& dossier) {
    return jury::ReviseEvaluation{
        dossier, rui, {{core::CriterionId("alcance"), 20, std::nullopt}}, "Li o anexo."};
  };
  year.favaios.does(FileComplaint{dossier_of_favaios, complaint, "O anexo ficou por ler."});
  EXPECT_EQ(year.rui.gives(revision(dossier_of_favaios)).in_short(), "409 scoring-closed");
  year.secretary.does(DecideComplaint{edition, complaint, ComplaintVerdict::Upheld, "Faltou ler."});
  EXPECT_EQ(year.rui.gives(revision(dossier_of_alijo)).in_short(), "409 scoring-closed");
  year.rui.does(revision(dossier_of_favaios));
  EXPECT_TRUE(year.secretary.reads("/editions/2021/minutes", year.program.head())
                  .as<projections::Minutes>()
                  .changed.empty())
      << "nothing is computed of it yet";
  year.secretary.does(ComputeResult{edition, std::nullopt, "Reclamação favaios-1."});
  EXPECT_EQ(year.rui.gives(revision(dossier_of_favaios)).in_short(), "409 scoring-closed");
  year.vote();
  year.secretary.does(PublishResult{edition});
  const auto shown = year.public_reader.reads("/editions/2021/results", year.program.head())
                         .as<projections::EditionResult>();
  EXPECT_EQ(shown.revisions.at(0).affected, (std::vector<core::DossierId>{dossier_of_favaios}));
  EXPECT_TRUE(server::bundle_of(year.program.app().store(), edition));
  const auto minutes = year.secretary.reads("/editions/2021/minutes", year.program.head())
                           .as<projections::Minutes>();
  ASSERT_EQ(minutes.changed.size(), 1U);
  EXPECT_EQ(minutes.changed[0].entity.name, "Favaios");
  EXPECT_EQ(minutes.changed[0].reason, "Li o anexo.");
}

/// Alijó's dossier is admitted as scoring ends: jurors are given the time to judge it.
TEST(Result, LeavesTimeForADossierThatIsAdmittedLate) {
  AwardYear year;
  year.until_assigned();
  year.at("2021-09-20T09:00:00Z");
  const jury::ScoreDossier marks{
      dossier_of_alijo, core::AccountId("rui"), {{core::CriterionId("alcance"), 20, std::nullopt}}};
  EXPECT_EQ(year.rui.gives(marks).in_short(), "409 scoring-closed");
  year.secretary.does(editions::ExtendScoring{
      edition, core::Instant::parse("2021-09-28T22:59:59Z").value(), "Admitida tarde."});
  year.rui.does(marks);
  year.at("2021-09-28T23:00:00Z");
  year.secretary.does(ComputeResult{edition});
  EXPECT_EQ(year.secretary
                .gives(editions::ExtendScoring{
                    edition, core::Instant::parse("2021-09-29T22:59:59Z").value(), "Mais."})
                .in_short(),
            "409 scoring-closed");
}

/// The hearing is over when the panel has another list: it is extended, and once more before a
/// third.
TEST(ResultInAutumn, IsHeardOnTheListThatBecomesFinal) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.compute();
  year.vote();
  year.at("2021-10-16T09:00:00Z");
  EXPECT_EQ(year.secretary.gives(PublishResult{edition}).in_short(), "409 hearing-over");
  const auto until = [](const char* moment) { return core::Instant::parse(moment).value(); };
  year.secretary.does(
      editions::ExtendHearing{edition, until("2021-10-29T22:59:59Z"), "A lista atrasou-se."});
  year.secretary.does(PublishResult{edition});
  const auto key = year.public_reader.sends(http::Method::Get, "/log/key").body;
  const auto verifier = eventstore::LogVerifier::parse(key, "key").value();
  const auto is_proven = [&] {
    const auto bundle = server::bundle_of(year.program.app().store(), edition);
    return bundle && server::check_proofs(*bundle, verifier);
  };
  EXPECT_TRUE(is_proven());
  year.secretary.does(
      editions::ExtendHearing{edition, until("2021-11-05T23:59:59Z"), "Há uma lista nova."});
  year.secretary.does(ComputeResult{edition, std::nullopt, "Impedimento tardio."});
  year.vote();
  year.secretary.does(PublishResult{edition});
  EXPECT_TRUE(is_proven());
  year.at("2021-11-06T00:00:00Z");
  year.secretary.does(FinaliseResult{edition});
  EXPECT_EQ(
      year.secretary.gives(editions::ExtendHearing{edition, until("2021-11-20T23:59:59Z"), "Mais."})
          .in_short(),
      "409 result-final");
}

/// Favaios's dossier is submitted, and nobody has screened it.
TEST(Result, LeavesOutNobodyWhoSubmitted) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  year.submit();
  year.at("2021-07-02T09:00:00Z");
  year.secretary.does(
      dossiers::ScreenDossier{dossier_of_alijo, dossiers::Verdict::Eligible, std::nullopt});
  year.at("2021-09-20T09:00:00Z");
  const auto refused = year.secretary.gives(ComputeResult{edition});
  EXPECT_EQ(refused.in_short(), "409 dossiers-unscreened");
  EXPECT_NE(refused.body.find("2021-170107"), std::string::npos);
  year.secretary.does(dossiers::ScreenDossier{dossier_of_favaios, dossiers::Verdict::NotEligible,
                                              "Fora do prazo."});
  EXPECT_EQ(year.secretary.gives(ComputeResult{edition}).in_short(), "409 dossiers-unjudged")
      << "Alijó's, which is not before the jury";
}

TEST(ResultInAutumn, IsNotFinalBeforeThereIsTimeToComplainOfIt) {
  AwardYear year;
  year.until_assigned();
  year.score();
  year.seal();
  year.compute();
  year.publish();
  year.at("2021-11-16T09:00:00Z");
  EXPECT_EQ(year.secretary.gives(FinaliseResult{edition}).in_short(), "409 complaints-over");
  year.secretary.does(editions::ExtendComplaints{
      edition, core::Instant::parse("2021-12-07T23:59:59Z").value(), "A lista atrasou-se."});
  year.secretary.does(FinaliseResult{edition});
  year.at("2021-12-07T23:59:59Z");
  year.favaios.does(FileComplaint{dossier_of_favaios, complaint, "Há um erro."});
  EXPECT_NE(year.public_reader.reads("/editions/2021", year.program.head())
                .body.find("A lista atrasou-se."),
            std::string::npos);
}

TEST(Complaints, AreReadByTheirEntityAndTheSecretariatAlone) {
  Autumn autumn;
  auto& year = autumn.year;
  EXPECT_EQ(year.alijo.gives(FileComplaint{dossier_of_favaios, complaint, "Erro."}).in_short(),
            "403 not-permitted");
  year.favaios.does(FileComplaint{dossier_of_favaios, complaint, "Há um erro."});
  const std::string of_edition = "/editions/2021/complaints";
  const std::string of_dossier = "/dossiers/2021-170107/complaints";
  const auto head = year.program.head();
  for (auto* reader : {&year.secretary, &year.favaios})
    EXPECT_NE(reader->reads(of_dossier, head).body.find("Há um erro."), std::string::npos);
  EXPECT_NE(year.secretary.reads(of_edition, head).body.find("Há um erro."), std::string::npos);
  for (auto* reader : {&year.alijo, &year.rui, &year.administrator})
    EXPECT_EQ(reader->reads(of_dossier, head).in_short(), "403 not-permitted");
  EXPECT_EQ(year.favaios.reads(of_edition, head).in_short(), "403 not-permitted");
  EXPECT_EQ(year.public_reader.reads(of_dossier, head).in_short(), "401 not-signed-in");
}

}  // namespace
