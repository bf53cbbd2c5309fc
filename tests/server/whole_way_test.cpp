#include <gtest/gtest.h>

#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/jury/panel.hpp"
#include "projections/deliberations.hpp"
#include "projections/jury_desk.hpp"
#include "projections/results.hpp"
#include "projections/whole_dossier.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/domain/practice_examples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/shown_panel.hpp"

namespace {

using namespace server_tests;

struct Identity {
  core::AccountId account;
  std::string full_name;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  std::vector<core::EntityCode> edits_for;
  FIELDS(account, full_name, roles, entities, edits_for)
};

/// What an applicant takes home.
struct Receipt : projections::ReceiptRow {
  std::string edition_title;
  bool demonstration = false;
  FIELDS_AND_THOSE_OF(projections::ReceiptRow, edition_title, demonstration)
};

bool says(const Answer& page, const char* words) {
  return page.body.find(words) != std::string::npos;
}

Answer page(AwardYear& year, const char* path) {
  return year.public_reader.sends(http::Method::Get, path);
}

/// Each role by the password, as anybody does.
void everybody_signs_in(AwardYear& year) {
  for (auto* person : {&year.administrator, &year.secretary, &year.alijo, &year.rui}) {
    person->forgets_session();
    EXPECT_EQ(person->reads("/session").in_short(), "401 not-signed-in");
    EXPECT_EQ(person->signs_in(everyones_password).in_short(), "200");
    EXPECT_EQ(person->reads("/session").as<Identity>().account.text(), person->account());
  }
}

/// Stale, in step, and once more under the same key.
void change_a_record(AwardYear& year) {
  const auto path = "/dossiers/" + dossier_of_alijo.text();
  const auto etag = year.alijo.reads(path, year.program.head()).header("etag");
  EXPECT_EQ(etag, "\"2\"");
  auto revised = dossier_samples::diagnosis();
  revised.title = "Diagnóstico Social revisto";
  const dossiers::ChangeRecord change{dossier_of_alijo, diagnosis, 1, revised};
  EXPECT_EQ(year.alijo.gives(change, {{"if-match", "\"1\""}}).in_short(),
            "409 stale-version dossier/2021-1701");

  const Headers once = {{"if-match", etag}, {"idempotency-key", "change-1"}};
  const auto first = year.alijo.does(change, once);
  EXPECT_EQ(first.version, 3U);
  EXPECT_FALSE(first.repeated);
  const auto again = year.alijo.does(change, once);
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.position, first.position);
  EXPECT_EQ(year.program.head(), first.position);
  EXPECT_EQ(year.alijo.reads(path, first.position).header("etag"), "\"3\"");
}

void an_incomplete_dossier_is_not_taken(AwardYear& year) {
  const auto refusal =
      year.alijo.gives(dossiers::SubmitDossier{dossier_of_alijo, {"Ana Lopes", "Presidente"}});
  EXPECT_EQ(refusal.in_short(), "422 incomplete");
  EXPECT_TRUE(says(refusal, "III")) << "names the section that lacks a record";
  EXPECT_EQ(year.alijo.reads("/dossiers/2021-1701/receipt").in_short(), "404 not-submitted");
}

void a_submission_has_its_receipt(AwardYear& year) {
  const auto receipt =
      year.alijo.reads("/dossiers/2021-1701/receipt", year.program.head()).as<Receipt>();
  EXPECT_FALSE(receipt.demonstration) << "this edition is none";
  EXPECT_EQ(receipt.by.text(), "candidatura-1701");
  EXPECT_EQ(receipt.at.text(), "2021-06-30T22:59:59.999Z");
  const auto logged = year.program.app().store().read_all(receipt.position, 1);
  ASSERT_EQ(logged.size(), 1U);
  EXPECT_EQ(logged.front().type, "dossier-submitted");
  EXPECT_EQ(logged.front().stream.id, "2021-1701");
}

