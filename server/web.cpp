#include "server/web.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "server/api/endpoint.hpp"
#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/site/site.hpp"

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

http::Route secured(http::Route route) {
  route.handler = [inner = std::move(route.handler)](const http::Request& request) {
    return secured(inner(request));
  };
  return route;
}

bool is_for_a_program(const http::Request& request) {
  const bool unreadable = request.path.empty();
  return request.path.starts_with("/api/") ||
         (unreadable && request.header("accept").find("text/html") == std::string_view::npos);
}

http::Fallbacks fallbacks(const site::Site& pages) {
  return {[&pages](int status, const http::Request& request) {
            return secured(is_for_a_program(request) ? problem(status, request)
                                                     : pages.error_page(status, request));
          },
          [](const http::Request& request, std::string_view what) {
            spdlog::error("handler of {} failed: {}", request.path, what);
          }};
}

}  // namespace

http::Router make_router(Application& app) {
  static const site::Site pages;
  http::Router router(fallbacks(pages));
  for (const auto& endpoint : endpoints()) router.add(secured(route_of(endpoint, app)));
  for (auto& route : pages.routes(app)) router.add(secured(std::move(route)));
  return router;
}

}  // namespace server
