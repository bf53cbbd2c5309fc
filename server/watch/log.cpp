#include "server/watch/log.hpp"

#include <spdlog/spdlog.h>

#include <chrono>

namespace server {
namespace {

/// Between quotation marks, in one line whatever it holds.
std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 500;
  std::string quoted = "\"";
  for (const char c : text.substr(0, longest)) {
    const bool breaks_the_line = static_cast<unsigned char>(c) < ' ';
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += breaks_the_line ? ' ' : c;
  }
  return quoted + '"';
}

}  // namespace

void open_log(spdlog::sink_ptr sink) {
  auto log = std::make_shared<spdlog::logger>("", std::move(sink));
  log->set_pattern("time=%Y-%m-%dT%H:%M:%S.%eZ level=%l %v", spdlog::pattern_time_type::utc);
  spdlog::set_default_logger(std::move(log));
}

void log_start(const std::string& address, std::uint16_t port) {
  spdlog::info("event=start address={} port={}", address, port);
}

void log_stop(int signal) {
  spdlog::info("event=stop signal={}", signal);
}

void log_request(const http::Exchange& exchange) {
  const std::chrono::duration<double, std::milli> duration = exchange.duration;
  spdlog::info("event=request request={} method={} route={} status={} ms={:.2f}",
               exchange.request.id, http::name_of(exchange.request.method),
               exchange.pattern.empty() ? "none" : exchange.pattern, exchange.status,
               duration.count());
}

void log_failure(const http::Request& request, std::string_view what) {
  spdlog::error("event=failure request={} what={}", request.id, quoted(what));
}

void log_read_only(const core::Error& why) {
  spdlog::critical("event=read-only code={} why={}", why.code, quoted(why.en));
}

}  // namespace server
