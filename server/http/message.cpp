#include "server/http/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>

namespace http {
namespace {

std::optional<std::string_view> found(const std::map<std::string, std::string>& values,
                                      const std::string& name) {
  const auto place = values.find(name);
  if (place == values.end()) return std::nullopt;
  return place->second;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

std::string_view name_of(Method method) {
  switch (method) {
    case Method::Get:
      return "GET";
    case Method::Head:
      return "HEAD";
    case Method::Post:
      return "POST";
    case Method::Put:
      return "PUT";
    case Method::Patch:
      return "PATCH";
    case Method::Delete:
      return "DELETE";
    case Method::Other:
      return "OTHER";
  }
  return "OTHER";
}

std::string fresh_request_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}", random(), random(), random());
}

std::string_view Request::header(const std::string& lower_case_name) const {
  return found(headers, lower_case_name).value_or("");
}

std::string_view Request::parameter(const std::string& name) const {
  return found(parameters, name).value_or("");
}

std::optional<std::string> Request::query_value(const std::string& name) const {
  return found(query, name).transform([](std::string_view value) { return std::string(value); });
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  for (auto rest = header("cookie"); !rest.empty();) {
    const auto pair = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name) continue;
    return std::string(trimmed(pair.substr(equals + 1)));
  }
  return std::nullopt;
}

}  // namespace http
