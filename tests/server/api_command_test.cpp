#include <gtest/gtest.h>

#include "domain/entities/entity.hpp"
#include "server/cli/cli.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/projections/examples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/command_line.hpp"

/// `autarquia api`: the JSON API over a data directory that nobody serves.
namespace {

using namespace server_tests;
using eventstore::testing::write_bytes;

class ApiOnTheCommandLine : public testing::Test {
 protected:
  ApiOnTheCommandLine() {
    EXPECT_EQ(run({"user", "add", "ana", "--data", data(), "--name", "Ana Lopes", "--email",
                   "ana@example.pt", "--role", "administrator"},
                  password)
                  .code,
              server::cli::done);
    write_bytes(body(), json::write(entities::RegisterEntity{testing_support::alijo()}));
  }

  [[nodiscard]] std::string data() const { return (folder_.path() / "data").string(); }
  [[nodiscard]] std::string body() const { return (folder_.path() / "body.json").string(); }
  [[nodiscard]] Ran ask(std::vector<std::string> rest, const std::string& input = "") const {
    rest.insert(rest.begin(), {"api", "--data", data()});
    return run(rest, input);
  }

  static constexpr auto password = "uma palavra-passe longa\n";
  TemporaryFolder folder_;
};

TEST_F(ApiOnTheCommandLine, AnswersWhatTheApiAnswers) {
  const auto editions = ask({"/editions"});
  EXPECT_EQ(editions.code, server::cli::done) << editions.err;
  EXPECT_TRUE(editions.out.starts_with(R"({"editions":[])")) << editions.out;
  const auto none = ask({"/editions/2021/results"});
  EXPECT_EQ(none.code, server::cli::failed);
  EXPECT_NE(none.out.find(R"("code":"not-found")"), std::string::npos) << none.out;
}

TEST_F(ApiOnTheCommandLine, GivesACommandAsWhoeverHasThePassword) {
  const std::vector<std::string> command = {"/commands/entity.register", "--body", body(), "--as",
                                            "ana"};
  const auto given = ask(command, password);
  EXPECT_EQ(given.code, server::cli::done) << given.out << given.err;
  EXPECT_EQ(ask({"/entities/1701"}).code, server::cli::done);
  const auto wrong = ask(command, "outra palavra-passe\n");
  EXPECT_EQ(wrong.code, server::cli::failed);
  EXPECT_NE(wrong.out.find("wrong-credentials"), std::string::npos) << wrong.out;
  const auto nobody = ask({"/commands/entity.register", "--body", body()});
  EXPECT_NE(nobody.out.find("not-signed-in"), std::string::npos) << nobody.out;
}

TEST_F(ApiOnTheCommandLine, GivesACommandOfOneKeyOnce) {
  const std::vector<std::string> command = {
      "/commands/entity.register", "--body", body(), "--as", "ana", "--key", "once"};
  const auto first = ask(command, password);
  ASSERT_EQ(first.code, server::cli::done) << first.out;
  const auto again = ask(command, password).out;
  EXPECT_NE(again.find(R"("position":2,)"), std::string::npos) << again;
  EXPECT_NE(again.find(R"("repeated":true)"), std::string::npos) << again;
}

TEST_F(ApiOnTheCommandLine, RefusesAPathAndAFileThatAreNone) {
  EXPECT_EQ(ask({"editions"}).code, server::cli::failed);
  EXPECT_EQ(ask({"/editions/../.."}).code, server::cli::failed);
  EXPECT_EQ(ask({"/session", "--body", body() + ".none"}).code, server::cli::unavailable);
}

}  // namespace
