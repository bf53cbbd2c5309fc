#include <gtest/gtest.h>

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

bool listens(const RunningServer& server) {
  try {
    (void)server.client();
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

}  // namespace

TEST(Stop, FinishesTheRequestInFlightAndClosesItsConnection) {
  std::latch begun(1);
  std::latch may_end(1);
  auto submit = route(Method::Post, "/submit", [&](const auto&) {
    begun.count_down();
    may_end.wait();
    return http::Response{201, {}, "receipt"};
  });
  submit.work = Work::Write;
  RunningServer server({submit});
  auto client = server.client();
  auto answer = std::async(std::launch::async, [&] { return client.post("/submit", "{}"); });
  begun.wait();
  std::jthread stopper([&] { server.stop(); });
  while (listens(server)) std::this_thread::yield();  // so long the stop may not have begun
  may_end.count_down();
  const auto response = answer.get();
  EXPECT_EQ(response.body, "receipt");
  EXPECT_EQ(support::header(response, "connection"), "close");
  EXPECT_TRUE(client.closed_by_server());
}

TEST(Stop, ClosesIdleConnectionsAtOnce) {
  http::ServerConfig config;
  config.limits.idle = config.limits.grace = std::chrono::hours(1);
  RunningServer server({route(Method::Get, "/", says("home"))}, config);
  auto idle = server.client();
  EXPECT_EQ(idle.get("/").body, "home");
  server.stop();
  EXPECT_TRUE(idle.closed_by_server());
}

TEST(Stop, WaitsForASlowSenderNoLongerThanTheGrace) {
  http::ServerConfig config;
  config.limits.grace = std::chrono::milliseconds(50);
  config.limits.head = std::chrono::hours(1);
  RunningServer server({route(Method::Get, "/", says("home"))}, config);
  auto slow = server.client();
  slow.write("GET / HTTP/1.1\r\nHo");
  server.stop();
  EXPECT_TRUE(slow.closed_by_server());
}

TEST(Stop, MayComeTwiceOrBeforeTheStart) {
  http::HttpServer never_started({}, http_tests::router_of({}));
  never_started.stop();
  RunningServer server({});
  server.stop();
  server.stop();
  EXPECT_THROW((void)server.client(), std::runtime_error);
}
