#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "server/http/http_server.hpp"
#include "tests/support/http_client.hpp"

namespace http_tests {

/// Refuses in one recognisable line, and forgets what crashed.
inline http::Fallbacks plain_fallbacks() {
  return {[](int status, const http::Request& request) {
            return http::Response{status, {}, "refused " + request.path};
          },
          [](const http::Request&, std::string_view) {}};
}

inline http::Route route(http::Method method, std::string pattern, http::Handler handler) {
  return {method, std::move(pattern), http::Work::Read, std::move(handler)};
}

inline http::Handler says(std::string text) {
  return [text = std::move(text)](const http::Request&) { return http::Response{200, {}, text}; };
}

inline http::Router router_of(std::vector<http::Route> routes) {
  http::Router router(plain_fallbacks());
  for (auto& added : routes) router.add(std::move(added));
  return router;
}

/// A server on a free loopback port, for the length of a test.
class RunningServer {
 public:
  explicit RunningServer(std::vector<http::Route> routes, http::ServerConfig config = {})
      : server_(std::move(config), router_of(std::move(routes))) {
    const auto started = server_.start();
    EXPECT_TRUE(started) << started.error().en;
  }

  [[nodiscard]] support::HttpClient client() const { return support::HttpClient(server_.port()); }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }

 private:
  http::HttpServer server_;
};

}  // namespace http_tests
