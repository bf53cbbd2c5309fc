#include "server/cli/cli.hpp"

#include <gtest/gtest.h>

#include <csignal>

#include "eventstore/rocksdb_store.hpp"
#include "projections/generations.hpp"
#include "server/api/endpoint.hpp"
#include "server/application.hpp"
#include "server/http/http_server.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/server/command_line.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using server::cli::done;
using server::cli::failed;
using server::cli::unavailable;
using server::cli::usage;
using server_tests::Ran;
using server_tests::run;

/// What `verify --json` says.
struct Verified {
  bool sound = true;
  std::uint64_t checked = 0;
  std::uint64_t models = 0;
  std::optional<std::uint64_t> fault_position;
  std::optional<std::string> fault_model;
  std::optional<std::string> fault;
  FIELDS(sound, checked, models, fault_position, fault_model, fault)
};

/// A data directory, and the program's command line over it.
class CommandLine : public testing::Test {
 protected:
  /// The same with --data.
  [[nodiscard]] Ran run_here(std::vector<std::string> arguments,
                             const std::string& input = "") const {
    arguments.insert(arguments.end(), {"--data", data().string()});
    return run(arguments, input);
  }

  [[nodiscard]] Ran add_administrator(const std::string& password) const {
    return run_here({"user", "add", "ana", "--name", "Ana Lopes", "--email", "ana@example.pt",
                     "--role", "administrator"},
                    password + "\n");
  }

  /// Somebody changes a row behind the program's back.
  void alter_account_row(const std::string& id) const {
    eventstore::SystemClock clock;
    const auto app = server::Application::open(data(), clock).value();
    auto& store = app->store();
    const auto live = projections::Generations(store).live("accounts");
    const std::vector<eventstore::RowChange> change = {{id, "{}"}};
    ASSERT_TRUE(store.commit(live, store.view(live)->checkpoint(), change));
  }

  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }

 private:
  server_tests::TemporaryFolder folder_;
};

bool says(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

TEST_F(CommandLine, HelpsAndNamesItsExitCodes) {
  const auto help = run({"--help"});
  EXPECT_EQ(help.code, done);
  for (const auto* word : {"serve", "demo", "verify", "rebuild", "backup", "restore", "export",
                           "import", "openapi", "user", "stats", "Exit codes"})
    EXPECT_TRUE(says(help.out, word)) << word;
  EXPECT_EQ(run({"verify", "--help"}).code, done);
}

TEST_F(CommandLine, ThatIsNotUnderstoodEndsWithTwo) {
  EXPECT_EQ(run({}).code, usage);
  EXPECT_EQ(run({"dance"}).code, usage);
  EXPECT_EQ(run({"verify"}).code, usage) << "no data directory";
  EXPECT_EQ(run_here({"verify", "--loudly"}).code, usage);
  EXPECT_EQ(run_here({"user"}).code, usage);
  EXPECT_EQ(
      run_here({"user", "add", "ana", "--name", "Ana", "--email", "a@example.pt", "--role", "king"})
          .code,
      usage);
  EXPECT_EQ(run_here({"rebuild", "horoscope"}).code, usage);
}

TEST_F(CommandLine, MakesTheFirstAdministrator) {
  const auto added = add_administrator("uma palavra-passe comprida");
  EXPECT_EQ(added.code, done) << added.err;
  EXPECT_TRUE(says(added.out, "account/ana at position 1"));
  const auto listed = run_here({"user", "list"});
  EXPECT_EQ(listed.code, done);
  EXPECT_TRUE(says(listed.out, "Ana Lopes"));
  EXPECT_TRUE(says(listed.out, "administrator"));
  const auto again = add_administrator("uma palavra-passe comprida");
  EXPECT_EQ(again.code, failed);
  EXPECT_TRUE(says(again.err, "account-exists"));
}

TEST_F(CommandLine, RefusesShortPasswords) {
  const auto refused = add_administrator("curta");
  EXPECT_EQ(refused.code, failed);
  EXPECT_TRUE(says(refused.err, "password-too-short"));
  EXPECT_EQ(run_here({"user", "list"}).code, unavailable) << "nothing was made for it";
}

TEST_F(CommandLine, ChangesAPassword) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  EXPECT_EQ(run_here({"user", "password", "rui"}, "uma palavra-passe comprida\n").code, failed)
      << "there is no such account";
  EXPECT_EQ(run_here({"user", "password", "ana"}, "curta\n").code, failed);
  EXPECT_EQ(run_here({"user", "password", "ana"}, "outra palavra-passe\n").code, done);
}

