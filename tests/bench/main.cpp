#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>

#include "tests/bench/benchmarks.hpp"

namespace {

const std::map<std::string, bench::Report (*)(const bench::Settings&)>& benchmarks() {
  static const std::map<std::string, bench::Report (*)(const bench::Settings&)> all = {
      {"append", bench::append},
      {"assignment", bench::assignment},
      {"backup", bench::backup},
      {"certainty", bench::certainty},
      {"completeness", bench::completeness},
      {"erasure", bench::erasure},
      {"opening", bench::opening},
      {"proof", bench::proof},
      {"rebuild", bench::rebuild},
      {"replay", bench::replay},
      {"result", bench::result},
      {"visible", bench::visible},
  };
  return all;
}

}  // namespace

/// Runs one benchmark, prints its table and writes it as JSON. ops/bench runs each in a process of
/// its own, so that none finds the memory of another.
int main(int argc, char** argv) {
  bench::Settings settings;
  std::string name;
  std::filesystem::path out;
  CLI::App app("Measures the event store and its read models.");
  app.add_option("benchmark", name)->required()->check(CLI::IsMember(benchmarks()));
  app.add_option("--folder", settings.folder, "where to make stores")->required();
  app.add_option("--out", out, "the figures as JSON")->required();
  app.add_option("--message-db", settings.message_db, "libpq's connection to message-db");
  app.add_flag("--long", settings.long_form, "more rounds");
  app.add_option("--events", settings.events, "of the log that is replayed, rebuilt and opened");
  CLI11_PARSE(app, argc, argv);
  const auto report = benchmarks().at(name)(settings);
  bench::print(report);
  bench::write(report, out);
}
