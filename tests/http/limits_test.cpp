#include <gtest/gtest.h>

#include <chrono>

#include "tests/http/running_server.hpp"

namespace {

using http::Method;
using http_tests::route;
using http_tests::RunningServer;
using http_tests::says;
using support::header;

http::Route echo(std::string path, std::size_t body_limit = 0) {
  auto echo = route(Method::Post, std::move(path),
                    [](const auto& request) { return http::Response{200, {}, request.body}; });
  echo.body_limit = body_limit;
  return echo;
}

http::ServerConfig small_limits() {
  http::ServerConfig config;
  config.limits.target = 200;
  config.limits.header = 1000;
  config.limits.body = 100;
  return config;
}

/// What the server says to `bytes`, and that it closes then.
int refusal_of(const RunningServer& server, const std::string& bytes) {
  auto client = server.client();
  client.write(bytes);
  const auto response = client.read();
  if (!response) return 0;
  EXPECT_EQ(header(*response, "connection"), "close");
  EXPECT_TRUE(response->body.starts_with("refused")) << "the program's own words";
  EXPECT_TRUE(client.closed_by_server());
  return response->status;
}

}  // namespace

TEST(Limits, ABodyMayBeAsLongAsTheLimit) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  EXPECT_EQ(server.client().post("/dossiers", std::string(100, 'x')).body.size(), 100U);
}

TEST(Limits, ABodyOverTheLimitIsRefused) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  auto client = server.client();
  const auto response = client.post("/dossiers", std::string(101, 'x'));
  EXPECT_EQ(response.status, 413);
  EXPECT_EQ(response.body, "refused /dossiers");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Limits, ABodyIsRefusedBeforeItIsSent) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  EXPECT_EQ(refusal_of(server,
                       "POST /dossiers HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999999\r\n\r\n"),
            413);
}

TEST(Limits, AChunkedBodyOverTheLimitIsRefused) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  std::string request = "POST /dossiers HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 11; ++i) request += "a\r\n0123456789\r\n";
  EXPECT_EQ(refusal_of(server, request + "0\r\n\r\n"), 413);
}

TEST(Limits, AClientStillSendingReadsTheRefusal) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  EXPECT_EQ(server.client().post("/dossiers", std::string(1 << 20, 'x')).status, 413);
}

TEST(Limits, ARouteHasABodyLimitOfItsOwn) {
  const RunningServer server({echo("/attachments", 500), echo("/login", 10)}, small_limits());
  EXPECT_EQ(server.client().post("/attachments", std::string(500, 'x')).status, 200);
  EXPECT_EQ(server.client().post("/attachments", std::string(501, 'x')).status, 413);
  EXPECT_EQ(server.client().post("/login", std::string(11, 'x')).status, 413);
}

TEST(Limits, AClientThatAsksFirstIsToldToGoOn) {
  const RunningServer server({echo("/dossiers")}, small_limits());
  auto client = server.client();
  client.write(
      "POST /dossiers HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(client.read()->status, 100);
  client.write("{}");
  EXPECT_EQ(client.read()->body, "{}");
}

TEST(Limits, ALongTargetIsRefused) {
  const RunningServer server({}, small_limits());
  EXPECT_EQ(refusal_of(server, "GET /" + std::string(200, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"),
            414);
  EXPECT_EQ(refusal_of(server, "GET /" + std::string(5000, 'x')), 414) << "past the header's limit";
}

TEST(Limits, ALongHeaderIsRefused) {
  const RunningServer server({}, small_limits());
  EXPECT_EQ(refusal_of(server, "GET / HTTP/1.1\r\nHost: a\r\nCookie: " + std::string(2000, 'x') +
                                   "\r\n\r\n"),
            431);
  EXPECT_EQ(refusal_of(server, "GET / HTTP/1.1\r\nHost: a\r\nCookie: " + std::string(2000, 'x')),
            431)
      << "though it never ends";
}

class BadRequest : public testing::TestWithParam<std::string> {};

TEST_P(BadRequest, IsRefused) {
  const RunningServer server({route(Method::Get, "/", says("home"))});
  EXPECT_EQ(refusal_of(server, GetParam()), 400);
}

INSTANTIATE_TEST_SUITE_P(RequestLine, BadRequest,
                         testing::Values("nonsense\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                                         "GET\r\n\r\n",
                                         std::string("\x16\x03\x01\x02\x00\x01\x00\x01", 8) +
                                             "\r\n\r\n"));
INSTANTIATE_TEST_SUITE_P(TargetBytes, BadRequest,
                         testing::Values("GET /a%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                                         "GET /%FF HTTP/1.1\r\nHost: a\r\n\r\n",
                                         "GET /?q=%C3%28 HTTP/1.1\r\nHost: a\r\n\r\n",
                                         "GET /\xE7 HTTP/1.1\r\nHost: a\r\n\r\n",
                                         "GET /../etc HTTP/1.1\r\nHost: a\r\n\r\n",
                                         "GET * HTTP/1.1\r\nHost: a\r\n\r\n"));
INSTANTIATE_TEST_SUITE_P(Headers, BadRequest,
                         testing::Values("GET / HTTP/1.1\r\n\r\n",
                                         "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                                         "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n"));
INSTANTIATE_TEST_SUITE_P(
    LengthThatCanBeReadInTwoWays, BadRequest,
    testing::Values(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"));

TEST(Limits, AClientThatDribblesItsHeaderIsLeft) {
  http::ServerConfig config;
  config.limits.head = std::chrono::milliseconds(50);
  const RunningServer server({route(Method::Get, "/", says("home"))}, config);
  auto client = server.client();
  client.write("GET / HTTP/1.1\r\nHo");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Limits, AClientThatDribblesItsBodyIsLeft) {
  http::ServerConfig config;
  config.limits.transfer = std::chrono::milliseconds(50);
  const RunningServer server({echo("/dossiers")}, config);
  auto client = server.client();
  client.write("POST /dossiers HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Limits, AConnectionThatAsksNothingIsLeft) {
  http::ServerConfig config;
  config.limits.idle = std::chrono::milliseconds(50);
  const RunningServer server({route(Method::Get, "/", says("home"))}, config);
  auto client = server.client();
  EXPECT_EQ(client.get("/").body, "home");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Limits, OneConnectionTooManyIsTurnedAway) {
  http::ServerConfig config;
  config.limits.connections = 1;
  const RunningServer server({route(Method::Get, "/", says("home"))}, config);
  auto first = server.client();
  EXPECT_EQ(first.get("/").body, "home");
  EXPECT_EQ(server.client().get("/").status, 503);
  EXPECT_EQ(first.get("/").body, "home");
}
