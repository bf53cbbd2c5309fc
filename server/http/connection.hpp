#pragma once

#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <expected>
#include <utility>

#include "server/http/http_server.hpp"
#include "server/http/target.hpp"
#include "server/http/wire.hpp"

/// Private to http_server.cpp, as all that names Beast.
namespace http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// What every connection of a server shares.
struct Shared {
  const Router& router;
  const Limits& limits;
  const std::function<core::Instant()>& clock;
  asio::thread_pool& workers;
  const std::atomic<bool>& stopping;
};

inline auto into(error_code& error) {
  return asio::redirect_error(asio::use_awaitable, error);
}

/// One client, from accept to close. Everything runs on the socket's strand.
class Connection {
 public:
  Connection(Shared shared, tcp::socket socket) : shared_(shared), stream_(std::move(socket)) {}

  asio::any_io_executor executor() { return stream_.get_executor(); }
  /// Requests one after the other, until either side has enough.
  asio::awaitable<void> serve();
  /// 503, whatever is asked.
  asio::awaitable<void> turn_away() { return refuse(503, {}); }
  /// For the strand only.
  void close() { stream_.close(); }
  void close_if_idle() {
    if (idle_) close();
  }

 private:
  using Parser = wire::protocol::request_parser<wire::protocol::string_body>;
  /// Or the status that says why not; `gone` when there is nobody left to answer.
  using Received = std::expected<void, int>;
  static constexpr int gone = 0;

  asio::awaitable<bool> next_request_begins();
  asio::awaitable<bool> exchange();
  asio::awaitable<Received> read_head(Parser& parser, Request& request);
  asio::awaitable<Received> read_body(Parser& parser, Request& request);
  asio::awaitable<bool> let_go_on(const Parser& parser);
  [[nodiscard]] int status_for(const error_code& error, const Parser& parser) const;
  asio::awaitable<Response> answer(const Request& request);
  asio::awaitable<bool> send(Response response, const Request& request, bool keep_alive);
  template <class Message>
  asio::awaitable<bool> write(const Message& message);
  asio::awaitable<void> refuse(int status, Request request);

  Shared shared_;
  wire::beast::tcp_stream stream_;
  wire::beast::flat_buffer buffer_;
  bool idle_ = false;
};

inline asio::awaitable<void> Connection::serve() {
  error_code ignored;
  (void)stream_.socket().set_option(tcp::no_delay(true), ignored);
  while (co_await next_request_begins()) {
    if (!co_await exchange()) break;
  }
  (void)stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
}

inline asio::awaitable<bool> Connection::next_request_begins() {
  constexpr std::size_t chunk = 4096;
  if (shared_.stopping) co_return false;
  if (buffer_.size() > 0) co_return true;  // pipelined
  error_code error;
  idle_ = true;
  stream_.expires_after(shared_.limits.idle);
  buffer_.commit(co_await stream_.async_read_some(buffer_.prepare(chunk), into(error)));
  idle_ = false;
  co_return !error;
}

inline asio::awaitable<bool> Connection::exchange() {
  Parser parser;
  Request request;
  auto received = co_await read_head(parser, request);
  if (received) received = co_await read_body(parser, request);
  if (!received) {
    if (received.error() != gone) co_await refuse(received.error(), std::move(request));
    co_return false;
  }
  auto response = co_await answer(request);
  const bool keep_alive = parser.get().keep_alive() && !shared_.stopping;
  co_return co_await send(std::move(response), request, keep_alive);
}

inline asio::awaitable<Connection::Received> Connection::read_head(Parser& parser,
                                                                   Request& request) {
  error_code error;
  request.id = fresh_request_id();
  request.remote = stream_.socket().remote_endpoint(error).address().to_string();
  parser.header_limit(static_cast<std::uint32_t>(shared_.limits.header));
  parser.body_limit(boost::none);  // read_body knows the route, and so the limit
  stream_.expires_after(shared_.limits.head);
  co_await wire::protocol::async_read_header(stream_, buffer_, parser, into(error));
  const auto& message = parser.get();
  request.method = wire::method_of(message.method());
  request.headers = wire::headers_of(message.base());
  if (error) co_return std::unexpected(status_for(error, parser));
  if (message.target().size() > shared_.limits.target) co_return std::unexpected(414);
  auto target = parse_target(wire::view(message.target()));
  const bool names_host = message.count(wire::protocol::field::host) == 1;
  if (!target || (message.version() == 11 && !names_host)) co_return std::unexpected(400);
  request.path = std::move(target->path);
  request.query = std::move(target->query);
  co_return Received();
}

