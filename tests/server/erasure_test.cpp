#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "domain/persons/person.hpp"
#include "domain/practices/practice.hpp"
#include "eventstore/verify.hpp"
#include "server/cli/cli.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/domain/practice_examples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/support/files_holding.hpp"

namespace {

using namespace server_tests;
using testing_support::files_holding;

/// A word that nothing else says.
std::string canary(const std::string& who, const std::string& what) {
  return "canary-" + who + "-" + what;
}

std::string hash_of(RunningProgram& program, const std::string& account) {
  return program.app()
      .commands()
      .facts_of({"account", account})
      .find<facts::Account>()
      ->password_hash;
}

/// A year in which some are to be erased and others, who did just the same, are not. Every field
/// that belongs to a person says a word of its own.
class Erasure : public testing::Test {
 protected:
  Erasure() {
    for (const std::string who : {"gone", "kept"}) opens_account(who);
    year_.open_edition();
    year_.start_dossiers();
    year_.at("2021-06-30T09:00:00Z");
    submits(year_.alijo, dossier_of_alijo, "gone");
    submits(year_.favaios, dossier_of_favaios, "kept");
    year_.screen();
    for (const std::string who : {"gone", "kept"}) appoints(who);
    year_.appoint_jurors();
    year_.ask_conflicts();
    judges_conflicts(year_.rui, "gone");
    judges_conflicts(year_.marta, "kept");
    year_.joana.does(
        jury::AnswerConflict{dossier_of_favaios, core::AccountId("joana"), false, {}, ""});
    year_.secretary.does(jury::AssignJurors{edition, {dossier_of_favaios}, 3});
    year_.at("2021-07-14T10:00:00Z");
    comments(year_.rui, "gone");
    comments(year_.marta, "kept");
    shares("gone", dossier_of_alijo, "1701");
    shares("kept", dossier_of_favaios, "170107");
  }

  void opens_account(const std::string& who) {
    const auto answer = year_.administrator.sends(
        http::Method::Post, "/api/v1/accounts",
        R"({"account":")" + who + R"(","full_name":")" + canary(who, "name") + R"(","email":")" +
            canary(who, "mail") + R"(@example.pt","password":")" + canary(who, "password") +
            R"(","roles":["juror"],"entities":[]})",
        {{"idempotency-key", "open-" + who}});
    EXPECT_EQ(answer.status, 200) << answer.body;
    hash_[who] = hash_of(year_.program, who);
  }

  static void submits(Person& applicant, const core::DossierId& dossier, const std::string& who) {
    auto offered = dossier_samples::programme();
    offered.good_practice = true;
    applicant.does(dossiers::AddRecord{dossier, programme, offered});
    applicant.does(
        dossiers::SubmitDossier{dossier, {canary(who, "responsible"), canary(who, "function")}});
  }

  void appoints(const std::string& who) {
    year_.secretary.does(
        jury::AppointJuror{edition, core::AccountId(who), canary(who, "juror"), std::nullopt});
    year_.secretary.does(jury::DescribeJuror{
        edition,
        core::AccountId(who),
        {},
        {},
        {{jury::TieKind::Membership, std::nullopt, canary(who, "tie"), std::nullopt}}});
  }

  /// One of each kind of note about a juror.
  void judges_conflicts(Person& juror, const std::string& who) {
    const core::AccountId id(juror.account());
    juror.does(jury::AnswerConflict{dossier_of_alijo, id, false, {}, canary(who, "denial")});
    juror.does(jury::AnswerConflict{dossier_of_favaios, id, true, jury::ConflictKind::Family,
                                    canary(who, "conflict")});
    year_.secretary.does(jury::ImposeConflict{dossier_of_alijo, id, canary(who, "imposed")});
    year_.secretary.does(
        jury::RulePair{dossier_of_alijo, id, jury::PairRule::Forbidden, canary(who, "ruled")});
    year_.secretary.does(jury::WaiveConflict{dossier_of_favaios, id, canary(who, "waived")});
  }

  static void comments(Person& juror, const std::string& who) {
    juror.does(jury::ScoreDossier{dossier_of_favaios,
                                  core::AccountId(juror.account()),
                                  {{core::CriterionId("alcance"), 15, canary(who, "comment")}}});
  }

  void shares(const std::string& who, const core::DossierId& dossier, const char* entity) {
    const core::PracticeId practice(who);
    practices::Proposal proposal{testing_support::sheet(), practice, dossier, programme,
                                 core::EntityCode(entity)};
    proposal.contact = {canary(who, "contact"), canary(who, "reach") + "@example.pt",
                        canary(who, "phone"), true};
    year_.secretary.does(practices::ProposePractice{proposal});
    year_.secretary.does(practices::ReviewPractice{practice, practices::ReviewStep::First,
                                                   practices::Verdict::Approve, ""});
    year_.colleague.does(practices::ReviewPractice{practice, practices::ReviewStep::Second,
                                                   practices::Verdict::Approve, ""});
    year_.secretary.does(practices::PublishPractice{practice});
  }

  eventstore::Position erases(const std::string& person) {
    return year_.administrator.does(persons::ErasePerson{core::PersonId(person)}).position;
  }
  void erases_all() {
    for (const auto* person : {"gone", "rui", "Responsible-2021-1701", "Contact-gone"})
      erases(person);
  }

  bool all_is_seen() {
    return year_.program.app().views().wait_until_seen(year_.program.head(),
                                                       std::chrono::seconds(60));
  }

  /// All that was said by or of somebody.
  std::vector<std::string> words_of(const std::string& who) {
    std::vector<std::string> words{hash_.at(who)};
    for (const auto* what :
         {"name", "mail", "responsible", "function", "juror", "denial", "conflict", "imposed",
          "ruled", "waived", "tie", "comment", "contact", "reach", "phone"})
      words.push_back(canary(who, what));
    return words;
  }

  /// All that the program still tells of accounts, dossiers, jury and practices.
  std::string everything_told() {
    const auto head = year_.program.head();
    std::string told;
    for (const auto* path : {"/accounts"}) told += year_.administrator.reads(path, head).body;
    for (const auto* path : {"/dossiers/2021-1701", "/dossiers/2021-170107",
                             "/dossiers/2021-1701/receipt", "/dossiers/2021-170107/receipt",
                             "/editions/2021/panel", "/practices/gone", "/practices/kept"})
      told += year_.secretary.reads(path, head).body;
    for (const auto* path : {"/observatorio/gone", "/observatorio/kept"})
      told += year_.public_reader.sends(http::Method::Get, path).body;
    return told;
  }

  AwardYear year_;
  std::map<std::string, std::string> hash_;
};

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST_F(Erasure, LeavesNoWordOfThePersonInAnyFile) {
  EXPECT_TRUE(all_is_seen());
  year_.program.stop();  // what is closed has been flushed, and no file gives way to another
  const auto data = year_.program.data();
  EXPECT_FALSE(files_holding(data, canary("gone", "name")).empty()) << "rows can be looked into";
  year_.program.restart();
  erases_all();
  EXPECT_TRUE(all_is_seen());
  for (const auto& word : words_of("gone"))
    EXPECT_TRUE(files_holding(data, word).empty()) << word << " while it runs";
  year_.program.stop();
  for (const auto& word : words_of("gone"))
    for (const auto& file : files_holding(data, word)) ADD_FAILURE() << word << " in " << file;
  EXPECT_TRUE(eventstore::verify(data)->sound());
}

