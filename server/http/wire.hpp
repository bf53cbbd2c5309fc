#pragma once

#include <fmt/chrono.h>

#include <algorithm>
#include <boost/beast/http.hpp>
#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "server/http/message.hpp"

/// Between Beast's messages and ours. Private to http_server.cpp, as all that names Beast.
namespace http::wire {

namespace beast = boost::beast;
namespace protocol = boost::beast::http;

inline std::string_view view(beast::string_view text) {
  return {text.data(), text.size()};
}

inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

inline Method method_of(protocol::verb verb) {
  switch (verb) {
    case protocol::verb::get:
      return Method::Get;
    case protocol::verb::head:
      return Method::Head;
    case protocol::verb::post:
      return Method::Post;
    case protocol::verb::put:
      return Method::Put;
    case protocol::verb::patch:
      return Method::Patch;
    case protocol::verb::delete_:
      return Method::Delete;
    default:
      return Method::Other;
  }
}

/// Repeated headers become one list (RFC 9110, 5.3); cookies are joined as RFC 9113, 8.2.3 does.
inline std::map<std::string, std::string> headers_of(const protocol::fields& fields) {
  std::map<std::string, std::string> headers;
  for (const auto& field : fields) {
    auto name = lower_case(view(field.name_string()));
    const std::string_view separator = name == "cookie" ? "; " : ", ";
    const auto [place, is_new] = headers.try_emplace(std::move(name), view(field.value()));
    if (!is_new) place->second.append(separator).append(view(field.value()));
  }
  return headers;
}

/// A line break in a header would let a value write headers of its own.
inline bool is_sendable(const Response& response) {
  constexpr std::string_view breaks("\r\n\0", 3);
  return std::ranges::all_of(response.headers, [&](const auto& header) {
    return (header.first + header.second).find_first_of(breaks) == std::string::npos;
  });
}

inline bool has_content(int status) {
  return status >= 200 && status != 204 && status != 304;
}

template <class Body>
protocol::response<Body> head_of(const Response& response, bool keep_alive) {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  protocol::response<Body> message(static_cast<protocol::status>(response.status), 11);
  message.set(protocol::field::date, fmt::format("{:%a, %d %b %Y %T GMT}", fmt::gmtime(now)));
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
  return message;
}

}  // namespace http::wire
