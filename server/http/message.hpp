#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/dates.hpp"

namespace http {

enum class Method { Get, Head, Post, Put, Patch, Delete, Other };

/// "GET"; "OTHER" for what no route answers.
[[nodiscard]] std::string_view name_of(Method method);

/// A request as the program sees it: decoded, bounded, free of the HTTP library.
struct Request {
  Method method = Method::Get;
  std::string path;  ///< percent-decoded, without the query: "/edicoes/2021"
  std::map<std::string, std::string> query;       ///< decoded; of repeated names the first counts
  std::map<std::string, std::string> headers;     ///< names in lower case
  std::map<std::string, std::string> parameters;  ///< what the route's {names} matched
  std::string body;
  std::string remote;  ///< the peer's address
  std::string id;      ///< names this request in the log and to who sent it; says nothing of them
  /// When its last byte had come, by the server's clock; nothing where it has none.
  std::optional<core::Instant> received;

  [[nodiscard]] std::string_view header(const std::string& lower_case_name) const;
  [[nodiscard]] std::string_view parameter(const std::string& name) const;
  [[nodiscard]] std::optional<std::string> query_value(const std::string& name) const;
  /// A cookie's value, or nothing.
  [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
};

/// An id for a request that no other has, in this run of the program or another: at random, so that
/// it does not count the others. Made here: a client's own would let it write into the log.
[[nodiscard]] std::string fresh_request_id();

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

}  // namespace http
