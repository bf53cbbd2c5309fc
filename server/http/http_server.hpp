#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "domain/core/dates.hpp"
#include "domain/core/result.hpp"
#include "server/http/router.hpp"

namespace http {

/// Sizes in bytes. A request over one of them is refused; the connection then closes.
struct Limits {
  std::size_t target = std::size_t{8} * 1024;                 ///< path and query; 414
  std::size_t header = std::size_t{16} * 1024;                ///< with the request line; 431
  std::size_t body = std::size_t{1024} * 1024;                ///< where the route names none; 413
  std::size_t connections = 1024;                             ///< at one time; 503
  std::chrono::milliseconds idle = std::chrono::seconds(30);  ///< between two requests
  std::chrono::milliseconds head = std::chrono::seconds(10);  ///< to send the header in
  std::chrono::milliseconds transfer = std::chrono::seconds(60);  ///< for a body, either way
  std::chrono::milliseconds grace = std::chrono::seconds(5);  ///< for what runs when `stop` comes
};

struct ServerConfig {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6, as a number
  std::uint16_t port = 0;             ///< 0: any that is free
  std::size_t io_threads = 2;
  std::size_t write_workers = 4;
  Limits limits;
  /// Tells when each request came, from any thread; empty: nobody needs to know.
  std::function<core::Instant()> clock = {};
};

/// HTTP/1.1 over TCP, with keep-alive and pipelining. Speaks of awards nowhere: what a request
/// means, and what a refusal looks like, is the router's. Names no server software.
class HttpServer {
 public:
  HttpServer(ServerConfig config, Router router);
  ~HttpServer();  ///< stops

  /// Listens and answers from its own threads. Once only. Errors: "address-invalid" (Invalid),
  /// "port-in-use" and "cannot-listen" (Unavailable).
  [[nodiscard]] core::Result<void> start();

  /// Where it listens; 0 before `start`.
  [[nodiscard]] std::uint16_t port() const;

  /// Accepts no more, closes idle connections, lets requests that have begun finish (within
  /// `Limits::grace` for the client's part of it; a handler is always waited for), joins.
  /// May be called again. Not from a handler.
  void stop();

 private:
  class Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace http
