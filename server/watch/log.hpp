#pragma once

#include <spdlog/common.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"
#include "server/http/router.hpp"

/// The program's log: a line of logfmt for each request, start, stop, refusal of the store and
/// failure of a handler. It names nobody: of a request it holds the route's pattern, never the
/// path, the query, a header, the body or the peer's address, so that it can be kept and handed on.
namespace server {

/// From now on the log goes to `sink`, a line at a time, each with its time in UTC.
void open_log(spdlog::sink_ptr sink);

void log_start(const std::string& address, std::uint16_t port);
void log_stop(int signal);
void log_request(const http::Exchange& exchange);
/// The request's own line, under the same id, tells the route.
void log_failure(const http::Request& request, std::string_view what);
/// The store takes no more appends.
void log_read_only(const core::Error& why);

}  // namespace server