void after_the_deadline_nothing_is_taken(AwardYear& year) {
  year.at("2021-06-30T23:00:00Z");
  EXPECT_EQ(
      year.grandola.gives(dossiers::SubmitDossier{dossier_of_grandola, {"Rui Vaz", "Presidente"}})
          .in_short(),
      "409 deadline-passed");
}

void screening_shows_in_the_dossier(AwardYear& year) {
  const auto whole =
      year.alijo.reads("/dossiers/2021-1701", year.program.head()).as<projections::WholeDossier>();
  EXPECT_EQ(whole.dossier.state, projections::DossierState::Eligible);
  EXPECT_EQ(whole.records.size(), 2U);
  EXPECT_TRUE(whole.missing.pt.empty());
}

void conflicts_are_asked_before_work_is_given(AwardYear& year) {
  const auto desk =
      year.tiago.reads("/editions/2021/desk", year.program.head()).as<projections::Desk>();
  ASSERT_EQ(desk.conflicts.size(), 2U);
  for (const auto& asked : desk.conflicts)
    EXPECT_EQ(asked.conflict.state, projections::ConflictState::Asked);
  EXPECT_EQ(year.secretary.gives(jury::AssignJurors{edition, {dossier_of_alijo}, 3}).in_short(),
            "409 assignment-infeasible");
}

void nobody_judges_with_a_conflict(AwardYear& year) {
  const auto panel =
      year.secretary.reads("/editions/2021/panel", year.program.head()).as<ShownPanel>();
  EXPECT_EQ(panel.jurors.size(), 4U);
  EXPECT_EQ(panel.assignments.size(), 6U);
  for (const auto& assigned : panel.assignments)
    EXPECT_FALSE(assigned.dossier == dossier_of_alijo && assigned.juror.text() == "tiago");
}

void a_result_waits_for_scoring_to_close(AwardYear& year) {
  EXPECT_EQ(year.secretary.gives(awards::ComputeResult{edition}).in_short(), "409 scoring-open");
}

void a_result_waits_for_its_day(AwardYear& year) {
  EXPECT_EQ(year.secretary.gives(awards::PublishResult{edition}).in_short(),
            "409 results-too-early");
  EXPECT_EQ(year.public_reader.reads("/editions/2021/results", year.program.head()).in_short(),
            "404 result-not-published");
  EXPECT_EQ(page(year, "/edicoes/2021/resultados").status, 404);
  EXPECT_EQ(year.secretary.reads("/editions/2021/results/draft").status, 200);
}

void a_result_needs_the_panels_vote(AwardYear& year) {
  using awards::VoteChoice;
  using awards::VoteOnResult;
  year.at("2021-10-01T08:00:00Z");
  year.rui.does(VoteOnResult{edition, 1, VoteChoice::Against, "Não é justo."});
  year.marta.does(VoteOnResult{edition, 1, VoteChoice::Against, "Não é justo."});
  const auto refusal = year.secretary.gives(awards::PublishResult{edition});
  EXPECT_EQ(refusal.in_short(), "409 quorum-missing");
  EXPECT_TRUE(says(refusal, "2 de 4")) << refusal.body;
  year.joana.does(VoteOnResult{edition, 1});
  EXPECT_EQ(year.secretary.gives(awards::PublishResult{edition}).in_short(),
            "409 result-voted-down");
  const auto ballot =
      year.rui.reads("/editions/2021/ballot", year.program.head()).as<projections::Ballot>();
  EXPECT_EQ(ballot.vote->statement, "Não é justo.");
  EXPECT_EQ(ballot.result.dossiers.size(), 2U);
}

std::vector<std::string> awards_of(const projections::NamedResult& named) {
  std::vector<std::string> titles;
  for (const auto& decision : named.result.awards)
    if (decision.granted) titles.push_back(decision.title);
  return titles;
}

