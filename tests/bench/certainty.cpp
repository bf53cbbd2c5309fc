#include "domain/statistics/certainty.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "domain/core/assert.hpp"
#include "domain/statistics/alpha.hpp"
#include "domain/statistics/severity.hpp"
#include "tests/bench/benchmarks.hpp"

namespace bench {
namespace {

constexpr std::size_t dossiers = 3'567;  // every municipality and parish there is
constexpr std::size_t jurors = 60;
constexpr std::size_t jurors_of_a_dossier = 5;

/// Points of 100 with two decimals, of dossiers that differ and jurors who do.
statistics::Table scores() {
  std::mt19937_64 random(1);
  std::normal_distribution<double> normal;
  std::vector<double> severity(jurors);
  for (auto& one : severity) one = 5 * normal(random);
  statistics::Table table(dossiers, jurors);
  for (std::size_t i = 0; i < dossiers; ++i) {
    const double worth = 65 + 12 * normal(random);
    const auto first = random() % jurors;
    const auto step = 1 + random() % 11;  // five steps lead to five jurors
    for (std::size_t n = 0; n < jurors_of_a_dossier; ++n) {
      const auto juror = (first + n * step) % jurors;
      const double points = worth + severity[juror] + 6 * normal(random);
      table.rate(i, juror, std::round(100 * std::clamp(points, 0.0, 100.0)) / 100);
    }
  }
  return table;
}

template <class Call>
Samples seconds(const Settings& settings, Call call) {
  return interleaved(settings.rounds(), {[&] {
                       const Stopwatch watch;
                       call();
                       return watch.seconds();
                     }})[0];
}

void expect_ranks(const statistics::Table& table) {
  const auto fitted = statistics::severity(table, std::nullopt).value();
  const auto ranks = statistics::Certainty::of(table, fitted).value().expected_ranks();
  core::ensure(ranks.size() == dossiers && ranks.front() >= 1, "every dossier has a rank");
}

void expect_agreement(const statistics::Table& table, statistics::Level level) {
  core::ensure(statistics::alpha(table, level).has_value(), "jurors agree or do not");
}

}  // namespace

Report certainty(const Settings& settings) {
  using statistics::Level;
  const auto table = scores();
  Report report{"certainty", {}};
  report.figures.push_back({"severity, expected ranks and agreement of 3567 dossiers",
                            "s",
                            seconds(settings,
                                    [&] {
                                      expect_ranks(table);
                                      expect_agreement(table, Level::Interval);
                                    }),
                            {},
                            at_most(1)});
  report.figures.push_back(
      {"severity and expected ranks", "s", seconds(settings, [&] { expect_ranks(table); })});
  for (const auto level : {Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio})
    report.figures.push_back(
        {"alpha, " + std::string(choice_names(level)[static_cast<std::size_t>(level)]), "s",
         seconds(settings, [&] { expect_agreement(table, level); })});
  return report;
}

}  // namespace bench
