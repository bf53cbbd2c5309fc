#include "server/api/endpoint.hpp"

#include <charconv>

#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/session.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

Result<void> check_media_type(const http::Request& request, const std::string& expected) {
  const auto type = request.header("content-type");
  if (request.body.empty() || type.substr(0, type.find(';')) == expected) return {};
  return fail(core::invalid("unsupported-media-type", "Content-Type",
                            "O corpo do pedido tem de ser " + expected + ".",
                            "The body of the request has to be " + expected + "."));
}

/// Waits until the read models have seen the position that the caller has seen.
Result<void> wait_for_position(const http::Request& request, Application& app) {
  const auto text = request.query_value("seen");
  if (!text) return {};
  eventstore::Position position = 0;
  const auto [rest, error] = std::from_chars(text->data(), text->data() + text->size(), position);
  if (error != std::errc() || rest != text->data() + text->size())
    return fail(core::invalid("invalid-value", "seen", "A posição é um número inteiro.",
                              "The position is a whole number."));
  return app.wait_until_seen(position);
}

Result<void> check_audience(const Endpoint& endpoint, const Call& call) {
  if (!endpoint.subject) return permissions::permit_reading(call.actor, endpoint.audience);
  if (auto signed_in = permissions::permit_reading(call.actor, permissions::Audience::SignedIn);
      !signed_in)
    return signed_in;
  auto subject = endpoint.subject(call);
  if (!subject) return fail(std::move(subject.error()));
  return permissions::permit_reading(call.actor, endpoint.audience, *subject);
}

Reply answer(const Endpoint& endpoint, const Call& call) {
  if (auto typed = check_media_type(call.request, endpoint.body_type); !typed)
    return fail(std::move(typed.error()));
  if (auto waited = wait_for_position(call.request, call.app); !waited)
    return fail(std::move(waited.error()));
  if (auto permitted = check_audience(endpoint, call); !permitted)
    return fail(std::move(permitted.error()));
  return endpoint.handle(call);
}

}  // namespace

http::Route route_of(const Endpoint& endpoint, Application& app) {
  return {endpoint.method, "/api/v1" + endpoint.path, http::Work::Write,
          [endpoint, &app](const http::Request& request) {
            const auto actor = actor_of(request, app);
            auto reply = answer(endpoint, {request, actor, app});
            if (!reply) return problem(reply.error(), request);
            reply->headers.emplace_back("Cache-Control", "no-store");
            return *std::move(reply);
          },
          endpoint.body_limit};
}

}  // namespace server
