#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "server/command_handler.hpp"
#include "server/demonstration/demonstration.hpp"
#include "server/http/http_server.hpp"
#include "tests/server/temporary_folder.hpp"
#include "tests/support/http_client.hpp"

namespace server_tests {

/// The whole program behind a free port of this machine, over a data directory of its own, at a
/// time that the test sets.
class RunningProgram {
 public:
  RunningProgram();
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  void at(const char* instant);
  /// Stops, and opens the same data directory again.
  void restart();
  /// Stops for good: the data directory is closed.
  void stop();
  [[nodiscard]] const std::filesystem::path& data() const { return data_.path(); }
  [[nodiscard]] server::Application& app() { return *app_; }
  [[nodiscard]] std::uint16_t port() const { return server_->port(); }
  [[nodiscard]] eventstore::Position head() { return app_->store().head(); }
  /// "test-1", "test-2", …
  [[nodiscard]] std::string fresh_key() { return "test-" + std::to_string(++keys_); }

 private:
  void start();

  TemporaryFolder data_;
  server::ScriptedClock clock_;
  std::unique_ptr<server::Application> app_;
  std::unique_ptr<http::HttpServer> server_;
  int keys_ = 0;
};

struct Messages {
  std::string pt;
  std::string en;
  FIELDS(pt, en)
};

/// RFC 9457, as the program writes it.
struct Problem {
  std::string type;
  std::string title;
  std::int64_t status = 0;
  std::string detail;
  std::string code;
  std::optional<std::string> field;
  std::optional<std::string> reference;
  Messages messages;
  std::optional<core::Verbatim> standing;
  FIELDS(type, title, status, detail, code, field, reference, messages, standing)
};

/// What came back.
struct Answer {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  [[nodiscard]] std::string header(const std::string& lower_case_name) const {
    return support::header({status, headers, ""}, lower_case_name);
  }
  /// The body as a record, every field of it known.
  template <core::Record T>
  [[nodiscard]] T as() const {
    auto record = json::read<T>(body);
    EXPECT_TRUE(record) << record.error().field << ": " << record.error().en << "\n" << body;
    return record ? *std::move(record) : T{};
  }
  /// "409 stale-version dossier/2021-1701"; the status alone where it is no problem.
  [[nodiscard]] std::string in_short() const;
};

using Headers = std::map<std::string, std::string>;  ///< names in lower case

/// Somebody at a client of their own; nobody in particular until there is a session.
class Person {
 public:
  explicit Person(RunningProgram& program, std::string account = "")
      : program_(program), account_(std::move(account)) {}

  /// Signs in as anybody does.
  Answer signs_in(const std::string& password);
  /// Holds a session from now on, as if signed in a moment ago.
  void renews_session();
  void forgets_session() { token_.clear(); }

  /// Keeps the cookie that the answer sets, as a browser does.
  [[nodiscard]] Answer sends(http::Method method, const std::string& path,
                             const std::string& body = "", Headers headers = {});
  /// GET below /api/v1, once `seen` can be seen.
  [[nodiscard]] Answer reads(const std::string& path,
                             std::optional<eventstore::Position> seen = std::nullopt);
  [[nodiscard]] Answer gives(const std::string& command, const std::string& body,
                             Headers headers = {});
  template <core::Record C>
  [[nodiscard]] Answer gives(const C& command, Headers headers = {}) {
    return gives(std::string(C::name), json::write(command), std::move(headers));
  }
  /// Gives a command that has to be accepted.
  template <core::Record C>
  server::Accepted does(const C& command, Headers headers = {}) {
    const Answer answer = gives(command, std::move(headers));
    EXPECT_EQ(answer.in_short(), "200") << C::name << " " << answer.body;
    return answer.as<server::Accepted>();
  }

  [[nodiscard]] const std::string& account() const { return account_; }
  [[nodiscard]] const std::string& token() const { return token_; }

 private:
  RunningProgram& program_;
  std::string account_;
  std::string token_;
};

}  // namespace server_tests
