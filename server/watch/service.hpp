#pragma once

#include "domain/core/result.hpp"
#include "server/http/router.hpp"

/// What the program tells those who keep it running.
namespace server {

class Application;

/// Whether appends are taken and the read models follow the log; else why not.
[[nodiscard]] core::Result<void> health(Application& app);

/// GET /healthz, for load balancers and service managers: 200, or 503 with the reason.
[[nodiscard]] http::Route healthz_route(Application& app);

/// GET /metrics alone, for a port of its own that the public does not reach: behind a proxy every
/// peer is of this machine, so that the peer's address would keep nobody out.
[[nodiscard]] http::Router make_metrics_router(Application& app);

}  // namespace server
