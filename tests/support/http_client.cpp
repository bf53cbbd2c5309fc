#include "tests/support/http_client.hpp"

#include <algorithm>
#include <array>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <cctype>
#include <stdexcept>

#include "server/http/target.hpp"

namespace support {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using boost::system::error_code;

wire::verb verb_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return wire::verb::get;
    case http::Method::Head:
      return wire::verb::head;
    case http::Method::Post:
      return wire::verb::post;
    case http::Method::Put:
      return wire::verb::put;
    case http::Method::Patch:
      return wire::verb::patch;
    case http::Method::Delete:
      return wire::verb::delete_;
    default:
      return wire::verb::options;
  }
}

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

}  // namespace

struct HttpClient::Connection {
  asio::io_context io;
  beast::tcp_stream stream{io};
  beast::flat_buffer buffer;

  /// Runs one operation to its end, at most ten seconds.
  template <class Start>
  error_code run(Start start) {
    error_code result;
    stream.expires_after(std::chrono::seconds(10));
    start([&result](error_code error, auto&&...) { result = error; });
    io.restart();
    io.run();
    return result;
  }
};

HttpClient::HttpClient(std::uint16_t port, const std::string& address)
    : connection_(std::make_unique<Connection>()) {
  const asio::ip::tcp::endpoint server(asio::ip::make_address(address), port);
  const auto error =
      connection_->run([&](auto done) { connection_->stream.async_connect(server, done); });
  if (error) throw std::runtime_error("cannot connect: " + error.message());
}

HttpClient::~HttpClient() = default;

http::Response HttpClient::send(const http::Request& request) {
  wire::request<wire::string_body> message(verb_of(request.method),
                                           http::to_text({request.path, request.query}), 11);
  message.set(wire::field::host, "localhost");
  for (const auto& [name, value] : request.headers) message.set(name, value);
  message.body() = request.body;
  message.prepare_payload();
  (void)connection_->run([&](auto done) { wire::async_write(connection_->stream, message, done); });
  auto response = read(request.method == http::Method::Head);
  if (!response) throw std::runtime_error("no answer to " + request.path);
  return *std::move(response);
}

http::Response HttpClient::get(const std::string& path) {
  http::Request request;
  request.path = path;
  return send(request);
}

http::Response HttpClient::post(const std::string& path, const std::string& body,
                                const std::string& content_type) {
  http::Request request;
  request.method = http::Method::Post;
  request.path = path;
  request.headers["content-type"] = content_type;
  request.body = body;
  return send(request);
}

void HttpClient::write(std::string_view bytes) {
  (void)connection_->run([&](auto done) {
    asio::async_write(connection_->stream, asio::buffer(bytes.data(), bytes.size()), done);
  });
}

std::optional<http::Response> HttpClient::read(bool answers_head) {
  wire::response_parser<wire::string_body> parser;
  parser.skip(answers_head);
  parser.body_limit(boost::none);
  const auto error = connection_->run(
      [&](auto done) { wire::async_read(connection_->stream, connection_->buffer, parser, done); });
  if (error) return std::nullopt;
  http::Response response{static_cast<int>(parser.get().result_int()), {}, parser.get().body()};
  for (const auto& field : parser.get())
    response.headers.emplace_back(field.name_string(), field.value());
  return response;
}

bool HttpClient::closed_by_server() {
  std::array<char, 1> byte{};
  const auto error = connection_->run(
      [&](auto done) { connection_->stream.async_read_some(asio::buffer(byte), done); });
  return error == asio::error::eof || error == asio::error::connection_reset;
}

std::string header(const http::Response& response, const std::string& lower_case_name) {
  for (const auto& [name, value] : response.headers) {
    if (lower_case(name) == lower_case_name) return value;
  }
  return "";
}

}  // namespace support
