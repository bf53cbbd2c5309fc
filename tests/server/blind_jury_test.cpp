#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "server/api/endpoint.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/answers.hpp"
#include "tests/server/award_year.hpp"

/// What a juror is not to know, and tries to: whether a dossier exists, and what the others do.
namespace {

using namespace server_tests;
using permissions::Audience;

const core::DossierId unknown("2021-0999");
const core::AccountId rui("rui");
const core::AccountId tiago("tiago");

/// As if it had been asked of the dossier that does not exist, where the answer repeats its name.
std::string renamed(std::string bytes, const core::DossierId& dossier) {
  const auto& name = dossier.text();
  for (auto at = bytes.find(name); at != std::string::npos; at = bytes.find(name))
    bytes.replace(at, name.size(), unknown.text());
  return bytes;
}

/// Every GET of the API that is not for everybody.
std::vector<std::string> protected_paths() {
  std::vector<std::string> paths;
  for (const auto& endpoint : server::endpoints())
    if (endpoint.method == http::Method::Get && endpoint.audience != Audience::Everyone)
      paths.push_back(endpoint.path);
  return paths;
}

/// A command about a dossier and, where there is one, a juror.
template <class C>
C about(const core::DossierId& dossier, const core::AccountId& juror) {
  C command{};
  command.dossier = dossier;
  if constexpr (requires { command.juror; }) command.juror = juror;
  if constexpr (requires { command.reason; }) command.reason = "Porque sim.";
  if constexpr (requires { command.record_id; }) command.record_id = core::RecordId("a");
  return command;
}

std::vector<jury::Mark> marks(std::int64_t value) {
  std::vector<jury::Mark> marks;
  for (const auto* criterion : {"diagnostico", "alcance", "resultados"})
    marks.push_back({core::CriterionId(criterion), value, std::nullopt});
  return marks;
}

/// Alijó's dossier has three jurors and a conflict of Tiago's; Favaios's is judged by Tiago and
/// others; Grândola's is a draft that no juror was asked about.
class BlindJury : public testing::Test {
 protected:
  AwardYear year;

  BlindJury() { year.until_assigned(); }

