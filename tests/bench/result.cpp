#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

#include "domain/awards/compute.hpp"
#include "domain/core/assert.hpp"
#include "eventstore/hash.hpp"
#include "json/json.hpp"
#include "server/parallel.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/material.hpp"

namespace bench {
namespace {

using awards::Basis;
using awards::Sheet;
using regulation::Regulation;

constexpr std::size_t dossiers = 3'567;  // every municipality and parish there is
constexpr std::size_t jurors_of_a_dossier = 5;
constexpr std::size_t criteria = 20;

/// The demonstration's, its weightiest criteria split in two until there are twenty.
Regulation rules() {
  auto rules = material().regulation;
  std::vector<std::pair<regulation::SectionRules*, std::size_t>> places;
  for (auto& section : rules.sections)
    for (std::size_t i = 0; i < section.criteria.size(); ++i) places.emplace_back(&section, i);
  const auto weight = [](const auto& place) { return place.first->criteria[place.second].weight; };
  while (places.size() < criteria) {
    const auto [section, heaviest] = *std::ranges::max_element(places, {}, weight);
    auto half = section->criteria[heaviest];
    half.id = core::CriterionId(half.id.text() + "-" + std::to_string(places.size()));
    half.weight /= 2;
    section->criteria[heaviest].weight -= half.weight;
    places.emplace_back(section, section->criteria.size());
    section->criteria.push_back(std::move(half));
  }
  return rules;
}

/// Marks about what the dossier is worth; one in five does not apply where that may be.
Sheet sheet(const Regulation& rules, double worth, std::mt19937_64& random) {
  Sheet sheet;
  std::normal_distribution<double> opinion(worth, 0.15);
  for (const auto& section : rules.sections)
    for (const auto& criterion : section.criteria) {
      auto& mark = sheet.emplace_back(facts::Mark{criterion.id, std::nullopt});
      if (criterion.may_not_apply && random() % 5 == 0) continue;
      const auto range = static_cast<double>(section.scale.maximum - section.scale.minimum);
      const auto part = std::clamp(opinion(random), 0.0, 1.0);
      mark.value = section.scale.minimum + std::lround(part * range);
    }
  return sheet;
}

Basis any_basis() {
  std::mt19937_64 random(1);
  std::normal_distribution<double> worth(0.65, 0.12);
  Basis basis{core::EditionId("2021"), rules(), std::nullopt, {}, {}, {}};
  const auto& categories = basis.regulation.categories;
  for (std::size_t i = 0; i < dossiers; ++i) {
    const auto id = "2021-" + std::to_string(100'000 + i);
    auto& dossier = basis.dossiers.emplace_back(
        awards::JudgedDossier{core::DossierId(id), categories[i % categories.size()], {}});
    const auto one = worth(random);
    for (std::size_t n = 0; n < jurors_of_a_dossier; ++n)
      dossier.sheets.push_back(sheet(basis.regulation, one, random));
    std::ranges::sort(dossier.sheets);
  }
  core::ensure(awards::check(basis).has_value(), "a result follows from the basis");
  return basis;
}

core::Writing writing() {
  return {[](std::string_view text) {
            return eventstore::to_hex(eventstore::view_of(eventstore::sha256({text})));
          },
          json::write_visited};
}

struct Weighed {
  double minimum = 0;
  double by = 0;  ///< what one step of the scale is worth
  double weight = 0;
};

double weighted_mean(const std::vector<Weighed>& places, const Sheet& sheet) {
  double points = 0;
  double weight = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!sheet[i].value) continue;
    points += (static_cast<double>(*sheet[i].value) - places[i].minimum) * places[i].by;
    weight += places[i].weight;
  }
  return points / weight;
}

/// The peer: the total alone, in floating point, and the order by it. It decides no award, parts no
/// tie and proves nothing.
std::vector<std::tuple<regulation::Category, double, std::size_t>> bare_ranking(
    const Basis& basis) {
  std::vector<Weighed> places;
  for (const auto& [section, records, scale, asked] : basis.regulation.sections)
    for (const auto& criterion : asked) {
      const auto weight = static_cast<double>(criterion.weight);
      const auto range = static_cast<double>(scale.maximum - scale.minimum);
      places.push_back({static_cast<double>(scale.minimum), 100 * weight / range, weight});
    }
  std::vector<std::tuple<regulation::Category, double, std::size_t>> ranking;
  for (std::size_t i = 0; i < basis.dossiers.size(); ++i) {
    const auto& [dossier, category, sheets] = basis.dossiers[i];
    double points = 0;
    for (const auto& one : sheets) points += weighted_mean(places, one);
    ranking.emplace_back(category, -points / static_cast<double>(sheets.size()), i);
  }
  std::ranges::sort(ranking);
  return ranking;
}

template <class Call>
Contender seconds(Call call) {
  return [call] {
    const Stopwatch watch;
    core::ensure(call(), "there is an answer");
    return watch.seconds();
  };
}

}  // namespace

Report result(const Settings& settings) {
  const auto basis = any_basis();
  const auto whole = [&] {
    return awards::result_of(basis, writing(), server::for_each_in_parallel)->dossiers.size();
  };
  const auto digests = [&] {
    return awards::sources_of(basis, writing(), server::for_each_in_parallel).size();
  };
  const auto samples = interleaved(settings.rounds(),
                                   {seconds([&] { return whole() == dossiers; }),
                                    seconds([&] { return bare_ranking(basis).size() == dossiers; }),
                                    seconds([&] { return digests() > dossiers; })});
  Report report{"result", {}};
  report.figures.push_back({"result of 3567 dossiers, 5 jurors, 20 criteria", "s", samples[0],
                            Peer{"totals in floating point, sorted", samples[1]}, at_most(0.1)});
  report.figures.push_back({"of it, digests of what it follows from", "s", samples[2]});
  return report;
}

}  // namespace bench
