#pragma once

#include <vector>

#include "server/http/router.hpp"

namespace server {

class Application;

/// The log's proofs in the layout of C2SP's tlog-tiles: /log/checkpoint, /log/tile/<L>/<N>[.p/<W>],
/// and /log/key, the key that verifies them. Entries are not served (ARCHITECTURE.md).
[[nodiscard]] std::vector<http::Route> log_routes(Application& app);

}  // namespace server
