#include "eventstore/backup.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "eventstore/verify.hpp"
#include "server/cli/cli.hpp"
#include "server/share.hpp"
#include "server/snapshots.hpp"
#include "server/web.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;

int autarquia(const std::vector<std::string>& arguments) {
  std::vector<const char*> argv = {"autarquia"};
  for (const auto& argument : arguments) argv.push_back(argument.c_str());
  testing::internal::CaptureStdout();
  const auto code = server::cli::run(static_cast<int>(argv.size()), argv.data());
  std::fflush(stdout);
  testing::internal::GetCapturedStdout();
  return code;
}

/// A program over a data directory that somebody else made.
class RestoredProgram {
 public:
  explicit RestoredProgram(const std::filesystem::path& data, const char* instant) {
    clock_.set(core::Instant::parse(instant).value());
    app_ = server::Application::open(data, clock_).value();
    EXPECT_TRUE(app_->views().catch_up());
    server_ = std::make_unique<http::HttpServer>(http::ServerConfig{}, server::make_router(*app_));
    EXPECT_TRUE(server_->start());
  }
  ~RestoredProgram() { server_->stop(); }
  RestoredProgram(const RestoredProgram&) = delete;
  RestoredProgram& operator=(const RestoredProgram&) = delete;

  [[nodiscard]] server::Application& app() { return *app_; }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }

 private:
  server::ScriptedClock clock_;
  std::unique_ptr<server::Application> app_;
  std::unique_ptr<http::HttpServer> server_;
};

std::string rows_of(server::Application& app, const std::string& model) {
  std::string rows;
  const auto view = app.views().view(model);
  view->scan("", [&](std::string_view key, std::string_view value) {
    rows += std::to_string(key.size()) + ':' + std::string(key) + std::to_string(value.size()) +
            ':' + std::string(value);
    return true;
  });
  return std::to_string(view->checkpoint()) + '\n' + rows;
}

/// A whole year, served, with the door that `serve` opens for commands on the same machine.
class ServedYear : public testing::Test {
 protected:
  ServedYear() {
    year_.open_edition();
    year_.start_dossiers();
  }

  [[nodiscard]] std::string data() const { return year_.program.data().string(); }
  [[nodiscard]] std::string beside(const std::string& name) const {
    return (folder_.path() / name).string();
  }

  void expect_the_same_answers(const std::string& restored) {
    constexpr auto now = "2021-12-01T09:00:00Z";
    year_.program.at(now);
    const auto head = year_.program.head();
    ASSERT_TRUE(year_.program.app().views().wait_until_seen(head, std::chrono::seconds(10)));
    RestoredProgram other(restored, now);
    for (const auto& model : projections::read_models())
      EXPECT_EQ(rows_of(other.app(), model.name().name),
                rows_of(year_.program.app(), model.name().name))
          << model.name().name;
    for (const std::string path :
         {"/", "/edicoes/2021", "/edicoes/2021/resultados", "/observatorio", "/autarquias",
          "/api/v1/editions", "/api/v1/editions/2021/results", "/log/checkpoint"}) {
      const auto before = support::HttpClient(year_.program.port()).get(path);
      const auto after = support::HttpClient(other.port()).get(path);
      EXPECT_EQ(after.status, before.status) << path;
      EXPECT_EQ(after.body, before.body) << path;
    }
  }

  TemporaryFolder folder_;
  AwardYear year_;
  std::unique_ptr<server::SnapshotLender> lender_ =
      server::SnapshotLender::open(year_.program.data(), year_.program.app().store()).value();
};

TEST_F(ServedYear, IsBackedUpWhileItIsWritten) {
  std::atomic<bool> stop = false;
  std::atomic<int> written = 0;
  std::jthread writer([&] {
    for (std::int64_t revision = 1; !stop; ++revision) {
      auto record = dossier_samples::diagnosis();
      record.title = "Diagnóstico " + std::to_string(revision);
      year_.alijo.does(dossiers::ChangeRecord{dossier_of_alijo, diagnosis, revision, record});
      ++written;
    }
  });
  eventstore::Position last = 0;
  for (const std::string backup : {"000001", "000002"}) {
    for (const int before = written; written < before + 3;) std::this_thread::yield();
    const auto least = year_.program.head();
    EXPECT_EQ(autarquia({"backup", "--data", data(), "--to", beside("backups")}),
              server::cli::done);
    const auto verified = eventstore::verify(beside("backups/" + backup)).value();
    EXPECT_TRUE(verified.sound());
    EXPECT_GE(verified.checked, least);
    EXPECT_GT(verified.checked, last);
    last = verified.checked;
  }
  stop = true;
  writer.join();
  EXPECT_FALSE(std::filesystem::exists(data() + "/snapshot")) << "it was given back";
}

