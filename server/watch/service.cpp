#include "server/watch/service.hpp"

#include <algorithm>

#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/watch/log.hpp"

namespace server {
namespace {

Standing standing_of(Application& app) {
  const auto& store = app.store();
  Standing standing{
      store.health().has_value(), store.head(), store.queued(), store.size_on_disk(), {}};
  for (const auto& model : projections::read_models()) {
    const auto seen = app.views().view(model.name().name)->checkpoint();
    standing.lags.push_back({model.name().name, standing.head - std::min(seen, standing.head)});
  }
  return standing;
}

http::Response plain(int status, std::string text) {
  return {status,
          {{"Content-Type", "text/plain; charset=utf-8"}, {"Cache-Control", "no-store"}},
          std::move(text)};
}

}  // namespace

core::Result<void> health(Application& app) {
  if (auto takes_appends = app.store().health(); !takes_appends) return takes_appends;
  if (auto failure = app.views().failure()) return core::fail(*std::move(failure));
  return {};
}

http::Route healthz_route(Application& app) {
  return {http::Method::Get, "/healthz", http::Work::Read, [&app](const http::Request& request) {
            const auto healthy = health(app);
            return healthy ? plain(200, "ok\n") : problem(healthy.error(), request);
          }};
}

http::Router make_metrics_router(Application& app) {
  http::Router router(
      {[](int status, const http::Request&) { return plain(status, ""); }, log_failure});
  router.add({http::Method::Get, "/metrics", http::Work::Write, [&app](const http::Request&) {
                return http::Response{200,
                                      {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"},
                                       {"Cache-Control", "no-store"}},
                                      app.watch().metrics(standing_of(app))};
              }});
  return router;
}

}  // namespace server
