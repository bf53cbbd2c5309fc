#pragma once

#include "server/http/router.hpp"

namespace server {

class Application;

/// Everything that is served to the public: the JSON API, the pages and their files, the log's
/// proofs, /healthz; each answer with the security headers, counted and logged.
[[nodiscard]] http::Router make_router(Application& app);

}  // namespace server
