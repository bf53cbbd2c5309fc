#pragma once

#include "server/http/router.hpp"

namespace server {

class Application;

/// Everything that is served: the JSON API, the public pages and their files, each answer with the
/// security headers.
[[nodiscard]] http::Router make_router(Application& app);

}  // namespace server
