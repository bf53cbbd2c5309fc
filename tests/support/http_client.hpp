#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.hpp"

namespace support {

/// One connection to a server of the test's own. No call waits longer than ten seconds.
class HttpClient {
 public:
  /// Throws std::runtime_error when nobody listens.
  explicit HttpClient(std::uint16_t port, const std::string& address = "127.0.0.1");
  ~HttpClient();

  /// Sends `request` (path and query are encoded) and waits for its answer; Connection: keep-alive
  /// unless its headers say otherwise. Throws std::runtime_error when there is no answer.
  http::Response send(const http::Request& request);
  http::Response get(const std::string& path);
  http::Response post(const std::string& path, const std::string& body,
                      const std::string& content_type = "application/json");

  /// Bytes as they stand, for requests that no well-behaved client sends. Errors are ignored.
  void write(std::string_view bytes);
  /// The next answer; nothing when the server has closed the connection.
  std::optional<http::Response> read(bool answers_head = false);
  /// Waits until the server closes: true; or sends something, or ten seconds pass: false.
  bool closed_by_server();

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

/// A header's value by its lower-case name, or "".
std::string header(const http::Response& response, const std::string& lower_case_name);

}  // namespace support
