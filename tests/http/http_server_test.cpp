#include "server/http/http_server.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <latch>
#include <stdexcept>
#include <thread>

#include "tests/http/running_server.hpp"

namespace {

using http::Method;
using http::Work;
using http_tests::route;
using http_tests::RunningServer;
using http_tests::says;
using support::header;
using support::HttpClient;

const http::Handler echo = [](const http::Request& request) {
  return http::Response{200, {{"Content-Type", "text/plain"}}, request.body};
};

}  // namespace

TEST(HttpServer, AnswersManyRequestsOnOneConnection) {
  const RunningServer server({route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  for (int i = 0; i < 3; ++i) {
    const auto response = client.get("/edition");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, "2021");
  }
}

TEST(HttpServer, ShowsTheHandlerTheRequestDecoded) {
  http::Request seen;
  const RunningServer server({route(Method::Put, "/práticas/{id}", [&](const auto& request) {
    seen = request;
    return http::Response{204, {}, ""};
  })});
  auto client = server.client();
  http::Request sent;
  sent.method = Method::Put;
  sent.path = "/práticas/rede social";
  sent.query = {{"língua", "pt & en"}};
  sent.headers = {{"If-Match", "\"7\""}, {"cookie", "session=abc"}};
  sent.body = "{}";
  EXPECT_EQ(client.send(sent).status, 204);
  EXPECT_EQ(seen.method, Method::Put);
  EXPECT_EQ(seen.path, "/práticas/rede social");
  EXPECT_EQ(seen.parameter("id"), "rede social");
  EXPECT_EQ(seen.query_value("língua"), "pt & en");
  EXPECT_EQ(seen.header("if-match"), "\"7\"");
  EXPECT_EQ(seen.cookie("session"), "abc");
  EXPECT_EQ(seen.body, "{}");
  EXPECT_EQ(seen.remote, "127.0.0.1");
}

TEST(HttpServer, JoinsRepeatedHeaders) {
  http::Request seen;
  const RunningServer server({route(Method::Get, "/", [&](const auto& request) {
    seen = request;
    return http::Response{};
  })});
  auto client = server.client();
  client.write(
      "GET / HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nAccept: */*\r\n"
      "Cookie: a=1\r\nCookie: b=2\r\n\r\n");
  ASSERT_TRUE(client.read());
  EXPECT_EQ(seen.header("accept"), "text/html, */*");
  EXPECT_EQ(seen.cookie("b"), "2");
}

TEST(HttpServer, AnswersPipelinedRequestsInTheirOrder) {
  auto slow = route(Method::Post, "/submit", echo);
  slow.work = Work::Write;
  const RunningServer server({slow, route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  client.write(
      "POST /submit HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nfirst"
      "GET /edition HTTP/1.1\r\nHost: a\r\n\r\n"
      "POST /submit HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
      "chunked\r\n\r\n5\r\nthird\r\n0\r\n\r\n");
  EXPECT_EQ(client.read()->body, "first");
  EXPECT_EQ(client.read()->body, "2021");
  EXPECT_EQ(client.read()->body, "third");
}

TEST(HttpServer, AnswersHeadWithoutABodyAndKeepsTheConnection) {
  const RunningServer server({route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  http::Request head;
  head.method = Method::Head;
  head.path = "/edition";
  const auto response = client.send(head);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(header(response, "content-length"), "4");
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(client.get("/edition").body, "2021");
}

TEST(HttpServer, SendsNoBodyWhereNoneBelongs) {
  const RunningServer server({route(Method::Get, "/edition", [](const auto&) {
    return http::Response{304, {{"ETag", "\"7\""}}, "not to be sent"};
  })});
  auto client = server.client();
  const auto response = client.get("/edition");
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(header(response, "etag"), "\"7\"");
  EXPECT_EQ(client.get("/edition").status, 304);
}

TEST(HttpServer, NamesItsTimeButNotItsSoftware) {
  const RunningServer server({route(Method::Get, "/edition", says("2021"))});
  const auto response = server.client().get("/edition");
  EXPECT_EQ(header(response, "server"), "");
  EXPECT_TRUE(header(response, "date").ends_with(" GMT")) << header(response, "date");
}

TEST(HttpServer, KeepsSeveralHeadersOfOneName) {
  const RunningServer server({route(Method::Get, "/", [](const auto&) {
    return http::Response{200, {{"Set-Cookie", "a=1"}, {"Set-Cookie", "b=2"}}, ""};
  })});
  const auto response = server.client().get("/");
  EXPECT_EQ(std::ranges::count(response.headers, std::string("Set-Cookie"),
                               [](const auto& pair) { return pair.first; }),
            2);
}

TEST(HttpServer, ClosesWhenTheClientAsksForIt) {
  const RunningServer server({route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  http::Request request;
  request.path = "/edition";
  request.headers["connection"] = "close";
  const auto response = client.send(request);
  EXPECT_EQ(response.body, "2021");
  EXPECT_EQ(header(response, "connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpServer, ClosesAfterAnOldClientsRequest) {
  const RunningServer server({route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  client.write("GET /edition HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.read()->body, "2021");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(HttpServer, SurvivesAHandlerThatThrows) {
  const auto crash = [](const http::Request&) -> http::Response { throw std::logic_error("bug"); };
  auto write = route(Method::Post, "/crash", crash);
  write.work = Work::Write;
  const RunningServer server(
      {route(Method::Get, "/crash", crash), write, route(Method::Get, "/edition", says("2021"))});
  auto client = server.client();
  EXPECT_EQ(client.get("/crash").status, 500);
  EXPECT_EQ(client.post("/crash", "{}").status, 500);
  EXPECT_EQ(client.get("/edition").body, "2021");
}

TEST(HttpServer, LetsNoValueWriteHeadersOfItsOwn) {
  const RunningServer server({route(Method::Get, "/", [](const auto&) {
    return http::Response{302, {{"Location", "/\r\nSet-Cookie: session=stolen"}}, ""};
  })});
  const auto response = server.client().get("/");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(header(response, "set-cookie"), "");
}

TEST(HttpServer, AnswersReadsWhileAllWorkersWait) {
  std::latch reads_done(1);
  auto wait = route(Method::Post, "/submit", [&](const auto&) {
    reads_done.wait();
    return http::Response{200, {}, "stored"};
  });
  wait.work = Work::Write;
  http::ServerConfig config;
  config.write_workers = 1;
  const RunningServer server({wait, route(Method::Get, "/edition", says("2021"))}, config);
  auto submit =
      std::async(std::launch::async, [&] { return server.client().post("/submit", "{}").body; });
  for (int i = 0; i < 8; ++i) EXPECT_EQ(server.client().get("/edition").body, "2021");
  reads_done.count_down();
  EXPECT_EQ(submit.get(), "stored");
}

TEST(HttpServer, TellsWhenARequestCameThatHadToWaitForAWorker) {
  std::atomic<int> seconds = 0;
  const auto shown = [&] {
    return core::Instant(core::Instant::Time(std::chrono::seconds(seconds.load())));
  };
  http::ServerConfig config;
  config.io_threads = config.write_workers = 1;
  config.clock = shown;
  std::latch begun(1);
  std::latch may_end(1);
  auto slow = route(Method::Post, "/slow", [&](const auto&) {
    begun.count_down();
    may_end.wait();
    return http::Response{204, {}, ""};
  });
  auto submit = route(Method::Post, "/submit", [&](const auto& request) {
    return http::Response{200, {}, request.received->text() + " " + shown().text()};
  });
  slow.work = submit.work = Work::Write;
  const RunningServer server({slow, submit, route(Method::Get, "/", says("home"))}, config);
  auto first = server.client();
  auto second = server.client();
  first.write("POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
  begun.wait();
  second.write("POST /submit HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}");
  for (int i = 0; i < 10; ++i) EXPECT_EQ(server.client().get("/").body, "home");
  seconds = 5;
  may_end.count_down();
  const auto answer = second.read();
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "1970-01-01T00:00:00Z 1970-01-01T00:00:05Z");
}

TEST(HttpServer, ServesSixtyFourClientsAtOnce) {
  constexpr int clients = 64;
  constexpr int requests = 20;
  std::atomic<int> stored = 0;
  auto submit = route(Method::Post, "/dossiers/{id}", [&](const http::Request& request) {
    ++stored;
    return http::Response{200, {}, std::string(request.parameter("id")) + request.body};
  });
  submit.work = Work::Write;
  const RunningServer server({submit, route(Method::Get, "/edition", says("2021"))});
  std::atomic<int> right = 0;
  std::latch together(clients);
  {
    std::vector<std::jthread> threads;
    threads.reserve(clients);
    for (int i = 0; i < clients; ++i)
      threads.emplace_back([&, i] {
        auto client = server.client();
        together.arrive_and_wait();
        for (int j = 0; j < requests; ++j) {
          const auto id = std::to_string(i);
          right += client.post("/dossiers/" + id, ":" + std::to_string(j)).body ==
                       id + ":" + std::to_string(j) &&
                   client.get("/edition").body == "2021";
        }
      });
  }
  EXPECT_EQ(right, clients * requests);
  EXPECT_EQ(stored, clients * requests);
}

TEST(HttpServer, ListensOnTheIpv6Loopback) {
  http::ServerConfig config;
  config.address = "::1";
  const RunningServer server(
      {route(Method::Get, "/",
             [](const auto& request) { return http::Response{200, {}, request.remote}; })},
      config);
  EXPECT_EQ(HttpClient(server.port(), "::1").get("/").body, "::1");
}

TEST(HttpServer, SaysInBothLanguagesThatThePortIsInUse) {
  const RunningServer first({});
  http::ServerConfig config;
  config.port = first.port();
  http::HttpServer second(config, http_tests::router_of({}));
  const auto started = second.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, "port-in-use");
  const auto port = std::to_string(first.port());
  EXPECT_EQ(started.error().pt, "A porta " + port + " já está a ser usada por outro programa.");
  EXPECT_EQ(started.error().en, "Port " + port + " is already used by another program.");
}

TEST(HttpServer, RefusesAnAddressThatIsNone) {
  http::ServerConfig config;
  config.address = "autarquia";
  http::HttpServer server(config, http_tests::router_of({}));
  const auto started = server.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, "address-invalid");
}
