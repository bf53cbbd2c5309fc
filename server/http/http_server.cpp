#include "server/http/http_server.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include "domain/core/assert.hpp"
#include "server/http/connection.hpp"

namespace http {

/// What outlives a connection: the event loop, the workers, the register of connections.
class HttpServer::Engine {
 public:
  Engine(ServerConfig config, Router router)
      : config_(std::move(config)),
        router_(std::move(router)),
        workers_(std::max<std::size_t>(config_.write_workers, 1)) {}

  core::Result<void> start();
  void stop();
  [[nodiscard]] std::uint16_t port() const { return port_; }

 private:
  error_code listen(const tcp::endpoint& endpoint);
  asio::awaitable<void> accept();
  void open(tcp::socket socket);
  void for_each_connection(void (Connection::*action)());
  [[nodiscard]] bool all_closed() const { return connections_.empty(); }

  const ServerConfig config_;
  const Router router_;
  asio::thread_pool workers_;
  std::atomic<bool> stopping_ = false;
  std::uint16_t port_ = 0;
  asio::io_context io_;
  tcp::acceptor acceptor_{asio::make_strand(io_)};
  std::vector<std::jthread> threads_;
  std::mutex mutex_;  ///< guards what follows
  std::condition_variable closed_;
  std::set<std::shared_ptr<Connection>> connections_;
};

namespace {

core::Error cannot_listen(const ServerConfig& config, const error_code& error) {
  constexpr auto kind = core::ErrorKind::Unavailable;
  if (error == asio::error::address_in_use)
    return core::error_of(
        kind, "port-in-use",
        fmt::format("A porta {} já está a ser usada por outro programa.", config.port),
        fmt::format("Port {} is already used by another program.", config.port));
  return core::error_of(kind, "cannot-listen",
                        fmt::format("Não é possível escutar em {}, porta {}: {}.", config.address,
                                    config.port, error.message()),
                        fmt::format("Cannot listen on {}, port {}: {}.", config.address,
                                    config.port, error.message()));
}

}  // namespace

core::Result<void> HttpServer::Engine::start() {
  core::ensure(threads_.empty() && !stopping_, "a server starts once");
  error_code error;
  const auto address = asio::ip::make_address(config_.address, error);
  if (error)
    return core::fail(core::invalid("address-invalid", "address",
                                    "O endereço tem de ser um número IPv4 ou IPv6.",
                                    "The address must be an IPv4 or IPv6 number."));
  if (error = listen({address, config_.port}); error)
    return core::fail(cannot_listen(config_, error));
  port_ = acceptor_.local_endpoint().port();
  asio::co_spawn(acceptor_.get_executor(), accept(), [](const std::exception_ptr&) {});
  for (std::size_t i = 0; i < std::max<std::size_t>(config_.io_threads, 1); ++i)
    threads_.emplace_back([this] { io_.run(); });
  return {};
}

error_code HttpServer::Engine::listen(const tcp::endpoint& endpoint) {
  error_code error;
  (void)(acceptor_.open(endpoint.protocol(), error) ||
         acceptor_.set_option(tcp::acceptor::reuse_address(true), error) ||
         acceptor_.bind(endpoint, error) ||
         acceptor_.listen(tcp::acceptor::max_listen_connections, error));
  return error;
}

asio::awaitable<void> HttpServer::Engine::accept() {
  constexpr auto pause = std::chrono::milliseconds(100);
  asio::steady_timer timer(acceptor_.get_executor());
  while (!stopping_) {
    error_code error;
    tcp::socket socket(asio::make_strand(io_));
    co_await acceptor_.async_accept(socket, into(error));
    if (!error) {
      open(std::move(socket));
    } else if (!stopping_) {  // out of descriptors, say: try again, but not at full speed
      timer.expires_after(pause);
      co_await timer.async_wait(into(error));
    }
  }
}

void HttpServer::Engine::open(tcp::socket socket) {
  const Shared shared{router_, config_.limits, config_.clock, workers_, stopping_};
  const auto connection = std::make_shared<Connection>(shared, std::move(socket));
  const std::scoped_lock lock(mutex_);
  const auto limit = config_.limits.connections;
  if (connections_.size() >= 2 * limit) return;  // too many even to tell them so
  const bool welcome = connections_.size() < limit;
  connections_.insert(connection);
  const auto forget = [this, connection](const std::exception_ptr&) {
    const std::scoped_lock lock_again(mutex_);
    connections_.erase(connection);
    closed_.notify_all();
  };
  asio::co_spawn(connection->executor(), welcome ? connection->serve() : connection->turn_away(),
                 forget);
}

void HttpServer::Engine::stop() {
  if (threads_.empty()) return;
  stopping_ = true;
  asio::post(acceptor_.get_executor(), [this] { acceptor_.close(); });
  std::unique_lock lock(mutex_);
  for_each_connection(&Connection::close_if_idle);
  if (!closed_.wait_for(lock, config_.limits.grace, [this] { return all_closed(); })) {
    for_each_connection(&Connection::close);
    closed_.wait(lock, [this] { return all_closed(); });
  }
  lock.unlock();
  threads_.clear();
  workers_.join();
}

void HttpServer::Engine::for_each_connection(void (Connection::*action)()) {
  for (const auto& connection : connections_)
    asio::post(connection->executor(), [connection, action] { (*connection.*action)(); });
}

HttpServer::HttpServer(ServerConfig config, Router router)
    : engine_(std::make_unique<Engine>(std::move(config), std::move(router))) {}

HttpServer::~HttpServer() {
  stop();
}

core::Result<void> HttpServer::start() {
  return engine_->start();
}

std::uint16_t HttpServer::port() const {
  return engine_->port();
}

void HttpServer::stop() {
  engine_->stop();
}

}  // namespace http
