#include <fmt/format.h>

#include "domain/core/assert.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/stores.hpp"

namespace bench {
namespace {

/// A log about persons, who are erased one by one.
class Persons {
 public:
  Persons(const std::filesystem::path& folder, std::size_t count) : store_(folder) {
    while (known_ < count) {
      auto append = command();
      for (std::size_t i = 0; i < 256 && known_ < count; ++i) append.events.push_back(named());
      write(std::move(append));
    }
  }

  double erase_one() {
    auto append = command();
    append.events.push_back({stream(), "erased", 1, "{}", {}, person(erased_++)});
    return write(std::move(append));
  }

  double append_one() {
    auto append = command();
    append.events.push_back({stream(), "happened", 1, "{}"});
    return write(std::move(append));
  }

 private:
  static eventstore::StreamName stream() { return {"bench", "persons"}; }
  static std::string person(std::size_t number) { return fmt::format("person-{}", number); }

  eventstore::NewEvent named() {
    return {stream(), "named", 1, R"({"name":0})", {{person(known_++), "name", "Ana Silva"}}};
  }

  eventstore::Append command() {
    eventstore::Append append;
    append.command_id = core::CommandId(fmt::format("command-{}", ++commands_));
    append.correlation = append.command_id;
    append.actor = "secretariado";
    return append;
  }

  /// Milliseconds until it was acknowledged.
  double write(eventstore::Append append) {
    const Stopwatch watch;
    core::ensure(store_->append(std::move(append)).has_value(), "an append is written");
    return 1000 * watch.seconds();
  }

  OpenStore store_;
  std::size_t known_ = 0;
  std::size_t erased_ = 0;
  std::size_t commands_ = 0;
};

}  // namespace

Report erasure(const Settings& settings) {
  Report report{"erasure", {}};
  for (const std::size_t count : {1'000, 10'000}) {
    Persons persons(settings.folder / fmt::format("persons-{}", count), count);
    const auto samples = interleaved(5 * settings.rounds(), {[&] { return persons.erase_one(); },
                                                             [&] { return persons.append_one(); }});
    report.figures.push_back({fmt::format("erasing one person of {}", count), "ms", samples[0],
                              Peer{"a durable append", samples[1]}});
  }
  return report;
}

}  // namespace bench
