#include <fmt/format.h>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/verify.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/log.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

template <class Open>
double seconds_to(const Open& open) {
  const Stopwatch watch;
  const auto opened = open();
  return watch.seconds();
}

}  // namespace

Report opening(const Settings& settings) {
  const auto folder = realistic_log(settings);
  const auto events = fmt::format("{:g} M events", static_cast<double>(settings.events) / 1e6);
  const auto database = database_of(folder);
  using Access = RawRocksDb::Access;
  forget_peak_memory();
  const auto open = [&] { return std::make_unique<OpenStore>(folder); };
  (void)open();
  const Samples memory{peak_memory()};
  const auto opened = interleaved(settings.rounds(), {[&] { return seconds_to(open); },
                                                      [&] {
                                                        return seconds_to([&] {
                                                          return std::make_unique<RawRocksDb>(
                                                              database, database, Access::Write);
                                                        });
                                                      }});
  const Stopwatch watch;
  const auto sound = eventstore::value_or_throw(eventstore::verify(folder));
  const Samples verified{watch.seconds()};
  core::ensure(sound.sound() && sound.checked == settings.events, "the log is sound");
  const RawRocksDb raw(database, database, Access::Read);
  const Samples checked{seconds_to([&] { return raw.db().VerifyChecksum(); })};
  return {"opening",
          {{"opening a store of " + events, "s", opened[0], Peer{"RocksDB alone", opened[1]},
            at_most(2)},
           {"memory of an open store", "MiB", memory},
           {"verify of " + events, "s", verified, Peer{"RocksDB's own checksums alone", checked}}}};
}

}  // namespace bench
