#pragma once

#include <vector>

#include "server/api/endpoint.hpp"

/// The tables of endpoints, one for each file of this folder.
namespace server {

[[nodiscard]] std::vector<Endpoint> session_endpoints();
[[nodiscard]] std::vector<Endpoint> account_endpoints();
[[nodiscard]] std::vector<Endpoint> command_endpoints();
[[nodiscard]] std::vector<Endpoint> entity_endpoints();
[[nodiscard]] std::vector<Endpoint> edition_endpoints();
[[nodiscard]] std::vector<Endpoint> dossier_endpoints();
[[nodiscard]] std::vector<Endpoint> attachment_endpoints();
[[nodiscard]] std::vector<Endpoint> jury_endpoints();
[[nodiscard]] std::vector<Endpoint> result_endpoints();
[[nodiscard]] std::vector<Endpoint> deliberation_endpoints();
[[nodiscard]] std::vector<Endpoint> advice_endpoints();
[[nodiscard]] std::vector<Endpoint> feedback_endpoints();
[[nodiscard]] std::vector<Endpoint> practice_endpoints();
[[nodiscard]] std::vector<Endpoint> service_endpoints();

/// Gives a command under the request's Idempotency-Key and If-Match; see Order::complete.
[[nodiscard]] Reply give_command(const Call& call, const core::Command& command,
                                 std::function<core::Result<void>(core::Command&)> complete = {});

}  // namespace server
