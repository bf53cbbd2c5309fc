#include "server/web.hpp"

#include <array>

#include "eventstore/errors.hpp"
#include "server/api/endpoint.hpp"
#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/site/site.hpp"
#include "server/transparency/log_routes.hpp"
#include "server/watch/log.hpp"
#include "server/watch/service.hpp"

namespace server {
namespace {

/// Nothing from elsewhere, no script, no frame.
constexpr std::array<std::pair<const char*, const char*>, 5> security_headers = {{
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
     "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
}};

http::Response secured(http::Response response) {
  for (const auto& [name, value] : security_headers) response.headers.emplace_back(name, value);
  return response;
}

bool is_for_a_program(const http::Request& request) {
  const bool unreadable = request.path.empty();
  return request.path.starts_with("/api/") || request.path.starts_with("/log/") ||
         (unreadable && request.header("accept").find("text/html") == std::string_view::npos);
}

/// Damage that a read meets is no bug of the handler: 503, and a program is told what it is.
http::Response damaged(const core::Error& error, const http::Request& request,
                       const site::Site& pages) {
  log_failure(request, error.en);
  return is_for_a_program(request) ? problem(error, request) : pages.error_page(503, request);
}

http::Route secured(http::Route route, const site::Site& pages) {
  route.handler = [inner = std::move(route.handler), &pages](const http::Request& request) {
    try {
      return secured(inner(request));
    } catch (const eventstore::Damaged& damage) {
      return secured(damaged(damage.error(), request, pages));
    }
  };
  return route;
}

http::Fallbacks fallbacks(const site::Site& pages, Application& app) {
  return {[&pages](int status, const http::Request& request) {
            return secured(is_for_a_program(request) ? problem(status, request)
                                                     : pages.error_page(status, request));
          },
          log_failure,
          [&watch = app.watch()](const http::Exchange& exchange) { watch.request(exchange); }};
}

}  // namespace

http::Router make_router(Application& app) {
  static const site::Site pages;
  http::Router router(fallbacks(pages, app));
  const auto add = [&](http::Route route) { router.add(secured(std::move(route), pages)); };
  for (const auto& endpoint : endpoints()) add(route_of(endpoint, app));
  for (auto& route : pages.routes(app)) add(std::move(route));
  for (auto& route : log_routes(app)) add(std::move(route));
  add(healthz_route(app));
  return router;
}

}  // namespace server