TEST_F(CommandLine, VerifiesASoundLog) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  const auto verified = run_here({"verify"});
  EXPECT_EQ(verified.code, done);
  EXPECT_TRUE(says(verified.out, "1 events are sound."));
}

TEST_F(CommandLine, FindsTheByteOfAnEventThatWasChanged) {
  using namespace eventstore::testing;
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  ASSERT_EQ(run_here({"user", "list"}).code, done);  // opened again, the log is in its files
  const std::string sealed = R"("full_name":0)";     // as only the log has it
  const auto files = files_with(data() / "events", ".sst", sealed);
  ASSERT_FALSE(files.empty());
  flip_byte_of(files.front(), sealed);
  EXPECT_EQ(run_here({"verify"}).code, failed);
  const auto told = run_here({"verify", "--json"});
  EXPECT_EQ(told.code, failed);
  const auto report = json::read<Verified>(told.out);
  ASSERT_TRUE(report) << told.out;
  EXPECT_FALSE(report->sound);
  EXPECT_EQ(report->fault_position, 1U);
}

TEST_F(CommandLine, FindsTheReadModelThatIsNotWhatTheLogSays) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  ASSERT_EQ(run_here({"rebuild"}).code, done);
  const auto sound = json::read<Verified>(run_here({"verify", "--json"}).out).value();
  EXPECT_TRUE(sound.sound);
  EXPECT_EQ(sound.models, projections::read_models().size());
  {
    eventstore::SystemClock clock;
    eventstore::SystemEntropy entropy;
    const auto store = eventstore::open_rocksdb_store(data(), clock, entropy).value();
    const auto live = projections::Generations(*store).live("accounts");
    const std::vector<eventstore::RowChange> forged{{"rui", "{}"}};
    ASSERT_TRUE(store->commit(live, 1, forged));
  }
  for (int again = 0; again < 2; ++again) {  // it mends nothing
    const auto told = run_here({"verify", "--json"});
    EXPECT_EQ(told.code, failed);
    const auto report = json::read<Verified>(told.out).value();
    EXPECT_FALSE(report.sound);
    EXPECT_EQ(report.checked, 1U);
    EXPECT_EQ(report.fault_model, "accounts");
    EXPECT_EQ(report.fault_position, 1U);
  }
}

TEST_F(CommandLine, BacksUpRestoresExportsAndImports) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  const auto beside = [&](const char* name) { return (data().parent_path() / name).string(); };
  const auto backed_up = run_here({"backup", "--to", beside("backups")});
  EXPECT_EQ(backed_up.code, done) << backed_up.err;
  EXPECT_TRUE(says(backed_up.out, "000001: 1 events, verified")) << backed_up.out;
  const auto restored = run({"restore", "--from", beside("backups"), "--data", beside("restored")});
  EXPECT_EQ(restored.code, done) << restored.err;
  EXPECT_EQ(run({"user", "list", "--data", beside("restored")}).out,
            run_here({"user", "list"}).out);
  const auto exported = run_here({"export", "--out", beside("log.export")});
  EXPECT_EQ(exported.code, done) << exported.err;
  const auto without_keys =
      run({"import", "--from", beside("log.export"), "--data", beside("imported")});
  EXPECT_EQ(without_keys.code, failed);
  EXPECT_TRUE(says(without_keys.err, "person-keys-missing"));
  const auto imported =
      run({"import", "--from", beside("log.export"), "--data", beside("imported"), "--key",
           (data() / "log-key").string(), "--person-keys", (data() / "person-keys").string()});
  EXPECT_EQ(imported.code, done) << imported.err;
  EXPECT_TRUE(says(imported.out, "The log goes on under it."));
  EXPECT_EQ(run({"user", "list", "--data", beside("imported")}).out,
            run_here({"user", "list"}).out);
  EXPECT_EQ(run({"verify", "--data", beside("imported")}).code, done);
}

TEST_F(CommandLine, PutsNothingWhereSomethingIs) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  const auto backups = (data().parent_path() / "backups").string();
  ASSERT_EQ(run_here({"backup", "--to", backups}).code, done);
  const auto refused = run_here({"restore", "--from", backups});
  EXPECT_EQ(refused.code, failed);
  EXPECT_TRUE(says(refused.err, "place-not-empty"));
  EXPECT_EQ(run({"restore", "--from", data().string() + "-none", "--data", backups + "-2"}).code,
            failed);
  EXPECT_EQ(run({"backup", "--data", backups + "-none", "--to", backups}).code, unavailable);
  EXPECT_EQ(run_here({"backup"}).code, usage);
  EXPECT_EQ(run({"import", "--from", backups + "-none", "--data", backups + "-2"}).code,
            unavailable);
  EXPECT_EQ(run_here({"export", "--out", backups + "/none/log.export"}).code, unavailable);
  EXPECT_FALSE(std::filesystem::exists(backups + "-2"));
}