  std::string read(Person& person, const std::string& path) {
    return bytes_of(person.reads(path, year.program.head()));
  }
  template <class C>
  void cannot_tell(Person& person, const core::DossierId& dossier, const core::AccountId& juror) {
    for (const auto* seen : {"", "\"0\"", "\"1\"", "\"99\""}) {
      Headers headers;
      if (*seen != 0) headers["if-match"] = seen;
      const auto head = year.program.head();
      const auto existing =
          renamed(bytes_of(person.gives(about<C>(dossier, juror), headers)), dossier);
      EXPECT_EQ(existing, bytes_of(person.gives(about<C>(unknown, juror), headers)))
          << C::name << " " << dossier.text() << " " << juror.text() << " " << seen;
      EXPECT_EQ(year.program.head(), head) << C::name;
    }
  }
  template <class... C>
  void cannot_tell_by(Person& person, const core::DossierId& dossier,
                      const core::AccountId& juror) {
    (cannot_tell<C>(person, dossier, juror), ...);
  }
  /// All that Tiago may read, and what a command of his answers.
  std::string everything_tiago_sees() {
    std::string seen;
    for (const auto& endpoint : server::endpoints()) {
      if (endpoint.method != http::Method::Get || endpoint.id == "service.health") continue;
      if (endpoint.answer_type == "application/pdf") continue;  // no two are the same bytes
      for (const auto* dossier : {"2021-170107", "2021-1701", "2021-1505"})
        seen += read(year.tiago, with_names(endpoint.path, {{"dossier", dossier},
                                                            {"edition", "2021"},
                                                            {"account", "rui"},
                                                            {"entity", "1701"}}));
    }
    auto accepted = year.tiago.does(jury::AnswerConflict{dossier_of_favaios, tiago, false, {}, ""});
    accepted.position = 0;
    accepted.recorded_at = {};
    return seen + json::write(accepted);
  }
  void tries_every_command(Person& person, const core::DossierId& dossier,
                           const core::AccountId& juror) {
    cannot_tell_by<jury::AnswerConflict, jury::ImposeConflict, jury::WaiveConflict, jury::RulePair,
                   jury::ScoreDossier, jury::SealEvaluation, jury::ReviseEvaluation,
                   jury::ReleaseComments, dossiers::AddRecord, dossiers::ChangeRecord,
                   dossiers::RemoveRecord, dossiers::SubmitDossier, dossiers::ScreenDossier,
                   dossiers::ContestScreening>(person, dossier, juror);
  }
};

TEST_F(BlindJury, ReadsOfADossierThatExistsAndOfNoneAreTheSame) {
  const auto paths = protected_paths();
  EXPECT_GT(paths.size(), 8U);
  for (const auto& path : paths) {
    const auto of = [&](const char* dossier, const char* account) {
      return read(year.tiago, with_names(path, {{"dossier", dossier},
                                                {"edition", "2021"},
                                                {"account", account},
                                                {"juror", account},
                                                {"entity", "1701"},
                                                {"practice", "cartao"}}));
    };
    for (const auto* dossier : {"2021-1701", "2021-1505"})
      EXPECT_EQ(of(dossier, "rui"), of("2021-0999", "ninguem")) << path;
  }
}

TEST_F(BlindJury, WhatIsForTheSecretariatIsRefusedForEveryEditionAlike) {
  for (const auto& endpoint : server::endpoints()) {
    if (endpoint.method != http::Method::Get || endpoint.audience != Audience::Secretariat)
      continue;
    const auto of = [&](const char* edition) {
      return read(year.tiago, with_names(endpoint.path, {{"edition", edition}}));
    };
    EXPECT_EQ(of("2021"), of("1999")) << endpoint.path;
  }
}

TEST_F(BlindJury, CommandsOnADossierThatExistsAndOnNoneAreRefusedAlike) {
  year.at("2021-07-14T10:00:00Z");
  year.rui.does(jury::ScoreDossier{
      dossier_of_alijo, rui, {{core::CriterionId("alcance"), 15, std::nullopt}}});
  tries_every_command(year.tiago, dossier_of_alijo, rui);
  tries_every_command(year.tiago, dossier_of_grandola, rui);
  tries_every_command(year.tiago, dossier_of_grandola, tiago);
  tries_every_command(year.grandola, dossier_of_alijo, rui);
}

TEST_F(BlindJury, AnAnswerOnAConflictTellsNoVersionAndTakesNone) {
  const jury::AnswerConflict none{dossier_of_favaios, tiago, false, {}, ""};
  EXPECT_EQ(year.tiago.gives(none, {{"if-match", "\"1\""}}).in_short(),
            "400 invalid-header If-Match");
  const auto answer = year.tiago.gives(none);
  EXPECT_EQ(answer.header("etag"), "");
  EXPECT_EQ(answer.as<server::Accepted>().version, 0U);
}

TEST_F(BlindJury, NothingThatTheOthersDoShowsInWhatAJurorSees) {
  year.at("2021-07-14T10:00:00Z");
  (void)everything_tiago_sees();  // the answer that Tiago repeats is in both
  const auto before = everything_tiago_sees();
  for (auto* juror : {&year.rui, &year.marta, &year.joana}) {
    const core::AccountId account(juror->account());
    juror->does(jury::ScoreDossier{dossier_of_alijo, account, marks(18)});
    juror->does(jury::SealEvaluation{dossier_of_alijo, account});
  }
  year.rui.does(jury::ReviseEvaluation{dossier_of_alijo,
                                       rui,
                                       {{core::CriterionId("alcance"), 15, std::nullopt}},
                                       "Na deliberação."});
  year.marta.does(jury::AnswerConflict{dossier_of_alijo, core::AccountId("marta"), true,
                                       jury::ConflictKind::Mandate, "Sou da assembleia."});
  year.secretary.does(jury::DismissJuror{edition, core::AccountId("joana"), "Adoeceu."});
  EXPECT_NE(before.find("2021-170107"), std::string::npos);
  EXPECT_EQ(everything_tiago_sees(), before);
}

TEST_F(BlindJury, HowTheOthersVoteShowsNowhereBeforeTheResultIsPublished) {
  year.score();
  year.seal();
  year.compute();
  (void)everything_tiago_sees();
  const auto before = everything_tiago_sees();
  year.rui.does(awards::VoteOnResult{edition, 1});
  year.marta.does(awards::VoteOnResult{edition, 1, awards::VoteChoice::Against, "Não é justo."});
  EXPECT_NE(before.find("65/1"), std::string::npos) << "what he votes on";
  EXPECT_EQ(before.find("90/1"), std::string::npos) << "Alijó's, in which he has a conflict";
  const auto advice = read(year.tiago, "/editions/2021/advice");
  EXPECT_NE(advice.find("2021-170107"), std::string::npos);
  EXPECT_EQ(advice.find("2021-1701\""), std::string::npos) << "nor there";
  EXPECT_NE(read(year.rui, "/editions/2021/advice").find("2021-1701\""), std::string::npos);
  EXPECT_EQ(everything_tiago_sees(), before);
  const auto answer = year.tiago.gives(awards::VoteOnResult{edition, 1});
  EXPECT_EQ(answer.as<server::Accepted>().version, 0U);
  EXPECT_EQ(answer.header("etag"), "");
}

TEST_F(BlindJury, WhatTheMarksAddUpToIsNotShownWhileAnybodyCanChangeTheirs) {
  const auto before = read(year.tiago, "/editions/2021/ballot");
  year.score();
  year.seal();
  EXPECT_EQ(year.secretary.gives(awards::ComputeResult{edition}).in_short(), "409 scoring-open");
  EXPECT_EQ(read(year.tiago, "/editions/2021/ballot"), before);
  EXPECT_EQ(year.tiago.reads("/editions/2021/ballot").in_short(), "409 scoring-open");
  EXPECT_EQ(year.tiago.gives(awards::VoteOnResult{edition, 1}).in_short(), "409 scoring-open");
}

/// The same year by a regulation that lets jurors know each other, and who made the dossiers.
class OpenJury : public testing::Test {
 protected:
  AwardYear year;

