#include "domain/statistics/icc.hpp"

#include <vector>

namespace statistics {
namespace {

constexpr std::array<std::string_view, 6> forms = {"1,1", "2,1", "3,1", "1,k", "2,k", "3,k"};

core::Result<void> check(const Table& table) {
  const auto refuse = [](const char* code, const char* pt, const char* en) {
    return core::fail(core::invalid(code, "icc", pt, en));
  };
  if (table.subjects() < 2)
    return refuse("too-few-subjects", "São precisas duas ou mais linhas.",
                  "Two or more rows are needed.");
  if (table.raters() < 2)
    return refuse("too-few-raters", "São precisos dois ou mais jurados.",
                  "Two or more raters are needed.");
  if (!table.complete())
    return refuse("missing-cells", "Faltam pontuações: só se calcula com a tabela completa.",
                  "Scores are missing: it is computed of a complete table alone.");
  const double first = table.of(0).front().value;
  for (std::size_t i = 0; i < table.subjects(); ++i)
    for (const auto& rating : table.of(i))
      if (rating.value != first) return {};
  return refuse("no-variation", "Todas as pontuações são iguais.", "All scores are the same.");
}

struct Means {
  std::vector<double> subject;
  std::vector<double> rater;
  double all = 0;
};

Means means_of(const Table& table) {
  const auto n = static_cast<double>(table.subjects());
  const auto k = static_cast<double>(table.raters());
  Means means{std::vector<double>(table.subjects()), std::vector<double>(table.raters()), 0};
  for (std::size_t i = 0; i < table.subjects(); ++i)
    for (const auto& [rater, value] : table.of(i)) {
      means.subject[i] += value / k;
      means.rater[rater] += value / n;
      means.all += value / (n * k);
    }
  return means;
}

/// Of the analysis of variance, as Shrout and Fleiss name them.
struct MeanSquares {
  double between = 0;  ///< BMS, subjects
  double within = 0;   ///< WMS, subjects
  double raters = 0;   ///< JMS
  double error = 0;    ///< EMS
};

double square_of(double value) {
  return value * value;
}

MeanSquares mean_squares(const Table& table) {
  const auto means = means_of(table);
  MeanSquares sums;
  for (std::size_t i = 0; i < table.subjects(); ++i)
    for (const auto& [rater, value] : table.of(i)) {
      sums.between += square_of(means.subject[i] - means.all);
      sums.within += square_of(value - means.subject[i]);
      sums.raters += square_of(means.rater[rater] - means.all);
      sums.error += square_of(value - means.subject[i] - means.rater[rater] + means.all);
    }
  const auto n = static_cast<double>(table.subjects());
  const auto k = static_cast<double>(table.raters());
  const auto mean = [&](double sum, double freedom) {
    return sum <= table.rounding() ? 0 : sum / freedom;
  };
  return {mean(sums.between, n - 1), mean(sums.within, n * (k - 1)), mean(sums.raters, k - 1),
          mean(sums.error, (n - 1) * (k - 1))};
}

/// `whole` is what a denominator is large or small beside.
core::Result<double> ratio(double numerator, double denominator, double whole) {
  if (denominator > 1e-12 * whole) return numerator / denominator;
  return core::fail(core::invalid("denominator-not-positive", "icc",
                                  "As linhas não diferem entre si o bastante para o calcular.",
                                  "The rows differ too little from each other to compute it."));
}

}  // namespace

std::array<Icc, 6> icc(const Table& table) {
  if (auto checked = check(table); !checked) {
    const auto undefined = [&](std::size_t form) {
      return Icc{forms[form], core::fail(checked.error())};
    };
    return {undefined(0), undefined(1), undefined(2), undefined(3), undefined(4), undefined(5)};
  }
  const auto n = static_cast<double>(table.subjects());
  const auto k = static_cast<double>(table.raters());
  const auto [bms, wms, jms, ems] = mean_squares(table);
  const double whole = bms + wms + jms + ems;
  return {{{forms[0], ratio(bms - wms, bms + (k - 1) * wms, whole)},
           {forms[1], ratio(bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n, whole)},
           {forms[2], ratio(bms - ems, bms + (k - 1) * ems, whole)},
           {forms[3], ratio(bms - wms, bms, whole)},
           {forms[4], ratio(bms - ems, bms + (jms - ems) / n, whole)},
           {forms[5], ratio(bms - ems, bms, whole)}}};
}

}  // namespace statistics
