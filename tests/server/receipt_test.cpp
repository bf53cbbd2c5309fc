#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "domain/dossiers/dossier_events.hpp"
#include "eventstore/receipt.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/demonstration/demonstration.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/command_line.hpp"

namespace {

using namespace server_tests;
using eventstore::testing::bytes_of;
using eventstore::testing::write_bytes;
using server::cli::done;
using server::cli::failed;
using server::cli::ReceiptOptions;
using server::cli::unavailable;

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// A log with the submissions of Alijó and of Favaios among other events, exported.
class ReceiptFile : public testing::Test {
 protected:
  ReceiptFile() {
    server::ScriptedClock clock;
    clock.set(core::Instant::parse("2021-06-30T22:59:59.999Z").value());
    const auto app = server::Application::open(data(), clock).value();
    for (const auto& dossier : {dossier_of_alijo, dossier_of_favaios}) {
      eventstore::Append append;
      append.command_id = append.correlation = core::CommandId("c-" + dossier.text());
      for (const auto type : {dossiers::DossierStarted::name, dossiers::DossierSubmitted::name})
        append.events.push_back({{"dossier", dossier.text()}, std::string(type), 1, "{}"});
      EXPECT_TRUE(app->store().append(append));
    }
  }
  void export_all() {
    const auto exported =
        run({"receipt", "export", "--all", "--data", data().string(), "--out", out().string()});
    ASSERT_EQ(exported.code, done) << exported.err;
    EXPECT_TRUE(says(exported.out, "2 receipts and log.pub"));
  }

  [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }
  [[nodiscard]] std::filesystem::path out() const { return folder_.path() / "out"; }
  [[nodiscard]] std::filesystem::path file() const { return out() / "2021-1701.json"; }
  [[nodiscard]] std::filesystem::path key() const { return out() / "log.pub"; }
  [[nodiscard]] Ran verify() const {
    return run({"receipt", "verify", file().string(), "--key", key().string()});
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(ReceiptFile, IsOneForEachSubmissionBesideTheKey) {
  export_all();
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(out()))
    names.insert(entry.path().filename().string());
  EXPECT_EQ(names, (std::set<std::string>{"2021-1701.json", "2021-170107.json", "log.pub"}));
  EXPECT_EQ(run({"receipt", "export", "--data", data().string(), "--out", out().string()}).code,
            server::cli::usage);
}

TEST_F(ReceiptFile, ProvesItsSubmissionWithoutTheDatabase) {
  export_all();
  std::filesystem::remove_all(data());
  const auto verified = verify();
  EXPECT_EQ(verified.code, done) << verified.err;
  EXPECT_TRUE(says(verified.out, "dossier    2021-1701\n"));
  EXPECT_TRUE(says(verified.out, "submitted  2021-06-30 23:59:59 WEST (Lisbon)\n"));
  EXPECT_TRUE(says(verified.out, "position   2\n"));
  EXPECT_TRUE(says(verified.out, "log        autarquia-solidaria/"));
}

/// Calls `look` with `text` after each of its letters and digits was changed, one at a time.
template <class Look>
void for_each_change(const std::string& text, Look look) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (std::isalnum(c) == 0) continue;
    auto changed = text;
    changed[i] = c == '9' ? '0' : c == 'z' ? 'a' : c == 'Z' ? 'A' : static_cast<char>(c + 1);
    look(changed, i);
    if (std::isalpha(c) == 0) continue;
    changed[i] = static_cast<char>(c ^ 0x20U);  // the other case
    look(changed, i);
  }
}

TEST_F(ReceiptFile, NoLetterOrDigitOfItOrOfTheKeyCanBeChanged) {
  export_all();
  const auto check = [](const std::filesystem::path& path, const ReceiptOptions& options) {
    const auto sound = bytes_of(path);
    std::size_t changes = 0;
    testing::internal::CaptureStderr();
    for_each_change(sound, [&](const std::string& changed, std::size_t at) {
      write_bytes(path, changed);
      EXPECT_EQ(server::cli::verify_receipt(options), failed) << "at " << at;
      ++changes;
    });
    (void)testing::internal::GetCapturedStderr();
    EXPECT_GT(changes, 60U);
    write_bytes(path, sound);
  };
  ReceiptOptions options;
  options.file = file();
  options.key = key();
  check(file(), options);
  check(key(), options);
  EXPECT_EQ(verify().code, done);
}

