#include "server/watch/watch.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "server/watch/log.hpp"

namespace server {
namespace {

using prometheus::Family;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

template <class Builder>
auto& family(prometheus::Registry& registry, Builder builder, const char* name, const char* help) {
  return builder.Name(std::string("autarquia_") + name).Help(help).Register(registry);
}

const Buckets& append_seconds_buckets() {
  static const Buckets buckets{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                               0.05,   0.1,   0.25,   0.5,   1,    2.5};
  return buckets;
}

/// Few, since there are as many for each route and class of status.
const Buckets& request_seconds_buckets() {
  static const Buckets buckets{0.001, 0.005, 0.025, 0.1, 0.5, 2.5};
  return buckets;
}

const Buckets& group_appends_buckets() {
  static const Buckets buckets{1, 2, 4, 8, 16, 32, 64, 128, 256};
  return buckets;
}

const Buckets& group_bytes_buckets() {
  static const Buckets buckets{1 << 10, 1 << 12, 1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 23};
  return buckets;
}

double seconds(std::chrono::nanoseconds duration) {
  return std::chrono::duration<double>(duration).count();
}

const char* name_of(Proof kind) {
  switch (kind) {
    case Proof::Checkpoint:
      return "checkpoint";
    case Proof::Tile:
      return "tile";
    case Proof::Receipt:
      return "receipt";
  }
  return "other";
}

}  // namespace

struct Watch::Metrics {
  template <class Metric, class... Arguments>
  Metric& only(Family<Metric>& family, const Arguments&... arguments) {
    return family.Add({}, arguments...);
  }
  Histogram& histogram(const char* name, const char* help, const Buckets& buckets) {
    return only(family(registry, prometheus::BuildHistogram(), name, help), buckets);
  }
  prometheus::Gauge& gauge(const char* name, const char* help) {
    return only(family(registry, prometheus::BuildGauge(), name, help));
  }
  Family<prometheus::Counter>& counters(const char* name, const char* help) {
    return family(registry, prometheus::BuildCounter(), name, help);
  }

  prometheus::Registry registry;
  Histogram& append_seconds = histogram("append_seconds", "From an append's arrival to its answer.",
                                        append_seconds_buckets());
  Histogram& group_appends =
      histogram("group_appends", "Appends decided together.", group_appends_buckets());
  Histogram& group_bytes =
      histogram("group_bytes", "Payload of the appends decided together.", group_bytes_buckets());
  Family<prometheus::Counter>& refused_appends =
      counters("refused_appends_total", "Appends refused, by the error's code.");
  Family<prometheus::Counter>& proofs =
      counters("proof_requests_total", "Checkpoints, tiles and receipts asked for.");
  Family<Histogram>& request_seconds =
      family(registry, prometheus::BuildHistogram(), "http_request_seconds",
             "Time to make an answer, by the route's pattern and the class of its status.");
  prometheus::Gauge& takes_appends =
      gauge("takes_appends", "1 where the store takes appends, 0 where it is read-only.");
  prometheus::Gauge& head = gauge("log_position", "The last committed position of the log.");
  prometheus::Gauge& queued = gauge("queued_appends", "Appends that wait for their group.");
  prometheus::Gauge& size_on_disk =
      gauge("log_bytes", "What the log and the rows of its read models take on disk.");
  Family<prometheus::Gauge>& lags =
      family(registry, prometheus::BuildGauge(), "read_model_lag_positions",
             "Positions of the log that a read model has not seen yet.");
};

Watch::Watch() : metrics_(std::make_unique<Metrics>()) {}
Watch::~Watch() = default;

void Watch::committed(std::size_t appends, std::size_t bytes) {
  metrics_->group_appends.Observe(static_cast<double>(appends));
  metrics_->group_bytes.Observe(static_cast<double>(bytes));
}

void Watch::answered(std::chrono::nanoseconds waited, const core::Error* refusal) {
  metrics_->append_seconds.Observe(seconds(waited));
  if (refusal != nullptr) metrics_->refused_appends.Add({{"code", refusal->code}}).Increment();
}

void Watch::read_only(const core::Error& why) {
  log_read_only(why);
}

void Watch::request(const http::Exchange& exchange) {
  log_request(exchange);
  const std::string route(exchange.pattern.empty() ? "none" : exchange.pattern);
  const auto status = std::to_string(exchange.status / 100) + "xx";
  metrics_->request_seconds.Add({{"route", route}, {"status", status}}, request_seconds_buckets())
      .Observe(seconds(exchange.duration));
}

void Watch::proof(Proof kind) {
  metrics_->proofs.Add({{"kind", name_of(kind)}}).Increment();
}

std::string Watch::metrics(const Standing& standing) {
  metrics_->takes_appends.Set(standing.takes_appends ? 1 : 0);
  metrics_->head.Set(static_cast<double>(standing.head));
  metrics_->queued.Set(static_cast<double>(standing.queued));
  metrics_->size_on_disk.Set(static_cast<double>(standing.size_on_disk));
  for (const auto& lag : standing.lags)
    metrics_->lags.Add({{"model", lag.model}}).Set(static_cast<double>(lag.positions));
  return prometheus::TextSerializer().Serialize(metrics_->registry.Collect());
}

}  // namespace server
