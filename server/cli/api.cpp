#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <iostream>
#include <string>

#include "json/json.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/input.hpp"
#include "server/http/target.hpp"
#include "server/session.hpp"
#include "server/watch/log.hpp"
#include "server/web.hpp"

namespace server::cli {
namespace {

http::Request request_for(http::Method method, std::string path) {
  http::Request request;
  request.method = method;
  request.path = std::move(path);
  request.headers = {{"accept-language", "en"}, {"content-type", "application/json"}};
  return request;
}

core::Result<http::Request> request_of(const ApiOptions& options) {
  constexpr std::size_t largest_body = std::size_t{8} << 20;
  auto target = http::parse_target("/api/v1" + options.path);
  if (!target || !options.path.starts_with('/'))
    return core::fail(core::invalid("invalid-value", "path", "O caminho começa por /.",
                                    "The path begins with /."));
  const auto method = options.body ? http::Method::Post : http::Method::Get;
  auto request = request_for(method, std::move(target->path));
  request.query = std::move(target->query);
  if (!options.body) return request;
  auto body = read_input("body", *options.body, largest_body);
  if (!body) return core::fail(body.error());
  request.body = *std::move(body);
  return request;
}

/// Begins a session of the account, whose password is read from standard input.
http::Response sign_in(const http::Router& router, const std::string& account) {
  Credentials credentials{core::AccountId(account), ""};
  std::getline(std::cin, credentials.password);
  auto request = request_for(http::Method::Post, "/api/v1/session");
  request.body = json::write(credentials);
  return router.answer(std::move(request));
}

std::optional<std::string> cookie_in(const http::Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "Set-Cookie") return value.substr(0, value.find(';'));
  return std::nullopt;
}

int print(const http::Response& response) {
  constexpr int first_refusal = 400;
  fmt::print("{}", response.body);
  if (response.body.ends_with('}')) fmt::print("\n");
  return response.status < first_refusal ? done : failed;
}

}  // namespace

int call_api(const ApiOptions& options) {
  auto request = request_of(options);
  if (!request) return complain(request.error());
  auto failures_alone = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  failures_alone->set_level(spdlog::level::warn);
  open_log(std::move(failures_alone));
  eventstore::SystemClock clock;
  const auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  if (auto caught_up = (*app)->views().catch_up(); !caught_up)
    return complain(caught_up.error(), failed);
  (*app)->views().follow();
  const auto router = make_router(**app);
  request->headers["idempotency-key"] = options.key.value_or("cli-" + (*app)->fresh_id());
  if (options.account) {
    const auto session = sign_in(router, *options.account);
    const auto cookie = cookie_in(session);
    if (!cookie) return print(session);
    request->headers["cookie"] = *cookie;
  }
  return print(router.answer(*std::move(request)));
}

}  // namespace server::cli