TEST_F(Erasure, NoAnswerTellsWhatWasErasedAndAllOtherWordsStay) {
  const auto before = everything_told();
  for (const std::string who : {"gone", "kept"})
    for (const auto* what : {"name", "responsible", "juror", "tie", "denial", "imposed", "contact"})
      EXPECT_TRUE(says(before, canary(who, what))) << who << " " << what;
  erases_all();
  for (int i = 0; i < 2; ++i) {
    const auto told = everything_told();
    EXPECT_FALSE(says(told, "canary-gone"));
    EXPECT_TRUE(says(told, "[dados apagados]"));
    for (const auto* what : {"name", "responsible", "juror", "tie", "denial", "imposed", "contact"})
      EXPECT_TRUE(says(told, canary("kept", what))) << what;
    year_.program.restart();
  }
}

TEST_F(Erasure, OfAnAccountEndsItsSessionsAndItsWayIn) {
  EXPECT_EQ(year_.rui.reads("/editions/2021/desk").status, 200);
  Person gone(year_.program, "gone");
  EXPECT_EQ(gone.signs_in(canary("gone", "password")).status, 200);
  erases("gone");
  EXPECT_NE(gone.reads("/editions/2021/desk").status, 200);
  EXPECT_EQ(gone.signs_in(canary("gone", "password")).status, 401);
  EXPECT_EQ(year_.rui.reads("/editions/2021/desk").status, 200);
}

TEST_F(Erasure, IsTheAdministratorsAndOfWhoeverIsKnown) {
  EXPECT_EQ(year_.secretary.gives(persons::ErasePerson{core::PersonId("gone")}).status, 403);
  EXPECT_EQ(year_.administrator.gives(persons::ErasePerson{core::PersonId("nobody")}).in_short(),
            "404 unknown-person person");
}

TEST_F(Erasure, LeavesEveryProofGood) {
  auto& store = year_.program.app().store();
  const auto head = store.head();
  std::vector<eventstore::Receipt> before;
  for (eventstore::Position at = 1; at <= head; ++at) before.push_back(store.receipt(at));
  const auto tree = store.tree();
  erases_all();
  for (const auto& receipt : before)
    EXPECT_TRUE(eventstore::verify_receipt(receipt, store.verifier()));
  for (eventstore::Position at = 1; at <= store.head(); ++at)
    EXPECT_TRUE(eventstore::verify_receipt(store.receipt(at), store.verifier()));
  const auto now = store.tree();
  EXPECT_TRUE(eventstore::merkle::verify_consistency(tree, now, store.consistency(head, now.size)));
}

TEST_F(Erasure, ByTheCommandLineIsDoneWhenItAnswers) {
  year_.program.stop();
  const auto data = year_.program.data().string();
  const auto run = [&](const char* person) {
    const std::vector<const char*> argv{"autarquia", "person",     "erase",
                                        "--data",    data.c_str(), person};
    return server::cli::run(static_cast<int>(argv.size()), argv.data());
  };
  EXPECT_EQ(run("gone"), server::cli::done);
  EXPECT_TRUE(files_holding(data, canary("gone", "name")).empty());
  EXPECT_EQ(run("gone"), server::cli::done) << "once more changes nothing";
  EXPECT_EQ(run("nobody"), server::cli::failed);
}

}  // namespace
