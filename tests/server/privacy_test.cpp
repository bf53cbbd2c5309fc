#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel_commands.hpp"
#include "domain/practices/practice.hpp"
#include "projections/jury_desk.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/domain/practice_examples.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string secret_of(const Person& juror) {
  return "Segredo de " + juror.account();
}

void comment(Person& juror, const core::DossierId& dossier) {
  juror.does(jury::ScoreDossier{dossier,
                                core::AccountId(juror.account()),
                                {{core::CriterionId("alcance"), 15, secret_of(juror)}}});
}

/// One year with a computed result that nobody has published; every juror's marks have a comment
/// that names who made them.
class Privacy : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared = std::make_unique<AwardYear>();
    shared->until_assigned();
    shared->score();
    for (auto* juror : {&shared->rui, &shared->marta, &shared->joana})
      comment(*juror, dossier_of_alijo);
    comment(shared->tiago, dossier_of_favaios);
    shared->seal();
    shared->compute();
  }
  static void TearDownTestSuite() { shared.reset(); }

  static AwardYear& year() { return *shared; }
  static Answer read(Person& person, const std::string& path) {
    return person.reads(path, shared->program.head());
  }

 private:
  static inline std::unique_ptr<AwardYear> shared;
};

TEST_F(Privacy, AJurorSeesNothingOfAnother) {
  for (auto* juror : year().jurors) {
    const auto answer = read(*juror, "/editions/2021/desk");
    EXPECT_TRUE(says(answer.body, secret_of(*juror))) << "one's own work is there";
    auto seen = answer.body;
    const auto desk = answer.as<projections::Desk>();
    for (const auto& assignment : desk.assignments) {
      const auto dossier = "/dossiers/" + assignment.dossier.text();
      seen += read(*juror, dossier).body + read(*juror, dossier + "/evaluation").body;
    }
    for (const auto* other : year().jurors) {
      if (other == juror) continue;
      EXPECT_FALSE(says(seen, other->account()))
          << juror->account() << " sees " << other->account();
    }
  }
}

TEST_F(Privacy, AnEvaluationIsForItsJurorAlone) {
  const std::string path = "/dossiers/2021-1701/evaluation";
  EXPECT_EQ(read(year().rui, path).as<projections::WholeEvaluation>().juror.text(), "rui");
  EXPECT_EQ(read(year().tiago, path).in_short(), "403 not-permitted");
  EXPECT_EQ(read(year().secretary, path).in_short(), "403 not-permitted");
  EXPECT_EQ(read(year().alijo, path).in_short(), "403 not-permitted");
  EXPECT_EQ(read(year().administrator, path).in_short(), "403 not-permitted");
}

TEST_F(Privacy, TheSecretariatSeesHowFarTheJuryIsButNoMarks) {
  const auto panel = read(year().secretary, "/editions/2021/panel");
  EXPECT_EQ(panel.status, 200);
  EXPECT_FALSE(says(panel.body, "Segredo"));
  EXPECT_FALSE(says(panel.body, "alcance"));
  for (auto* other : {&year().rui, &year().alijo, &year().administrator})
    EXPECT_EQ(read(*other, "/editions/2021/panel").in_short(), "403 not-permitted");
}

TEST_F(Privacy, WhatAJurorIsTiedToIsForTheSecretariatAlone) {
  year().secretary.does(jury::DescribeJuror{
      edition,
      core::AccountId("rui"),
      {},
      {},
      {{jury::TieKind::Membership, std::nullopt, "Liga de Rui", std::nullopt}}});
  EXPECT_TRUE(says(read(year().secretary, "/editions/2021/panel").body, "Liga de Rui"));
  for (const std::string path : {"/desk", "/panel", "/ballot", "/advice", "/minutes"})
    for (auto* other : {&year().rui, &year().joana, &year().alijo, &year().public_reader})
      EXPECT_FALSE(says(read(*other, "/editions/2021" + path).body, "Liga de Rui")) << path;
}

TEST_F(Privacy, AJurorSeesNothingOfHowADossierWasWritten) {
  EXPECT_EQ(read(year().rui, "/dossiers/2021-1701").status, 200) << "a juror of it";
  EXPECT_EQ(read(year().rui, "/dossiers/2021-1701/history").in_short(), "403 not-permitted");
}

TEST_F(Privacy, AnApplicantSeesNothingOfTheJury) {
  const auto own = read(year().alijo, "/dossiers/2021-1701");
  ASSERT_EQ(own.status, 200);
  for (const auto* juror : year().jurors) EXPECT_FALSE(says(own.body, juror->account()));
}

TEST_F(Privacy, AnothersDossierAnswersAsOneThatDoesNotExist) {
  for (const std::string what : {"", "/receipt", "/receipt/file", "/evaluation", "/history"})
    for (auto* person : {&year().grandola, &year().tiago, &year().administrator}) {
      const auto existing = read(*person, "/dossiers/2021-1701" + what);
      EXPECT_EQ(existing.in_short(), "403 not-permitted");
      EXPECT_EQ(existing.body, read(*person, "/dossiers/2021-0999" + what).body);
    }
}

TEST_F(Privacy, AnothersDossierIsWrittenToLikeOneThatDoesNotExist) {
  const auto add = [](const core::DossierId& dossier) {
    return year().grandola.gives(
        dossiers::AddRecord{dossier, core::RecordId("a"), dossier_samples::link()});
  };
  const auto existing = add(dossier_of_alijo);
  EXPECT_EQ(existing.in_short(), "403 not-permitted");
  EXPECT_EQ(existing.body, add(core::DossierId("2021-0999")).body);
}

TEST_F(Privacy, AnothersPracticeInPreparationAnswersAsNone) {
  year().alijo.does(practices::ProposePractice{testing_support::proposal()});
  const auto revise = [](const char* practice) {
    auto revision = testing_support::revision();
    revision.practice = core::PracticeId(practice);
    return year().grandola.gives(practices::RevisePractice{revision});
  };
  EXPECT_EQ(revise("cartao-do-idoso").in_short(), "403 not-permitted");
  EXPECT_EQ(revise("cartao-do-idoso").body, revise("nenhuma").body);
  EXPECT_EQ(read(year().public_reader, "/practices/cartao-do-idoso").body,
            read(year().public_reader, "/practices/nenhuma").body);
  EXPECT_EQ(read(year().alijo, "/practices-in-preparation").in_short(), "403 not-permitted");
  EXPECT_TRUE(says(read(year().secretary, "/practices-in-preparation").body, "cartao-do-idoso"));
}

TEST_F(Privacy, ADraftOfTheResultIsForTheSecretariat) {
  const std::string path = "/editions/2021/results/draft";
  EXPECT_EQ(read(year().secretary, path).status, 200);
  EXPECT_EQ(read(year().public_reader, path).in_short(), "401 not-signed-in");
  for (auto* person : {&year().alijo, &year().rui, &year().administrator})
    EXPECT_EQ(read(*person, path).in_short(), "403 not-permitted");
  EXPECT_EQ(read(year().public_reader, "/editions/2021/results").in_short(),
            "404 result-not-published");
}

TEST_F(Privacy, APasswordsHashIsShownToNobody) {
  const auto accounts = read(year().administrator, "/accounts");
  EXPECT_TRUE(says(accounts.body, "candidatura-1701"));
  EXPECT_FALSE(says(accounts.body, "argon2"));
}

}  // namespace
