#pragma once

#include <optional>
#include <string>

#include "domain/core/result.hpp"
#include "server/http/message.hpp"

namespace server {

/// The HTTP status for each kind of failure (RFC 9110).
[[nodiscard]] int status_of(core::ErrorKind kind);

/// An error as application/problem+json (RFC 9457): beside the standard members `code`, `field`
/// the message in both languages and, of a failure of ours, its `reference`; `detail` is the one
/// that the request prefers.
[[nodiscard]] http::Response problem(const core::Error& error, const http::Request& request);

/// The same with `standing`, JSON: what was found in the place of what the request meant to change.
[[nodiscard]] http::Response problem(const core::Error& error, const http::Request& request,
                                     std::string standing);

/// The same for what the HTTP edge refuses by status alone.
[[nodiscard]] http::Response problem(int status, const http::Request& request);

/// Adds Retry-After (RFC 9110) in seconds: what the error knows, else 10 where the status is 503.
void tell_when_to_retry(http::Response& response, const core::Error& error);

/// What names a failure of ours in the log, for who reports it; nothing where it is another status.
[[nodiscard]] std::optional<std::string> reference_of(int status, const http::Request& request);

/// The edge's refusal in words.
[[nodiscard]] core::Error error_of_status(int status);

/// "en" where the request's Accept-Language names English before Portuguese, else "pt"; weights are
/// not looked at, since browsers list the preferred language first.
[[nodiscard]] std::string_view language_of(const http::Request& request);

}  // namespace server