TEST_F(ReceiptFile, NothingCanBeAddedToItOrWrittenInAnotherWay) {
  export_all();
  const auto sound = bytes_of(file());
  const auto replaced = [&](const std::string& what, const std::string& with) {
    auto text = sound;
    return text.replace(text.find(what), what.size(), with);
  };
  for (const auto& text :
       {sound + "\n", sound + " ", " " + sound, sound.substr(0, sound.size() - 1),
        replaced("{", "{ "), replaced("\"salt\"", "\"s\\u0061lt\""),
        replaced("{", "{\"note\":\"x\","), replaced("dossier", "d\\u006fssier")}) {
    write_bytes(file(), text);
    const auto refused = verify();
    EXPECT_EQ(refused.code, failed) << text;
    EXPECT_FALSE(refused.err.empty());
  }
}

TEST_F(ReceiptFile, TheRefusalNamesThePartAtFault) {
  export_all();
  auto receipt = json::read<eventstore::Receipt>(bytes_of(file())).value();
  const auto other = json::read<eventstore::Receipt>(bytes_of(out() / "2021-170107.json")).value();
  receipt.proof = other.proof;
  write_bytes(file(), json::write(receipt) + "\n");
  EXPECT_TRUE(says(verify().err, "(proof) [receipt-invalid]"));
  write_bytes(key(), "another key\n");
  EXPECT_TRUE(says(verify().err, "(key) [log-key-invalid]"));
}

TEST_F(ReceiptFile, AnotherEventOfTheLogIsNoReceipt) {
  export_all();
  {
    server::ScriptedClock clock;
    const auto app = server::Application::open(data(), clock).value();
    write_bytes(file(), json::write(app->store().receipt(1)) + "\n");
  }
  const auto refused = verify();
  EXPECT_EQ(refused.code, failed);
  EXPECT_TRUE(says(refused.err, "not of a submission"));
}

TEST_F(ReceiptFile, HasToBeThere) {
  export_all();
  std::filesystem::remove(file());
  EXPECT_EQ(verify().code, unavailable);
  EXPECT_EQ(run({"receipt", "verify", file().string()}).code, server::cli::usage);
  EXPECT_EQ(run({"receipt", "export", "--all", "--data", data().string(), "--out",
                 (key() / "folder").string()})
                .code,
            unavailable);
}

/// As an applicant takes it home.
TEST(ReceiptOverHttp, IsADownloadForThoseOfTheDossierThatTheKeyVerifies) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  const std::string path = "/dossiers/2021-1701/receipt/file";
  EXPECT_EQ(year.alijo.reads(path, year.program.head()).in_short(), "404 not-submitted");
  year.submit();
  const auto file = year.alijo.reads(path, year.program.head());
  ASSERT_EQ(file.status, 200);
  EXPECT_EQ(file.header("content-disposition"), "attachment; filename=\"2021-1701.json\"");
  const TemporaryFolder home;
  write_bytes(home.path() / "receipt", file.body);
  write_bytes(home.path() / "key", year.public_reader.sends(http::Method::Get, "/log/key").body);
  const auto verified = run({"receipt", "verify", (home.path() / "receipt").string(), "--key",
                             (home.path() / "key").string()});
  EXPECT_EQ(verified.code, done) << verified.err;
  EXPECT_TRUE(says(verified.out, "dossier    2021-1701\n"));
  EXPECT_EQ(year.grandola.reads(path).in_short(), "403 not-permitted");
  EXPECT_EQ(year.public_reader.reads(path).in_short(), "401 not-signed-in");
}

}  // namespace
