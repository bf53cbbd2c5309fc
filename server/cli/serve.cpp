#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <csignal>

#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/http/http_server.hpp"
#include "server/web.hpp"

namespace server::cli {
namespace {

/// The signals that end the program, blocked in every thread that starts after this.
sigset_t block_end_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

http::ServerConfig config_of(const ServeOptions& options) {
  http::ServerConfig config;
  config.address = options.address;
  config.port = options.port;
  config.write_workers = 16;
  return config;
}

}  // namespace

int serve(const ServeOptions& options) {
  const auto signals = block_end_signals();
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock);
  if (!app) return complain(app.error(), unavailable);
  if (auto caught_up = (*app)->views().catch_up(); !caught_up)
    return complain(caught_up.error(), failed);
  (*app)->views().follow();

  http::HttpServer server(config_of(options), make_router(**app));
  if (auto started = server.start(); !started) return complain(started.error(), unavailable);
  fmt::print("http://{}:{}\n", options.address, server.port());
  std::fflush(stdout);

  int signal = 0;
  sigwait(&signals, &signal);
  spdlog::info("stopping");
  server.stop();
  return done;
}

}  // namespace server::cli
