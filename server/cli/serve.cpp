#include <fmt/format.h>

#include <csignal>

#include "projections/attachments.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/http/http_server.hpp"
#include "server/links/link_watch.hpp"
#include "server/snapshots.hpp"
#include "server/watch/log.hpp"
#include "server/watch/service.hpp"
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

http::ServerConfig config_of(const ServeOptions& options, eventstore::Clock& clock) {
  http::ServerConfig config;
  config.address = options.address;
  config.port = options.port;
  config.write_workers = 16;
  config.clock = [&clock] { return clock.now(); };
  return config;
}

/// For this machine alone, whatever the public side listens on.
http::ServerConfig metrics_config_of(const ServeOptions& options) {
  http::ServerConfig config;
  config.port = *options.metrics_port;
  config.io_threads = 1;
  config.write_workers = 1;
  return config;
}

/// What was uploaded and never attached goes.
void collect_leftovers(Application& app) {
  app.attachments().uploads().remove_abandoned();
  app.attachments().content().collect(
      projections::contents_named(*app.views().view("attachments")));
}

/// Until a signal to end comes, which it answers.
int keep_in_order(Application& app, const sigset_t& signals) {
  constexpr timespec day{24L * 60 * 60, 0};
  for (;;) {
    collect_leftovers(app);
    const int signal = sigtimedwait(&signals, nullptr, &day);
    if (signal > 0) return signal;
  }
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
  if (options.clamd) (*app)->attachments().check_by_clamd(*options.clamd);

  const auto lender = SnapshotLender::open(options.data, (*app)->store());
  if (!lender) return complain(lender.error(), unavailable);
  http::HttpServer server(config_of(options, clock), make_router(**app));
  if (auto started = server.start(); !started) return complain(started.error(), unavailable);
  std::optional<http::HttpServer> metrics;
  if (options.metrics_port) {
    metrics.emplace(metrics_config_of(options), make_metrics_router(**app));
    if (auto started = metrics->start(); !started) return complain(started.error(), unavailable);
    fmt::print("http://127.0.0.1:{}/metrics\n", metrics->port());
  }
  std::optional<links::LinkWatch> link_watch;
  if (options.check_links) link_watch.emplace(**app);
  fmt::print("http://{}:{}\n", options.address, server.port());
  std::fflush(stdout);
  log_start(options.address, server.port());

  log_stop(keep_in_order(**app, signals));
  server.stop();
  return done;
}

}  // namespace server::cli
