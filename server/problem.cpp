#include "server/problem.hpp"

#include "json/json.hpp"

namespace server {
namespace {

struct Messages {
  std::string pt;
  std::string en;
  FIELDS(pt, en)
};

struct Problem {
  std::string type = "about:blank";
  std::string title;
  std::int64_t status = 0;
  std::string detail;
  std::string code;
  std::optional<std::string> field;
  std::optional<std::string> reference;
  Messages messages;
  std::optional<core::Verbatim> standing;
  FIELDS(type, title, status, detail, code, field, reference, messages, standing)
};

const char* phrase(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 503:
      return "Service Unavailable";
    default:
      return "Internal Server Error";
  }
}

http::Response respond(int status, const core::Error& error, const http::Request& request,
                       std::optional<core::Verbatim> standing = {}) {
  const Problem problem{.title = phrase(status),
                        .status = status,
                        .detail = language_of(request) == "en" ? error.en : error.pt,
                        .code = error.code,
                        .field = error.field.empty() ? std::nullopt : std::optional(error.field),
                        .reference = reference_of(status, request),
                        .messages = {error.pt, error.en},
                        .standing = std::move(standing)};
  http::Response response{status,
                          {{"Content-Type", "application/problem+json"},
                           {"Content-Language", std::string(language_of(request))},
                           {"Cache-Control", "no-store"}},
                          json::write(problem)};
  tell_when_to_retry(response, error);
  return response;
}

/// What is wrong with the request itself has statuses of its own.
int status_of(const core::Error& error) {
  if (error.code == "invalid-json" || error.code == "invalid-header") return 400;
  if (error.code == "unsupported-media-type") return 415;
  return server::status_of(error.kind);
}

}  // namespace

int status_of(core::ErrorKind kind) {
  switch (kind) {
    case core::ErrorKind::Invalid:
      return 422;
    case core::ErrorKind::Unauthenticated:
      return 401;
    case core::ErrorKind::Forbidden:
      return 403;
    case core::ErrorKind::NotFound:
      return 404;
    case core::ErrorKind::Conflict:
    case core::ErrorKind::TooLate:
      return 409;
    case core::ErrorKind::TooLarge:
      return 413;
    case core::ErrorKind::TooMany:
      return 429;
    case core::ErrorKind::Unavailable:
      return 503;
  }
  return 500;
}

http::Response problem(const core::Error& error, const http::Request& request) {
  return respond(status_of(error), error, request);
}

http::Response problem(const core::Error& error, const http::Request& request,
                       std::string standing) {
  return respond(status_of(error), error, request, core::Verbatim{std::move(standing)});
}

http::Response problem(int status, const http::Request& request) {
  return respond(status, error_of_status(status), request);
}

void tell_when_to_retry(http::Response& response, const core::Error& error) {
  constexpr std::chrono::seconds shortly(10);
  auto wait = error.retry_after;
  if (!wait && response.status == 503) wait = shortly;
  if (wait) response.headers.emplace_back("Retry-After", std::to_string(wait->count()));
}

core::Error error_of_status(int status) {
  using core::error_of;
  using core::ErrorKind;
  switch (status) {
    case 400:
      return error_of(ErrorKind::Invalid, "bad-request", "O pedido não se percebe.",
                      "The request cannot be understood.");
    case 404:
      return error_of(ErrorKind::NotFound, "not-found", "Não há nada neste endereço.",
                      "There is nothing at this address.");
    case 405:
      return error_of(ErrorKind::Invalid, "method-not-allowed",
                      "Este endereço não aceita este método.",
                      "This address does not take this method.");
    case 413:
    case 414:
    case 431:
      return error_of(ErrorKind::TooLarge, "request-too-large",
                      "O pedido é maior do que o permitido.", "The request is over the limit.");
    case 503:
      return error_of(ErrorKind::Unavailable, "unavailable",
                      "O serviço não consegue responder neste momento. Tente daqui a pouco.",
                      "The service cannot answer at this moment. Try again shortly.");
    default:
      return error_of(ErrorKind::Unavailable, "internal-error",
                      "Ocorreu um erro inesperado. Pode repetir o pedido com a mesma chave "
                      "(Idempotency-Key): nunca será aplicado duas vezes.",
                      "Something unexpected went wrong. You may repeat the request under the same "
                      "Idempotency-Key: it is never applied twice.");
  }
}

std::optional<std::string> reference_of(int status, const http::Request& request) {
  const bool ours_to_find = status == 500 && !request.id.empty();
  return ours_to_find ? std::optional(request.id) : std::nullopt;
}

std::string_view language_of(const http::Request& request) {
  auto wanted = request.header("accept-language");
  while (!wanted.empty()) {
    const auto comma = wanted.find(',');
    auto tag = wanted.substr(0, comma);
    wanted = comma == std::string_view::npos ? std::string_view() : wanted.substr(comma + 1);
    while (tag.starts_with(' ')) tag.remove_prefix(1);
    const auto language = tag.substr(0, tag.find_first_of("-; "));
    if (language == "en") return "en";
    if (language == "pt") return "pt";
  }
  return "pt";
}

}  // namespace server
