#include <gtest/gtest.h>

#include "domain/accounts/account.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/editions/edition.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;
using Who = Person AwardYear::*;

/// A request that is refused, and how: "422 weights-sum regulation.sections".
struct Refused {
  std::string name;
  Who who = &AwardYear::public_reader;
  std::string path;  ///< below /api/v1
  std::string body;  ///< empty: it only reads
  std::string how;
  Headers headers = {};  ///< an empty one is left out
  const char* at = "2021-07-14T10:00:00Z";
};

void PrintTo(const Refused& refused, std::ostream* out) {
  *out << refused.path << ": " << refused.how;
}

template <core::Record C>
Refused command(std::string name, Who who, const C& command, std::string how,
                Headers headers = {}) {
  return {std::move(name),
          who,
          "/commands/" + std::string(C::name),
          json::write(command),
          std::move(how),
          std::move(headers)};
}

/// The removal of a draft's record by its owner, but for what `body` and `headers` make of it.
const dossiers::RemoveRecord removal{dossier_of_grandola, diagnosis, 1};
Refused body(std::string name, std::string body, std::string how) {
  return {std::move(name), &AwardYear::grandola, "/commands/dossier.remove-record", std::move(body),
          std::move(how)};
}
Refused headers(std::string name, Headers headers, std::string how) {
  return command(std::move(name), &AwardYear::grandola, removal, std::move(how),
                 std::move(headers));
}

Refused reading(std::string name, Who who, std::string path, std::string how) {
  return {std::move(name), who, std::move(path), "", std::move(how)};
}

/// A new record of Grândola's draft, in time unless it is said otherwise.
Refused record(std::string name, const dossiers::DossierRecord& record, std::string how,
               const char* at = "2021-06-01T10:00:00Z") {
  auto refused = command(std::move(name), &AwardYear::grandola,
                         dossiers::AddRecord{dossier_of_grandola, core::RecordId("novo"), record},
                         std::move(how));
  refused.at = at;
  return refused;
}

std::vector<Refused> in_dossiers() {
  auto early = dossier_samples::activity();
  early.period = {dossier_samples::date("2016-05-01"), dossier_samples::date("2016-05-02")};
  auto blank = dossier_samples::link();
  blank.title = std::string("Ti\0tulo", 7);
  const core::EntityCode own("1701");
  return {
      record("RecordOutsideTheMandate", early, "422 outside-mandate record.period"),
      record("TextWithAControlCharacter", blank, "422 text-unreadable record.title"),
      record("RecordAfterTheDeadline", dossier_samples::link(), "409 deadline-passed",
             "2021-06-30T23:00:00Z"),
      command("SecondDossier", &AwardYear::alijo, dossiers::StartDossier{edition, own},
              "409 dossier-exists"),
      command("DossierInAnUnknownEdition", &AwardYear::alijo,
              dossiers::StartDossier{core::EditionId("1999"), own}, "422 unknown-edition edition"),
      command("SubmissionAfterTheDeadline", &AwardYear::grandola,
              dossiers::SubmitDossier{dossier_of_grandola, {"Rui Vaz", "Presidente"}},
              "409 deadline-passed"),
      command("ChangeAfterSubmission", &AwardYear::alijo,
              dossiers::RemoveRecord{dossier_of_alijo, diagnosis, 1}, "409 already-submitted"),
  };
}

std::vector<Refused> in_editions_and_juries() {
  editions::OpenEdition unbalanced{core::EditionId("2022"), "Edição de 2022", false,
                                   testing_support::small_regulation()};
  unbalanced.regulation.sections[0].criteria[0].weight = 49;
  const auto score = [](const char* juror, std::int64_t value) {
    return jury::ScoreDossier{dossier_of_alijo,
                              core::AccountId(juror),
                              {{core::CriterionId("diagnostico"), value, std::nullopt}}};
  };
  const auto appointment = [](const char* name, const char* juror, const char* answer) {
    return command(name, &AwardYear::secretary,
                   jury::AppointJuror{edition, core::AccountId(juror), "Inês Sá", {}}, answer);
  };
  return {
      command("WeightsThatDoNotAddUp", &AwardYear::secretary, unbalanced,
              "422 weights-sum regulation.sections"),
      appointment("JurorWithoutAnAccount", "ines", "422 unknown-account juror"),
      appointment("JurorWhoIsOfTheSecretariat", "secretario", "422 not-a-juror juror"),
      appointment("JurorWhoApplies", "candidatura-1505", "422 not-a-juror juror"),
      command("ScoreOutsideTheScale", &AwardYear::rui, score("rui", 21),
              "422 score-outside-scale marks[0].value"),
      command("ScoreBelowTheScale", &AwardYear::rui, score("rui", -1),
              "422 score-outside-scale marks[0].value"),
      command("IncompleteEvaluation", &AwardYear::rui,
              jury::SealEvaluation{dossier_of_alijo, core::AccountId("rui")},
              "422 evaluation-incomplete"),
      command("JurorWithAConflict", &AwardYear::tiago, score("tiago", 10),
              "403 juror-has-conflict"),
      command("JurorForAnother", &AwardYear::tiago, score("rui", 10), "403 not-permitted"),
      command("ResultBeforeScoringCloses", &AwardYear::secretary, awards::ComputeResult{edition},
              "409 scoring-open"),
  };
}

