#include <fmt/format.h>

#include <mutex>
#include <thread>

#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/dossier_events.hpp"
#include "json/json.hpp"
#include "projections/views.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/material.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

constexpr std::size_t clients = 64;
constexpr std::chrono::seconds patience(10);

/// Milliseconds from the moment an append was asked for.
struct Latencies {
  Samples appended;  ///< until it was acknowledged
  Samples visible;   ///< until every read model had seen it

  void add(const Latencies& other) {
    appended.insert(appended.end(), other.appended.begin(), other.appended.end());
    visible.insert(visible.end(), other.visible.begin(), other.visible.end());
  }
};

/// Somebody who fills a dossier, record by record, and looks at each before the next.
class Client {
 public:
  Client(eventstore::Store& store, const projections::Views& views, std::size_t number)
      : store_(store),
        views_(views),
        dossier_(core::dossier_of(core::EditionId("2021"),
                                  material().entities[number % material().entities.size()].code)) {}

  void start() {
    (void)happens(dossiers::DossierStarted{
        dossier_, core::edition_of(dossier_), core::entity_of(dossier_), {}});
  }

  void add_record(Latencies& latencies) {
    const auto& records = material().records;
    const dossiers::DossierRecordAdded event{dossier_,
                                             core::RecordId(fmt::format("registo-{}", version_)),
                                             records[version_ % records.size()]};
    const Stopwatch watch;
    const auto position = happens(event);
    latencies.appended.push_back(1000 * watch.seconds());
    core::ensure(views_.wait_until_seen(position, patience), "what was appended becomes visible");
    latencies.visible.push_back(1000 * watch.seconds());
  }

 private:
  template <class E>
  eventstore::Position happens(const E& event) {
    const eventstore::StreamName stream{std::string(dossiers::Dossier::category), dossier_.text()};
    eventstore::Append append;
    append.command_id = core::CommandId(fmt::format("{}-{}", dossier_.text(), version_));
    append.correlation = append.command_id;
    append.actor = "candidatura";
    append.expected.push_back({stream, version_});
    append.events.push_back({stream, std::string(E::name), 1, json::write(event)});
    const auto appended = store_.append(std::move(append));
    core::ensure(appended.has_value(), "a client's event is appended");
    ++version_;
    return appended->last();
  }

  eventstore::Store& store_;
  const projections::Views& views_;
  core::DossierId dossier_;
  eventstore::Version version_ = 0;
};

}  // namespace

Report visible(const Settings& settings) {
  const OpenStore store(settings.folder / "visible");
  projections::Views views(*store, *store);
  views.follow();
  const double seconds = settings.long_form ? 60 : 10;
  Latencies all;
  std::mutex mutex;
  const Stopwatch watch;
  {
    std::vector<std::jthread> threads;
    for (std::size_t number = 0; number < clients; ++number)
      threads.emplace_back([&, number] {
        Client client(*store, views, number);
        Latencies own;
        client.start();
        while (watch.seconds() < seconds) client.add_record(own);
        const std::lock_guard lock(mutex);
        all.add(own);
      });
  }
  const auto at = [](const Samples& samples, double q) { return Samples{quantile(samples, q)}; };
  constexpr auto peer = "append acknowledged";
  const auto rate = static_cast<double>(all.visible.size()) / watch.seconds();
  return {
      "visible",
      {{fmt::format("{} clients, each waits to see", clients), "events/s", {rate}},
       {"append to visible, p50", "ms", at(all.visible, 0.5), Peer{peer, at(all.appended, 0.5)}},
       {"append to visible, p99", "ms", at(all.visible, 0.99), Peer{peer, at(all.appended, 0.99)},
        at_most(20)}}};
}

}  // namespace bench
