#include "server/watch/service.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

/// What the program says of itself.
namespace server {
namespace {

struct Health {
  std::string status;
  std::uint64_t head = 0;  ///< the log's last position
  FIELDS(status, head)
};

Reply show_health(const Call& call) {
  if (auto healthy = health(call.app); !healthy) return core::fail(std::move(healthy.error()));
  return json_response(Health{"ok", call.app.store().head()});
}

Reply describe(const Call&) {
  static const std::string document = openapi(endpoints());
  return http::Response{200, {{"Content-Type", "application/openapi+json;version=3.1"}}, document};
}

}  // namespace

std::vector<Endpoint> service_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/health",
           "service.health",
           "Whether commands are taken and read models follow the log, and how far it has come.",
           Audience::Everyone,
           {},
           {},
           json::schema<Health>,
           {},
           show_health},
          {http::Method::Get,
           "/openapi.json",
           "service.openapi",
           "This document.",
           Audience::Everyone,
           {},
           {},
           [] { return std::string(R"({"type":"object"})"); },
           {},
           describe}};
}

}  // namespace server