  OpenJury() {
    year.rules.jurors_see = {.other_jurors = true, .authors = true};
    year.until_assigned();
  }
  std::string read(Person& person, const std::string& path) {
    return person.reads(path, year.program.head()).body;
  }
};

TEST_F(OpenJury, KnowsWhoSitsAndWhoSubmittedADossier) {
  const auto desk = read(year.tiago, "/editions/2021/desk");
  for (const auto* name : {"Jurado rui", "Jurado marta", "Jurado joana"})
    EXPECT_NE(desk.find(name), std::string::npos) << name;
  EXPECT_NE(read(year.tiago, "/dossiers/2021-170107").find("Ana Lopes"), std::string::npos);
  EXPECT_EQ(read(year.alijo, "/editions/2021/desk").find("Jurado"), std::string::npos)
      << "for those who sit alone";
}

TEST_F(OpenJury, KnowsNoMarkOfAnotherAllTheSame) {
  year.at("2021-07-14T10:00:00Z");
  const auto seen = [&] {
    return read(year.tiago, "/editions/2021/desk") + read(year.tiago, "/dossiers/2021-170107") +
           read(year.tiago, "/dossiers/2021-170107/evaluation");
  };
  const auto before = seen();
  for (auto* juror : {&year.rui, &year.marta, &year.joana})
    (void)juror->gives(
        jury::ScoreDossier{dossier_of_favaios, core::AccountId(juror->account()), marks(11)});
  EXPECT_EQ(seen(), before);
}

TEST_F(BlindJury, WhoElseSitsIsNotOnADesk) {
  EXPECT_EQ(read(year.tiago, "/editions/2021/desk").find("Jurado"), std::string::npos);
}

TEST_F(BlindJury, ABallotIsForThoseWhoSit) {
  year.secretary.does(jury::DismissJuror{edition, tiago, "Adoeceu."});
  for (auto* person : {&year.tiago, &year.alijo})
    EXPECT_EQ(person->reads("/editions/2021/ballot", year.program.head()).in_short(),
              "403 not-permitted");
  EXPECT_EQ(year.rui.reads("/editions/1999/ballot").in_short(), "403 not-permitted");
}

TEST_F(BlindJury, WhoSubmittedADossierIsNotForItsJurors) {
  const auto seen = read(year.tiago, "/dossiers/2021-170107");
  EXPECT_EQ(seen.find("Ana Lopes"), std::string::npos);
  EXPECT_EQ(seen.find("candidatura-"), std::string::npos);
  EXPECT_NE(read(year.favaios, "/dossiers/2021-170107").find("Ana Lopes"), std::string::npos);
  EXPECT_EQ(year.tiago.reads("/dossiers/2021-170107/receipt", year.program.head()).in_short(),
            "403 not-permitted");
}

}  // namespace