void anybody_reads_the_result(AwardYear& year) {
  const auto result = year.public_reader.reads("/editions/2021/results", year.program.head())
                          .as<projections::EditionResult>();
  ASSERT_EQ(result.dossiers.size(), 2U);
  const auto& alijo = result.dossiers.front();
  EXPECT_EQ(alijo.entity.name, "Alijó");
  EXPECT_EQ(alijo.result.points->shown, "90.00");
  EXPECT_EQ(awards_of(alijo), (std::vector<std::string>{"Galardão", "Bandeira"}));
  const auto& favaios = result.dossiers.back();
  EXPECT_EQ(favaios.result.points->shown, "65.00");
  EXPECT_EQ(awards_of(favaios), std::vector<std::string>{"Bandeira"});
}

void the_page_shows_the_result(AwardYear& year) {
  const auto shown = page(year, "/edicoes/2021/resultados");
  EXPECT_EQ(shown.status, 200);
  EXPECT_EQ(shown.header("content-type"), "text/html; charset=utf-8");
  for (const auto* words : {"Alijó", "90,00", "Galardão", "Favaios", "65,00", "Bandeira"})
    EXPECT_TRUE(says(shown, words)) << words;
  EXPECT_FALSE(says(shown, "Grândola")) << "never submitted";
  EXPECT_FALSE(says(shown, "<script")) << "works without JavaScript";
}

void a_practice_is_reviewed_by_two_people(AwardYear& year) {
  using namespace practices;
  const auto proposal = testing_support::proposal();
  const auto& id = proposal.practice;
  year.alijo.does(ProposePractice{proposal});
  EXPECT_EQ(year.secretary.gives(PublishPractice{id}).in_short(), "409 not-approved");
  year.secretary.does(ReviewPractice{id, ReviewStep::First, Verdict::Approve, ""});
  EXPECT_EQ(
      year.secretary.gives(ReviewPractice{id, ReviewStep::Second, Verdict::Approve, ""}).in_short(),
      "403 same-reviewer");
  EXPECT_EQ(page(year, "/observatorio/cartao-do-idoso").status, 404);
  year.colleague.does(ReviewPractice{id, ReviewStep::Second, Verdict::Approve, ""});
  year.secretary.does(PublishPractice{id});
}

void the_observatory_shows_the_practice(AwardYear& year) {
  EXPECT_EQ(year.public_reader.reads("/practices/cartao-do-idoso", year.program.head()).status,
            200);
  const auto list = page(year, "/observatorio");
  EXPECT_TRUE(says(list, "Cartão Municipal do Idoso"));
  EXPECT_TRUE(says(list, "/observatorio/cartao-do-idoso"));
  const auto practice = page(year, "/observatorio/cartao-do-idoso");
  EXPECT_EQ(practice.status, 200);
  for (const auto* words : {"Cartão Municipal do Idoso", "Alijó", "redesocial@cm-alijo.pt"})
    EXPECT_TRUE(says(practice, words)) << words;
}

}  // namespace

TEST(WholeWay, FromTheOpeningOfAnEditionToTheGalardao) {
  AwardYear year;
  everybody_signs_in(year);
  year.open_edition();
  year.start_dossiers();
  change_a_record(year);
  an_incomplete_dossier_is_not_taken(year);
  year.submit();
  a_submission_has_its_receipt(year);
  after_the_deadline_nothing_is_taken(year);
  year.screen();
  screening_shows_in_the_dossier(year);

  year.appoint_jurors();
  year.ask_conflicts();
  conflicts_are_asked_before_work_is_given(year);
  year.answer_conflicts();
  year.assign();
  nobody_judges_with_a_conflict(year);
  year.score();
  a_result_waits_for_scoring_to_close(year);
  year.seal();

  year.compute();
  a_result_waits_for_its_day(year);
  a_result_needs_the_panels_vote(year);
  year.publish();
  anybody_reads_the_result(year);
  the_page_shows_the_result(year);
  a_practice_is_reviewed_by_two_people(year);
  the_observatory_shows_the_practice(year);
}
