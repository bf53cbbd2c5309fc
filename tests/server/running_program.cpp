#include "tests/server/running_program.hpp"

#include "server/session.hpp"
#include "server/web.hpp"

namespace server_tests {
namespace {

struct Credentials {
  std::string account;
  std::string password;
  FIELDS(account, password)
};

/// "abc" of "session=abc; Path=/; …".
std::string token_in(const std::string& cookie) {
  const auto from = cookie.find('=') + 1;
  return cookie.substr(from, cookie.find(';') - from);
}

}  // namespace

RunningProgram::RunningProgram() {
  at("2021-02-01T09:00:00Z");
  start();
}

void RunningProgram::start() {
  auto opened = server::Application::open(data_.path(), clock_);
  core::ensure(opened.has_value(), "the program opens a folder of its own");
  app_ = *std::move(opened);
  app_->views().follow();
  http::ServerConfig config;
  config.clock = [this] { return clock_.now(); };
  server_ = std::make_unique<http::HttpServer>(std::move(config), server::make_router(*app_));
  core::ensure(server_->start().has_value(), "there is a free port");
}

RunningProgram::~RunningProgram() {
  stop();
}

void RunningProgram::stop() {
  if (server_) server_->stop();
  server_.reset();
  app_.reset();
}

void RunningProgram::restart() {
  stop();
  start();
}

void RunningProgram::at(const char* instant) {
  clock_.set(core::Instant::parse(instant).value());
}

std::string Answer::in_short() const {
  if (header("content-type") != "application/problem+json") return std::to_string(status);
  const auto problem = as<Problem>();
  EXPECT_EQ(problem.status, status);
  return std::to_string(status) + " " + problem.code +
         (problem.field ? " " + *problem.field : std::string());
}

Answer Person::signs_in(const std::string& password) {
  return sends(http::Method::Post, "/api/v1/session", json::write(Credentials{account_, password}));
}

void Person::renews_session() {
  auto& app = program_.app();
  const auto told = app.commands().facts_of({"account", account_});
  token_ = server::begin_session(*told.find<facts::Account>(), app);
}

Answer Person::sends(http::Method method, const std::string& path, const std::string& body,
                     Headers headers) {
  http::Request request;
  request.method = method;
  const auto query = path.find('?');
  request.path = path.substr(0, query);
  if (query != std::string::npos) {
    const auto equals = path.find('=', query);
    request.query[path.substr(query + 1, equals - query - 1)] = path.substr(equals + 1);
  }
  request.body = body;
  request.headers = std::move(headers);
  if (!body.empty()) request.headers.try_emplace("content-type", "application/json");
  if (!token_.empty()) request.headers.try_emplace("cookie", "session=" + token_);
  auto response = support::HttpClient(program_.port()).send(request);
  Answer answer{response.status, std::move(response.headers), std::move(response.body)};
  if (const auto cookie = answer.header("set-cookie"); !cookie.empty()) token_ = token_in(cookie);
  return answer;
}

Answer Person::reads(const std::string& path, std::optional<eventstore::Position> seen) {
  return sends(http::Method::Get,
               "/api/v1" + path + (seen ? "?seen=" + std::to_string(*seen) : std::string()));
}

Answer Person::gives(const std::string& command, const std::string& body, Headers headers) {
  headers.try_emplace("idempotency-key", program_.fresh_key());
  return sends(http::Method::Post, "/api/v1/commands/" + command, body, std::move(headers));
}

}  // namespace server_tests