TEST_F(ServedYear, RestoredItAnswersTheSame) {
  year_.submit();
  year_.screen();
  const auto receipt = year_.program.app().store().receipt(year_.program.head());
  ASSERT_EQ(autarquia({"backup", "--data", data(), "--to", beside("backups")}), server::cli::done);
  ASSERT_EQ(autarquia({"restore", "--from", beside("backups"), "--data", beside("restored")}),
            server::cli::done);
  expect_the_same_answers(beside("restored"));
  eventstore::SystemClock clock;
  const auto app = server::Application::open(beside("restored"), clock).value();
  EXPECT_TRUE(verify_receipt(receipt, app->store().verifier()));
}

TEST_F(ServedYear, RestoredItHasItsAttachments) {
  const auto file = year_.program.data() / "scan";
  std::ofstream(file) << "Ata da aprovação";
  const auto sha256 = year_.program.app().attachments().content().keep(file).value();
  ASSERT_EQ(autarquia({"backup", "--data", data(), "--to", beside("backups")}), server::cli::done);
  ASSERT_EQ(autarquia({"restore", "--from", beside("backups"), "--data", beside("restored")}),
            server::cli::done);
  server::attachments::Attachments restored(beside("restored"));
  EXPECT_EQ(restored.content().read(sha256), "Ata da aprovação");
}

TEST_F(ServedYear, ImportedElsewhereItAnswersTheSame) {
  year_.submit();
  ASSERT_EQ(autarquia({"export", "--data", data(), "--out", beside("log")}), server::cli::done);
  ASSERT_EQ(autarquia({"import", "--from", beside("log"), "--data", beside("imported"), "--key",
                       data() + "/log-key", "--person-keys", data() + "/person-keys"}),
            server::cli::done);
  expect_the_same_answers(beside("imported"));
}

TEST_F(ServedYear, IsVerifiedWhileItIsServed) {
  EXPECT_EQ(autarquia({"verify", "--data", data()}), server::cli::done);
}

TEST_F(ServedYear, ItsResultAndReceiptsAreTakenWhileItIsServed) {
  year_.submit();
  year_.screen();
  year_.appoint_jurors();
  year_.ask_conflicts();
  year_.answer_conflicts();
  year_.assign();
  year_.score();
  year_.seal();
  year_.compute();
  year_.publish();
  const auto edition = [&](const std::string& what, const std::string& out) {
    return autarquia({"results", what, "--data", data(), "--edition", "2021", "--out", out});
  };
  ASSERT_EQ(edition("export", beside("result.json")), server::cli::done);
  ASSERT_EQ(edition("minutes", beside("ata.pdf")), server::cli::done);
  EXPECT_TRUE(server::read_file(beside("ata.pdf")).value().starts_with("%PDF"));
  ASSERT_EQ(
      autarquia({"receipt", "export", "--all", "--data", data(), "--out", beside("receipts")}),
      server::cli::done);
  const auto key = beside("receipts/log.pub");
  EXPECT_EQ(autarquia({"results", "verify", beside("result.json"), "--key", key}),
            server::cli::done);
  EXPECT_EQ(autarquia({"receipt", "verify", beside("receipts/2021-1701.json"), "--key", key}),
            server::cli::done);
}

TEST_F(ServedYear, ItsDoorIsForItsOwnerAlone) {
  struct stat about{};
  ASSERT_EQ(::stat((data() + "/control").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
}

TEST_F(ServedYear, WithoutItsDoorItIsInUse) {
  lender_.reset();
  testing::internal::CaptureStderr();
  EXPECT_EQ(autarquia({"backup", "--data", data(), "--to", beside("backups")}),
            server::cli::unavailable);
  EXPECT_NE(testing::internal::GetCapturedStderr().find("store-in-use"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(beside("backups")));
}

TEST_F(ServedYear, StoppedMeanwhileItTakesItsSnapshotBack) {
  const auto snapshot = server::BorrowedSnapshot::of(data()).value();
  EXPECT_TRUE(std::filesystem::exists(snapshot.folder() / "events"));
  lender_.reset();
  EXPECT_FALSE(std::filesystem::exists(snapshot.folder()));
}

}  // namespace
