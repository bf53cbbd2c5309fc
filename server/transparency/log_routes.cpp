#include "server/transparency/log_routes.hpp"

#include "eventstore/hash.hpp"
#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/transparency/tile_path.hpp"

namespace server {
namespace {

constexpr auto a_few_seconds = "public, max-age=5";
constexpr auto an_hour = "public, max-age=3600";
constexpr auto for_ever = "public, max-age=31536000, immutable";

http::Response text(std::string text, const char* caching) {
  return {200,
          {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", caching}},
          std::move(text)};
}

http::Response checkpoint(Application& app) {
  app.watch().proof(Proof::Checkpoint);
  return text(app.store().checkpoint(), a_few_seconds);
}

http::Response key(Application& app) {
  return text(app.store().verifier().text() + '\n', an_hour);
}

/// A tile that is not whole yet is no tile: what is answered never changes.
http::Response tile(const http::Request& request, Application& app) {
  app.watch().proof(Proof::Tile);
  const auto path =
      transparency::parse_tile_path(request.parameter("level"), request.parameter("index"));
  if (!path) return problem(404, request);
  constexpr std::uint64_t full = eventstore::merkle::tile_width;
  const auto hashes = app.store().nodes(path->level, path->index * full, path->width);
  if (hashes.size() != path->width) return problem(404, request);
  std::string bytes;
  for (const auto& hash : hashes) bytes += eventstore::view_of(hash);
  return {200,
          {{"Content-Type", "application/octet-stream"}, {"Cache-Control", for_ever}},
          std::move(bytes)};
}

}  // namespace

std::vector<http::Route> log_routes(Application& app) {
  using http::Method;
  using http::Work;
  return {{Method::Get, "/log/checkpoint", Work::Write,
           [&app](const http::Request&) { return checkpoint(app); }},
          {Method::Get, "/log/key", Work::Write, [&app](const http::Request&) { return key(app); }},
          {Method::Get, "/log/tile/{level}/{index...}", Work::Write,
           [&app](const http::Request& request) { return tile(request, app); }}};
}

}  // namespace server
