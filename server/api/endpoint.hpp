#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/core/context.hpp"
#include "domain/permissions.hpp"
#include "json/json.hpp"
#include "server/http/router.hpp"

namespace server {

class Application;

/// One request to the JSON API: who asks, for what, of which program.
struct Call {
  const http::Request& request;
  const core::Actor& actor;  ///< an empty account where nobody is signed in
  Application& app;
};

using Reply = core::Result<http::Response>;

struct QueryParameter {
  std::string name;
  std::string meaning;
};

/// A line of the table from which both the routes and the OpenAPI document are made.
struct Endpoint {
  http::Method method = http::Method::Get;
  std::string path;  ///< below /api/v1
  std::string id;    ///< OpenAPI's operationId
  std::string summary;
  permissions::Audience audience = permissions::Audience::Everyone;
  /// What the audience is asked about; empty where the audience needs no subject.
  std::function<core::Result<permissions::Subject>(const Call&)> subject;
  std::function<std::string()> request;   ///< JSON Schema of the body; empty: there is none
  std::function<std::string()> response;  ///< JSON Schema of the answer; empty: no content
  std::vector<QueryParameter> query;
  std::function<Reply(const Call&)> handle;
  /// Whether it gives a command: then it takes Idempotency-Key and If-Match.
  bool gives_command = false;
  std::string body_type = "application/json";
  std::size_t body_limit = 0;  ///< bytes; 0 is the server's own limit
  std::string answer_type = "application/json";
};

/// 200 with the record as JSON; `version` becomes the ETag.
template <core::Record T>
http::Response json_response(const T& record, std::optional<std::uint64_t> version = {}) {
  http::Response response{200, {{"Content-Type", "application/json"}}, json::write(record)};
  if (version) response.headers.emplace_back("ETag", "\"" + std::to_string(*version) + "\"");
  return response;
}

/// JSON Schema of a body that is a file.
[[nodiscard]] inline std::string schema_of_bytes() {
  return R"({"type":"string","format":"binary"})";
}

/// 200 with a file to be saved under this name.
[[nodiscard]] inline http::Response file_response(std::string media_type, const std::string& name,
                                                  std::string bytes) {
  return {200,
          {{"Content-Type", std::move(media_type)},
           {"Content-Disposition", "attachment; filename=\"" + name + "\""}},
          std::move(bytes)};
}

[[nodiscard]] inline core::Error not_found() {
  return core::error_of(core::ErrorKind::NotFound, "not-found",
                        "Não há nada com este identificador.",
                        "There is nothing with this identifier.");
}

/// Refuses ids that name nothing before they reach a key. Error: "not-found".
template <class Id>
core::Result<Id> id_from_path(const http::Request& request, const std::string& name) {
  auto id = Id::parse(request.parameter(name));
  if (!id) return core::fail(not_found());
  return *std::move(id);
}

/// The whole API, in the order in which it is documented.
[[nodiscard]] std::vector<Endpoint> endpoints();

/// The endpoint as a route: signs in, checks the audience, waits for the position asked for in
/// `seen`, turns errors into problems.
[[nodiscard]] http::Route route_of(const Endpoint& endpoint, Application& app);

/// OpenAPI 3.1 of these endpoints.
[[nodiscard]] std::string openapi(const std::vector<Endpoint>& endpoints);

}  // namespace server
