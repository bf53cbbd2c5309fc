#pragma once

#include <vector>

#include "server/api/endpoint.hpp"
#include "server/identity/passwords.hpp"

/// The tables of endpoints, one for each file of this folder.
namespace server {

[[nodiscard]] std::vector<Endpoint> session_endpoints();
[[nodiscard]] std::vector<Endpoint> account_endpoints();
[[nodiscard]] std::vector<Endpoint> team_endpoints();
[[nodiscard]] std::vector<Endpoint> command_endpoints();
[[nodiscard]] std::vector<Endpoint> entity_endpoints();
[[nodiscard]] std::vector<Endpoint> edition_endpoints();
[[nodiscard]] std::vector<Endpoint> dossier_endpoints();
[[nodiscard]] std::vector<Endpoint> dossier_file_endpoints();
[[nodiscard]] std::vector<Endpoint> attachment_endpoints();
[[nodiscard]] std::vector<Endpoint> link_endpoints();
[[nodiscard]] std::vector<Endpoint> jury_endpoints();
[[nodiscard]] std::vector<Endpoint> result_endpoints();
[[nodiscard]] std::vector<Endpoint> deliberation_endpoints();
[[nodiscard]] std::vector<Endpoint> advice_endpoints();
[[nodiscard]] std::vector<Endpoint> feedback_endpoints();
[[nodiscard]] std::vector<Endpoint> practice_endpoints();
[[nodiscard]] std::vector<Endpoint> service_endpoints();

/// Puts the hash of the password into the command. Errors: those of `identity::hash_password`.
template <class C>
core::Result<void> put_hash(core::Command& command, const std::string& password) {
  auto hash = identity::hash_password(password);
  if (!hash) return core::fail(std::move(hash.error()));
  auto whole = command.get<C>();
  whole.password_hash = *std::move(hash);
  command = std::move(whole);
  return {};
}

/// The jurors who sit on the panel of the edition in the path.
[[nodiscard]] core::Result<permissions::Subject> seated_in_path(const Call& call);

/// Gives a command under the request's Idempotency-Key and If-Match; see Order::complete.
[[nodiscard]] Reply give_command(const Call& call, const core::Command& command,
                                 std::function<core::Result<void>(core::Command&)> complete = {});

}  // namespace server
