#include <gtest/gtest.h>
#include <spdlog/sinks/ringbuffer_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "server/demonstration/demonstration.hpp"
#include "server/watch/log.hpp"
#include "server/watch/service.hpp"
#include "server/web.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// What the log is told during a test.
class LogBook {
 public:
  LogBook() { server::open_log(lines_); }
  ~LogBook() { spdlog::set_default_logger(before_); }
  LogBook(const LogBook&) = delete;
  LogBook& operator=(const LogBook&) = delete;

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const auto& line : lines_->last_formatted()) text += line;
    return text;
  }

 private:
  static constexpr std::size_t most_lines = 1000;
  std::shared_ptr<spdlog::logger> before_ = spdlog::default_logger();
  std::shared_ptr<spdlog::sinks::ringbuffer_sink_mt> lines_ =
      std::make_shared<spdlog::sinks::ringbuffer_sink_mt>(most_lines);
};

/// A program with two submitted dossiers and its port of metrics.
class Watched : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    shared = std::make_unique<AwardYear>();
    shared->open_edition();
    shared->start_dossiers();
    shared->submit();
    metrics_server = std::make_unique<http::HttpServer>(
        http::ServerConfig{}, server::make_metrics_router(shared->program.app()));
    ASSERT_TRUE(metrics_server->start());
  }
  static void TearDownTestSuite() {
    metrics_server.reset();
    shared.reset();
  }

  static AwardYear& year() { return *shared; }
  static Answer get(const std::string& path) {
    return year().public_reader.sends(http::Method::Get, path);
  }
  static http::Response scrape() {
    return support::HttpClient(metrics_server->port()).get("/metrics");
  }
  /// Of the series written so; -1 where there is none.
  static double metric(const std::string& series) {
    const auto text = "\n" + scrape().body;
    const auto at = text.find("\n" + series + " ");
    return at == std::string::npos ? -1 : std::stod(text.substr(at + series.size() + 2));
  }

 private:
  static inline std::unique_ptr<AwardYear> shared;
  static inline std::unique_ptr<http::HttpServer> metrics_server;
};

TEST_F(Watched, MetricsAreNotForThePublic) {
  EXPECT_EQ(get("/metrics").status, 404);
  const auto scraped = scrape();
  EXPECT_EQ(scraped.status, 200);
  EXPECT_EQ(support::header(scraped, "content-type"), "text/plain; version=0.0.4; charset=utf-8");
}

TEST_F(Watched, AppendsAreTimedAndCounted) {
  const auto answered = metric("autarquia_append_seconds_count");
  const auto groups = metric("autarquia_group_bytes_count");
  const auto refused = metric(R"(autarquia_refused_appends_total{code="stale-version"})");
  EXPECT_GT(answered, 10);
  EXPECT_GE(answered, groups);
  eventstore::Append append;
  append.command_id = append.correlation = core::CommandId("late");
  append.expected.push_back({{"dossier", dossier_of_alijo.text()}, 99});
  EXPECT_FALSE(year().program.app().store().append(append));
  EXPECT_EQ(metric("autarquia_append_seconds_count"), answered + 1);
  EXPECT_EQ(metric("autarquia_group_bytes_count"), groups + 1);
  EXPECT_EQ(metric(R"(autarquia_refused_appends_total{code="stale-version"})"),
            std::max(refused, 0.0) + 1);
}

