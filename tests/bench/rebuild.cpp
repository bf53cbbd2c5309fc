#include <fmt/format.h>

#include "domain/core/assert.hpp"
#include "projections/generations.hpp"
#include "projections/views.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/log.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

constexpr std::size_t parts = 10;

void drop_all(eventstore::RowStore& rows) {
  const projections::Generations generations(rows);
  for (const auto& model : projections::read_models()) {
    const auto live = generations.live(model.name().name);
    core::ensure(rows.drop(live).has_value(), "a read model can be dropped");
  }
}

/// Seconds after which each tenth of the log was folded into all read models.
Samples fold_all(eventstore::Store& store) {
  drop_all(store);
  projections::Views views(store, store);
  Samples reached;
  const Stopwatch watch;
  const auto done = views.catch_up([&](auto position, auto head) {
    while (position * parts >= head * (reached.size() + 1) && reached.size() < parts)
      reached.push_back(watch.seconds());
  });
  core::ensure(done.has_value() && reached.size() == parts, "read models are fed with the log");
  return reached;
}

}  // namespace

Report rebuild(const Settings& settings) {
  const OpenStore store(realistic_log(settings));
  const auto head = static_cast<double>(store->head());
  forget_peak_memory();
  const auto reached = fold_all(*store);
  const double tenth = head / parts;
  const Samples first{tenth / (reached[1] - reached[0])};
  const Samples last{tenth / (reached[parts - 1] - reached[parts - 2])};
  const auto what = fmt::format("rebuild of all read models, {:g} M events", head / 1e6);
  return {"rebuild",
          {{what, "s", {reached.back()}},
           {what, "events/s", {head / reached.back()}},
           {"the same, its last tenth", "events/s", last, Peer{"its second tenth", first},
            ratio_at_least(0.9)},
           {"peak memory of the rebuild", "MiB", {peak_memory()}, {}, at_most(512)}}};
}

}  // namespace bench
