#include "server/http/router.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <ranges>
#include <utility>

#include "domain/core/assert.hpp"
#include "server/http/target.hpp"

namespace http {
namespace {

using Segments = std::vector<std::string>;

Segments split(std::string_view path) {
  Segments segments;
  for (const auto part : path.substr(1) | std::views::split('/'))
    segments.emplace_back(part.begin(), part.end());
  return segments;
}

bool is_parameter(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

bool matches(std::string_view pattern, std::string_view segment) {
  return is_parameter(pattern) ? !segment.empty() : pattern == segment;
}

bool matches(const Segments& pattern, const Segments& path) {
  return std::ranges::equal(pattern, path,
                            [](const auto& a, const auto& b) { return matches(a, b); });
}

/// Which segments are parameters: the smaller, the more literal.
std::vector<bool> shape(const Segments& pattern) {
  std::vector<bool> shape;
  shape.reserve(pattern.size());
  for (const auto& segment : pattern) shape.push_back(is_parameter(segment));
  return shape;
}

bool same_shape(const Segments& a, const Segments& b) {
  return std::ranges::equal(a, b, [](const auto& one, const auto& other) {
    return one == other || (is_parameter(one) && is_parameter(other));
  });
}

std::string_view without_trailing_slashes(std::string_view path) {
  return path.substr(0, path.find_last_not_of('/') + 1);
}

}  // namespace

Router::Router(Fallbacks fallbacks) : fallbacks_(std::move(fallbacks)) {
  core::ensure(fallbacks_.refuse && fallbacks_.crashed, "a router knows how to refuse");
}

void Router::add(Route route) {
  core::ensure(route.pattern.starts_with('/'), "a pattern begins with a slash");
  core::ensure(bool(route.handler), "a route has a handler");
  Entry added{std::move(route), {}};
  added.segments = split(added.route.pattern);
  for (const auto& entry : entries_) {
    core::ensure(
        entry.route.method != added.route.method || !same_shape(entry.segments, added.segments),
        "two routes answer the same requests: " + added.route.pattern);
  }
  const auto place =
      std::ranges::upper_bound(entries_, shape(added.segments), {},
                               [](const Entry& entry) { return shape(entry.segments); });
  entries_.insert(place, std::move(added));
}

std::vector<Route> Router::routes() const {
  std::vector<Route> routes;
  for (const auto& entry : entries_) routes.push_back(entry.route);
  return routes;
}

const Router::Entry* Router::entry_for(Method method, std::string_view path) const {
  if (!path.starts_with('/')) return nullptr;
  const auto segments = split(path);
  const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
    return entry.route.method == method && matches(entry.segments, segments);
  });
  if (found != entries_.end()) return &*found;
  return method == Method::Head ? entry_for(Method::Get, path) : nullptr;
}

const Route* Router::find(Method method, std::string_view path) const {
  const auto* entry = entry_for(method, path);
  return entry == nullptr ? nullptr : &entry->route;
}

Response Router::answer(Request request) const {
  const auto* entry = entry_for(request.method, request.path);
  if (entry == nullptr) return decline(request);
  const auto segments = split(request.path);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::string_view name = entry->segments[i];
    if (is_parameter(name))
      request.parameters.insert_or_assign(std::string(name.substr(1, name.size() - 2)),
                                          segments[i]);
  }
  return run(entry->route.handler, request);
}

Response Router::run(const Handler& handler, const Request& request) const {
  try {
    return handler(request);
  } catch (const std::exception& error) {
    fallbacks_.crashed(request, error.what());
  } catch (...) {
    fallbacks_.crashed(request, "not a std::exception");
  }
  return refuse(500, request);
}

Response Router::refuse(int status, const Request& request) const {
  try {
    return fallbacks_.refuse(status, request);
  } catch (const std::exception& error) {
    fallbacks_.crashed(request, error.what());
    return {status, {}, ""};
  }
}

Response Router::decline(const Request& request) const {
  const bool reading = request.method == Method::Get || request.method == Method::Head;
  const auto trimmed = without_trailing_slashes(request.path);
  if (reading && trimmed != request.path && find(request.method, trimmed) != nullptr)
    return {308, {{"Location", to_text({std::string(trimmed), request.query})}}, ""};
  const auto allowed = allowed_methods(request.path);
  if (allowed.empty()) return refuse(404, request);
  auto response = refuse(405, request);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

std::string Router::allowed_methods(std::string_view path) const {
  static constexpr std::array names{std::pair(Method::Get, "GET"), std::pair(Method::Head, "HEAD"),
                                    std::pair(Method::Post, "POST"), std::pair(Method::Put, "PUT"),
                                    std::pair(Method::Delete, "DELETE")};
  std::string allowed;
  for (const auto& [method, name] : names) {
    if (find(method, path) != nullptr) allowed += (allowed.empty() ? "" : ", ") + std::string(name);
  }
  return allowed;
}

}  // namespace http