TEST_F(Watched, MetricsSayWhereTheLogAndItsReadModelsStand) {
  (void)year().secretary.reads("/editions/2021/dossiers", year().program.head());
  EXPECT_EQ(metric("autarquia_log_position"), static_cast<double>(year().program.head()));
  EXPECT_EQ(metric("autarquia_takes_appends"), 1);
  EXPECT_EQ(metric("autarquia_queued_appends"), 0);
  EXPECT_GT(metric("autarquia_log_bytes"), 10'000);
  for (const auto& model : projections::read_models())
    EXPECT_EQ(metric("autarquia_read_model_lag_positions{model=\"" + model.name().name + "\"}"), 0)
        << model.name().name;
}

TEST_F(Watched, RequestsAreCountedByPatternNotByPath) {
  const auto count = [](const char* route, const char* status) {
    return std::max(0.0, metric(std::string("autarquia_http_request_seconds_count{route=\"") +
                                route + "\",status=\"" + status + "\"}"));
  };
  constexpr auto pattern = "/api/v1/dossiers/{dossier}/receipt";
  const auto read = count(pattern, "2xx");
  const auto refused = count(pattern, "4xx");
  const auto lost = count("none", "4xx");
  EXPECT_EQ(year().alijo.reads("/dossiers/2021-1701/receipt").status, 200);
  EXPECT_EQ(year().grandola.reads("/dossiers/2021-1701/receipt").status, 403);
  EXPECT_EQ(get("/nenhures-canario").status, 404);
  EXPECT_EQ(count(pattern, "2xx"), read + 1);
  EXPECT_EQ(count(pattern, "4xx"), refused + 1);
  EXPECT_EQ(count("none", "4xx"), lost + 1);
  EXPECT_FALSE(says(scrape().body, "2021-1701"));
  EXPECT_FALSE(says(scrape().body, "canario"));
}

TEST_F(Watched, ProofsAreCountedByKind) {
  const auto count = [](const char* kind) {
    return std::max(0.0,
                    metric(std::string("autarquia_proof_requests_total{kind=\"") + kind + "\"}"));
  };
  const std::vector<double> before{count("checkpoint"), count("tile"), count("receipt")};
  (void)get("/log/checkpoint");
  (void)get("/log/tile/0/000.p/1");
  (void)year().alijo.reads("/dossiers/2021-1701/receipt/file");
  EXPECT_EQ(count("checkpoint"), before[0] + 1);
  EXPECT_EQ(count("tile"), before[1] + 1);
  EXPECT_EQ(count("receipt"), before[2] + 1);
}

TEST_F(Watched, ASoundProgramIsHealthyAtBothAddresses) {
  const auto health = get("/healthz");
  EXPECT_EQ(health.status, 200);
  EXPECT_EQ(health.body, "ok\n");
  EXPECT_EQ(health.header("cache-control"), "no-store");
  EXPECT_EQ(get("/api/v1/health").status, 200);
}

TEST_F(Watched, TheLogHasALineForEachRequestAndNamesNobody) {
  const LogBook log;
  auto& year = Watched::year();
  constexpr auto canary = "canario";
  Person stranger(year.program, "canario-conta");
  EXPECT_EQ(stranger.signs_in("canario-palavra-passe").status, 401);
  EXPECT_EQ(year.alijo.signs_in(everyones_password).status, 200);
  (void)get("/observatorio?texto=canario");
  (void)get("/canario");
  (void)get("/observatorio/canario");
  (void)year.public_reader.sends(http::Method::Get, "/api/v1/session", "",
                                 {{"cookie", "session=canario"},
                                  {"user-agent", "canario"},
                                  {"x-request-id", "canario"},
                                  {"x-forwarded-for", "canario"}});
  (void)year.alijo.gives("dossier.start", R"({"edition":"canario","entity":"canario"})");
  (void)year.alijo.gives("dossier.start", R"({"canario":)", {{"idempotency-key", "canario"}});
  (void)year.alijo.reads("/dossiers/2021-1701/receipt");
  const auto text = log.text();
  for (const std::string secret :
       {canary, everyones_password, year.alijo.account().c_str(), year.alijo.token().c_str(),
        "2021-1701", "Ana Lopes", "127.0.0.1"})
    EXPECT_FALSE(says(text, secret)) << secret << "\n" << text;
  EXPECT_EQ(std::ranges::count(text, '\n'), 9);
  EXPECT_TRUE(says(text, "method=POST route=/api/v1/session status=401 ms="));
  EXPECT_TRUE(says(text, "route=/api/v1/dossiers/{dossier}/receipt status=200"));
  EXPECT_TRUE(says(text, "route=none status=404"));
}

TEST_F(Watched, AFailureHasAReferenceThatTheLogKnows) {
  const LogBook log;
  auto router = server::make_router(year().program.app());
  for (const auto* path : {"/falha", "/api/v1/failure"})
    router.add(
        {http::Method::Get, path, http::Work::Read, [](const http::Request&) -> http::Response {
           throw std::logic_error("a \"bug\"\nevent=forged");
         }});
  http::HttpServer server({}, std::move(router));
  ASSERT_TRUE(server.start());
  const auto program = support::HttpClient(server.port()).get("/api/v1/failure");
  const auto problem = json::read<Problem>(program.body).value();
  ASSERT_EQ(problem.status, 500);
  ASSERT_TRUE(problem.reference);
  EXPECT_TRUE(says(log.text(), "level=error event=failure request=" + *problem.reference +
                                   R"( what="a \"bug\" event=forged")"));
  EXPECT_TRUE(says(log.text(), "event=request request=" + *problem.reference +
                                   " method=GET route=/api/v1/failure status=500"));
  const auto page = support::HttpClient(server.port()).get("/falha");
  EXPECT_EQ(page.status, 500);
  const auto from = page.body.find("referência <code>") + std::string("referência <code>").size();
  const auto reference = page.body.substr(from, page.body.find('<', from) - from);
  EXPECT_NE(reference, *problem.reference);
  EXPECT_TRUE(says(log.text(), "event=failure request=" + reference + " "));
}

/// A log that is not the one that its checkpoint signed: its checkpoint was taken from another.
TEST(WatchedRefusal, IsToldByTheLogTheHealthAndTheProofs) {
  const LogBook log;
  const TemporaryFolder folder;
  server::ScriptedClock clock;
  (void)server::Application::open(folder.path(), clock).value();
  eventstore::testing::write_bytes(folder.path() / "checkpoint", "canario\n");
  const auto app = server::Application::open(folder.path(), clock).value();
  EXPECT_TRUE(says(log.text(), "level=critical event=read-only code=checkpoint-unreadable"));
  http::HttpServer server({}, server::make_router(*app));
  ASSERT_TRUE(server.start());
  for (const auto* path : {"/healthz", "/api/v1/health", "/log/checkpoint"}) {
    const auto answer = support::HttpClient(server.port()).get(path);
    EXPECT_EQ(answer.status, 503) << path;
    EXPECT_EQ(json::read<Problem>(answer.body).value().code, "checkpoint-unreadable") << path;
  }
  EXPECT_TRUE(says(app->watch().metrics({}), "autarquia_takes_appends 0"));
}

}  // namespace