TEST_F(CommandLine, RebuildsToTheSameBytes) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  const auto rebuilt = run_here({"rebuild"});
  EXPECT_EQ(rebuilt.code, done) << rebuilt.err;
  EXPECT_TRUE(says(rebuilt.out, "the same bytes as before"));
  EXPECT_FALSE(says(rebuilt.out, "NOT"));
  EXPECT_EQ(run_here({"rebuild", "accounts", "--json"}).code, done);
}

TEST_F(CommandLine, TellsWhichRowsARebuildWouldChangeAndChangesNone) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  ASSERT_EQ(run_here({"rebuild"}).code, done);
  EXPECT_EQ(run_here({"rebuild", "--diff"}).code, done);
  alter_account_row("ana");
  const auto told = run_here({"rebuild", "accounts", "--diff"});
  EXPECT_EQ(told.code, failed);
  EXPECT_TRUE(says(told.out, "1 rows at position 1: NOT the bytes of before")) << told.out;
  EXPECT_TRUE(says(told.out, "0 added, 0 removed, 1 changed\n  ~ ana\n")) << told.out;
  const auto again = run_here({"rebuild", "accounts", "--diff", "--json"});
  EXPECT_EQ(again.code, failed);
  EXPECT_EQ(again.out,
            R"({"models":[{"model":"accounts","same":false,"comparison":{"position":1,"rows":1,)"
            R"("added":0,"removed":0,"changed":1,"first":[{"key":"ana","kind":"changed"}]}}],)"
            R"("switched":false})"
            "\n");
  EXPECT_EQ(run_here({"rebuild", "accounts"}).code, failed) << "what it took was not as before";
  EXPECT_EQ(run_here({"rebuild", "accounts", "--diff"}).code, done);
}

TEST_F(CommandLine, LoadsTheDemonstrationNowhereElse) {
  ASSERT_EQ(add_administrator("uma palavra-passe comprida").code, done);
  const auto refused = run_here({"demo"});
  EXPECT_EQ(refused.code, failed);
  EXPECT_TRUE(says(refused.err, "data-not-empty"));
}

TEST_F(CommandLine, MakesNoDataDirectoryThatWasMistyped) {
  const std::vector<std::vector<std::string>> commands = {
      {"verify"}, {"rebuild"}, {"user", "list"}, {"user", "password", "ana"}};
  for (const auto& command : commands) {
    EXPECT_EQ(run_here(command, "uma palavra-passe comprida\n").code, unavailable)
        << command.back();
    EXPECT_FALSE(std::filesystem::exists(data())) << command.back();
  }
  std::filesystem::create_directories(data() / "photographs");
  const auto elsewhere = run_here({"user", "list"});
  EXPECT_EQ(elsewhere.code, unavailable);
  EXPECT_TRUE(says(elsewhere.err, "no-data"));
  EXPECT_FALSE(std::filesystem::exists(data() / "events"));
}

TEST_F(CommandLine, EndsWithThreeWhereTheDataCannotBeHad) {
  eventstore::SystemClock clock;
  const auto held = server::Application::open(data(), clock).value();
  EXPECT_EQ(run_here({"verify"}).code, unavailable);
  const auto listed = run_here({"user", "list"});
  EXPECT_EQ(listed.code, unavailable);
  EXPECT_TRUE(says(listed.err, "store-in-use"));
}

TEST_F(CommandLine, EndsWithThreeWhereThePortIsTaken) {
  const http::Fallbacks silence = {
      [](int status, const http::Request&) { return http::Response{status, {}, ""}; },
      [](const http::Request&, std::string_view) {}};
  http::HttpServer other({}, http::Router(silence));
  ASSERT_TRUE(other.start());
  sigset_t before;
  pthread_sigmask(SIG_SETMASK, nullptr, &before);
  const auto refused = run_here({"serve", "--port", std::to_string(other.port())});
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  EXPECT_EQ(refused.code, unavailable);
  EXPECT_TRUE(says(refused.err, "port-in-use")) << refused.err;
}

TEST_F(CommandLine, PrintsTheOpenApiDocument) {
  const auto printed = run({"openapi"});
  EXPECT_EQ(printed.code, done);
  EXPECT_EQ(printed.out, server::openapi(server::endpoints()) + "\n");
}

}  // namespace