std::vector<Refused> of_accounts() {
  const std::string short_password =
      R"({"account":"ines","full_name":"Inês Sá","email":"ines@example.pt","password":"curta",)"
      R"("roles":["juror"],"entities":[]})";
  return {
      command("RoleForAnUnknownEntity", &AwardYear::administrator,
              accounts::ChangeRoles{core::AccountId("candidatura-1505"),
                                    {core::Role::Applicant},
                                    {core::EntityCode("9999")}},
              "422 unknown-entity entities[0]"),
      {"ShortPassword", &AwardYear::administrator, "/accounts", short_password,
       "422 password-too-short password"},
      {"WrongPassword", &AwardYear::public_reader, "/session",
       R"({"account":"rui","password":"outra palavra-passe"})", "401 wrong-credentials"},
      command("WrongRole", &AwardYear::grandola,
              dossiers::ScreenDossier{dossier_of_alijo, {}, std::nullopt}, "403 not-permitted"),
      command("NotSignedIn", &AwardYear::public_reader, removal, "401 not-signed-in"),
      reading("ReadingWithTheWrongRole", &AwardYear::rui, "/accounts", "403 not-permitted"),
      reading("ReadingWithoutSigningIn", &AwardYear::public_reader, "/dossiers/2021-1505",
              "401 not-signed-in"),
  };
}

std::vector<Refused> bodies() {
  constexpr std::size_t limit = std::size_t{1024} * 1024;
  constexpr std::size_t abyss = 100'000;
  return {
      body("BodyOverTheLimit", std::string(limit + 1, ' '), "413 request-too-large"),
      body("InvalidJson", R"({"dossier":"2021-1505",)", "400 invalid-json"),
      body("InvalidUtf8", "{\"dossier\":\"\xE7\",\"record_id\":\"a\"}", "400 invalid-json"),
      body("NestedWithoutEnd", std::string(abyss, '['), "400 invalid-json"),
      body("UnknownField", R"({"dossier":"2021-1505","record_id":"a","revision":1,"more":1})",
           "422 unknown-field more"),
      body("MissingField", R"({"dossier":"2021-1505"})", "422 missing-field record_id"),
      body("WrongType", R"({"dossier":2021,"record_id":"a"})", "422 wrong-type dossier"),
      body("IdWithAPathInIt", R"({"dossier":"../1505","record_id":"a"})",
           "422 invalid-value dossier"),
      body("NotARecord", "[]", "422 wrong-type"),
  };
}

std::vector<Refused> heads() {
  return {
      headers("StaleVersion", {{"if-match", "\"1\""}}, "409 stale-version dossier/2021-1505"),
      headers("VersionThatIsNone", {{"if-match", "yesterday"}}, "400 invalid-header If-Match"),
      headers("MissingKey", {{"idempotency-key", ""}}, "400 invalid-header Idempotency-Key"),
      headers("UnusableKey", {{"idempotency-key", "a b"}}, "400 invalid-header Idempotency-Key"),
      headers("ReusedKey", {{"idempotency-key", "entity-1701"}}, "409 command-id-reused"),
      headers("WrongContentType", {{"content-type", "text/plain"}},
              "415 unsupported-media-type Content-Type"),
      reading("PositionThatIsNone", &AwardYear::public_reader, "/editions?seen=soon",
              "422 invalid-value seen"),
      reading("PositionStillToCome", &AwardYear::public_reader, "/editions?seen=999999",
              "503 position-not-seen"),
      reading("UnknownEntity", &AwardYear::public_reader, "/entities/9999", "404 not-found"),
      reading("UnknownAddress", &AwardYear::public_reader, "/nothing", "404 not-found"),
      reading("WrongMethod", &AwardYear::secretary, "/commands/edition.open",
              "405 method-not-allowed"),
  };
}

/// One year whose jury is at work, for all of these tests.
class BadInput : public testing::TestWithParam<Refused> {
 protected:
  static void SetUpTestSuite() {
    year = std::make_unique<AwardYear>();
    year->until_assigned();
  }
  static void TearDownTestSuite() { year.reset(); }

  static Answer send(Headers more) {
    const auto& refused = GetParam();
    more.insert(refused.headers.begin(), refused.headers.end());
    more.try_emplace("idempotency-key", year->program.fresh_key());
    std::erase_if(more, [](const auto& header) { return header.second.empty(); });
    auto& person = (*year).*refused.who;
    const auto method = refused.body.empty() ? http::Method::Get : http::Method::Post;
    return person.sends(method, "/api/v1" + refused.path, refused.body, std::move(more));
  }
  static eventstore::Position head() { return year->program.head(); }

  static inline std::unique_ptr<AwardYear> year;
};

TEST_P(BadInput, HasItsProblemInBothLanguagesAndLeavesTheLogAsItWas) {
  year->at(GetParam().at);
  const auto before = head();
  const auto answer = send({});
  ASSERT_EQ(answer.in_short(), GetParam().how);
  const auto problem = answer.as<Problem>();
  EXPECT_FALSE(problem.title.empty());
  EXPECT_FALSE(problem.messages.pt.empty());
  EXPECT_NE(problem.messages.pt, problem.messages.en);
  EXPECT_EQ(problem.detail, problem.messages.pt);
  EXPECT_EQ(answer.header("content-language"), "pt");
  EXPECT_EQ(answer.header("retry-after"), answer.status == 503 ? "10" : "");

  const auto english = send({{"accept-language", "en-GB,en;q=0.9"}});
  EXPECT_EQ(english.as<Problem>().detail, english.as<Problem>().messages.en);
  EXPECT_EQ(english.as<Problem>().code, problem.code);
  EXPECT_EQ(english.header("content-language"), "en");
  EXPECT_EQ(head(), before);
}

std::vector<Refused> all() {
  std::vector<Refused> all;
  for (const auto& part :
       {in_dossiers(), in_editions_and_juries(), of_accounts(), bodies(), heads()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, BadInput, testing::ValuesIn(all()),
                         [](const auto& test) { return test.param.name; });

}  // namespace