inline asio::awaitable<Connection::Received> Connection::read_body(Parser& parser,
                                                                   Request& request) {
  const auto* route = shared_.router.find(request.method, request.path);
  const bool has_own_limit = route != nullptr && route->body_limit > 0;
  const auto limit = has_own_limit ? route->body_limit : shared_.limits.body;
  if (parser.content_length().value_or(0) > limit) co_return std::unexpected(413);
  parser.body_limit(limit);
  stream_.expires_after(shared_.limits.transfer);
  if (!co_await let_go_on(parser)) co_return std::unexpected(gone);
  error_code error;
  co_await wire::protocol::async_read(stream_, buffer_, parser, into(error));
  if (error) co_return std::unexpected(status_for(error, parser));
  if (shared_.clock) request.received = shared_.clock();
  request.body = std::move(parser.get().body());
  co_return Received();
}

/// Tells a client that asked first ("Expect: 100-continue") to send the body.
inline asio::awaitable<bool> Connection::let_go_on(const Parser& parser) {
  using namespace wire::protocol;
  const auto expected = wire::view(parser.get()[field::expect]);
  if (parser.is_done() || wire::lower_case(expected) != "100-continue") co_return true;
  const response<empty_body> go_on(status::continue_, 11);
  co_return co_await write(go_on);
}

inline int Connection::status_for(const error_code& error, const Parser& parser) const {
  using Fault = wire::protocol::error;
  if (error == Fault::body_limit) return 413;
  if (error == Fault::header_limit) {
    const auto unread = buffer_.data();
    const std::string_view text(static_cast<const char*>(unread.data()), unread.size());
    return parser.get().target().empty() && !text.contains('\n') ? 414 : 431;
  }
  if (error == Fault::end_of_stream || error == Fault::partial_message) return gone;
  const bool is_malformed = error.category() == error_code(Fault::bad_target).category();
  return is_malformed ? 400 : gone;
}

inline asio::awaitable<Response> Connection::answer(const Request& request) {
  const auto& router = shared_.router;
  const auto* route = router.find(request.method, request.path);
  stream_.expires_never();
  if (route == nullptr || route->work == Work::Read) co_return router.answer(request);
  // A lambda with a name of its own: g++ bug 107288.
  auto work = [&router, &request]() -> asio::awaitable<Response> {
    co_return router.answer(request);
  };
  co_return co_await asio::co_spawn(shared_.workers, work, asio::use_awaitable);
}

inline asio::awaitable<bool> Connection::send(Response response, const Request& request,
                                              bool keep_alive) {
  using namespace wire::protocol;
  if (!wire::is_sendable(response)) response = shared_.router.refuse(500, request);
  if (!wire::has_content(response.status))
    co_return co_await write(wire::head_of<empty_body>(response, keep_alive)) && keep_alive;
  if (request.method == Method::Head) {
    auto head = wire::head_of<empty_body>(response, keep_alive);
    head.content_length(response.body.size());
    co_return co_await write(head) && keep_alive;
  }
  auto message = wire::head_of<string_body>(response, keep_alive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  co_return co_await write(message) && keep_alive;
}

template <class Message>
asio::awaitable<bool> Connection::write(const Message& message) {
  error_code error;
  stream_.expires_after(shared_.limits.transfer);
  co_await wire::protocol::async_write(stream_, message, into(error));
  co_return !error;
}

/// Answers and closes. What the client is still sending is read and dropped for a while: closing
/// at once would reset the connection, and the answer could be lost on its way.
inline asio::awaitable<void> Connection::refuse(int status, Request request) {
  constexpr auto patience = std::chrono::seconds(2);
  error_code error;
  co_await send(shared_.router.refuse(status, request), request, false);
  (void)stream_.socket().shutdown(tcp::socket::shutdown_send, error);
  stream_.expires_after(patience);
  std::array<char, 4096> dropped{};
  while (!error) co_await stream_.async_read_some(asio::buffer(dropped), into(error));
}

}  // namespace http
