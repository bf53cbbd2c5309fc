#include "server/http/router.hpp"

#include <algorithm>
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

/// "{rest...}"
bool takes_the_rest(std::string_view segment) {
  return is_parameter(segment) && segment.ends_with("...}");
}

std::string_view name_in(std::string_view parameter) {
  const std::size_t brackets = takes_the_rest(parameter) ? std::string_view("{...}").size() : 2;
  return parameter.substr(1, parameter.size() - brackets);
}

bool matches(std::string_view pattern, std::string_view segment) {
  return is_parameter(pattern) ? !segment.empty() : pattern == segment;
}

/// The pattern with its last parameter once for each segment that it stands for.
Segments unfolded(Segments pattern, std::size_t size) {
  if (!pattern.empty() && takes_the_rest(pattern.back()) && pattern.size() < size)
    pattern.resize(size, Segments::value_type(pattern.back()));
  return pattern;
}

bool matches(const Segments& pattern, const Segments& path) {
  return std::ranges::equal(unfolded(pattern, path.size()), path,
                            [](const auto& a, const auto& b) { return matches(a, b); });
}

/// What each segment is, literal, parameter or rest: the smaller, the more literal.
std::vector<int> shape(const Segments& pattern) {
  std::vector<int> shape;
  shape.reserve(pattern.size());
  for (const auto& segment : pattern)
    shape.push_back(takes_the_rest(segment) ? 2 : is_parameter(segment) ? 1 : 0);
  return shape;
}

bool same_shape(const Segments& a, const Segments& b) {
  return std::ranges::equal(a, b, [](const auto& one, const auto& other) {
    return one == other || (is_parameter(one) && is_parameter(other) &&
                            takes_the_rest(one) == takes_the_rest(other));
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
  const auto rest = std::ranges::find_if(added.segments, takes_the_rest);
  core::ensure(rest == added.segments.end() || rest + 1 == added.segments.end(),
               "the rest of a path is its end: " + added.route.pattern);
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
  const auto begun = std::chrono::steady_clock::now();
  const auto* entry = entry_for(request.method, request.path);
  auto response = answer_by(entry, request);
  const auto pattern = entry == nullptr ? std::string_view() : entry->route.pattern;
  tell({request, pattern, response.status, std::chrono::steady_clock::now() - begun});
  return response;
}

Response Router::answer_by(const Entry* entry, Request& request) const {
  if (entry == nullptr) return decline(request);
  const auto path = split(request.path);
  const auto pattern = unfolded(entry->segments, path.size());
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!is_parameter(pattern[i])) continue;
    auto& value = request.parameters[std::string(name_in(pattern[i]))];
    value = i < entry->segments.size() ? path[i] : value + '/' + path[i];
  }
  return run(entry->route.handler, request);
}

void Router::tell(const Exchange& exchange) const {
  if (fallbacks_.answered) fallbacks_.answered(exchange);
}

Response Router::run(const Handler& handler, const Request& request) const {
  try {
    return handler(request);
  } catch (const std::exception& error) {
    fallbacks_.crashed(request, error.what());
  } catch (...) {
    fallbacks_.crashed(request, "not a std::exception");
  }
  return refusal(500, request);
}

Response Router::refuse(int status, const Request& request) const {
  auto response = refusal(status, request);
  tell({request, {}, response.status, {}});
  return response;
}

Response Router::refusal(int status, const Request& request) const {
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
  if (allowed.empty()) return refusal(404, request);
  auto response = refusal(405, request);
  response.headers.emplace_back("Allow", allowed);
  return response;
}

std::string Router::allowed_methods(std::string_view path) const {
  std::string allowed;
  for (const auto method :
       {Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete}) {
    if (find(method, path) != nullptr)
      allowed += (allowed.empty() ? "" : ", ") + std::string(name_of(method));
  }
  return allowed;
}

}  // namespace http
