#include <cmath>

#include "domain/core/text.hpp"
#include "domain/statistics/certainty.hpp"
#include "domain/statistics/severity.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/score_table.hpp"
#include "server/cli/stats_report.hpp"

namespace server::cli {
namespace {

using core::Result;

struct Report {
  bool connected = false;
  Result<double> lambda;
  Result<double> sigma2;
  Result<double> sigma2_b;
  Numbers theta;
  Numbers b;
  Numbers standard_error;
  Numbers expected_rank;
};

Result<double> lambda_of(const statistics::Severity& fitted) {
  if (std::isfinite(fitted.lambda)) return fitted.lambda;
  return core::fail(core::invalid("no-severity", "",
                                  "A severidade não se distingue do erro; theta é a média simples.",
                                  "Severity cannot be told from error; theta is the plain mean."));
}

void add_variances(Report& report, const statistics::Table& ratings) {
  const auto variances = statistics::variances(ratings);
  if (variances) {
    report.sigma2 = variances->error;
    report.sigma2_b = variances->severity;
  } else {
    report.sigma2 = report.sigma2_b = core::fail(variances.error());
  }
}

void add_certainty(Report& report, const statistics::Table& ratings,
                   const statistics::Severity& fitted) {
  const auto certainty = statistics::Certainty::of(ratings, fitted);
  if (!certainty) {
    report.standard_error = report.expected_rank = core::fail(certainty.error());
    return;
  }
  const auto ranks = certainty->expected_ranks();
  std::vector<std::optional<double>> errors(ratings.subjects());
  auto expected = errors;
  for (std::size_t i = 0; i < ratings.subjects(); ++i) {
    if (!fitted.theta[i]) continue;
    errors[i] = certainty->standard_error(i);
    expected[i] = ranks[i];
  }
  report.standard_error = std::move(errors);
  report.expected_rank = std::move(expected);
}

Report report_on(const statistics::Table& ratings, std::optional<double> lambda) {
  Report report;
  report.connected = statistics::groups_of(ratings) == 1;
  add_variances(report, ratings);
  const auto fitted = statistics::severity(ratings, lambda);
  if (!fitted) {
    report.lambda = core::fail(fitted.error());
    report.theta = report.b = report.standard_error = report.expected_rank =
        core::fail(fitted.error());
    return report;
  }
  report.lambda = lambda_of(*fitted);
  report.theta = fitted->theta;
  report.b = fitted->b;
  add_certainty(report, ratings, *fitted);
  return report;
}

std::string json_of(const ScoreTable& table, const Report& report) {
  StatsJson json;
  json.boolean("connected", report.connected);
  json.number("lambda", report.lambda);
  json.number("sigma2", report.sigma2);
  json.number("sigma2_b", report.sigma2_b);
  json.numbers("theta", table.subjects, report.theta);
  json.numbers("b", table.raters, report.b);
  json.numbers("standard_error", table.subjects, report.standard_error);
  json.numbers("expected_rank", table.subjects, report.expected_rank);
  return json.finish();
}

std::string cell(const Numbers& numbers, std::size_t at) {
  if (!numbers || !(*numbers)[at]) return "-";
  return core::with_comma(fmt::format("{:.3f}", *(*numbers)[at]));
}

void print(const ScoreTable& table, const Report& report) {
  fmt::print("Severidade de {} jurados em {} linhas\n\n", table.raters.size(),
             table.subjects.size());
  fmt::print("{:<26}{}\n", "lambda", shown(report.lambda));
  fmt::print("{:<26}{}\n", "variância do erro", shown(report.sigma2));
  fmt::print("{:<26}{}\n", "variância entre jurados", shown(report.sigma2_b));
  if (!report.theta) return;
  fmt::print("\n{:<30} {:>9}\n", "Jurado", "b");
  for (std::size_t j = 0; j < table.raters.size(); ++j)
    fmt::print("{:<30} {:>9}\n", table.raters[j], cell(report.b, j));
  fmt::print("\n{:<30} {:>9} {:>9} {:>9}\n", "Linha", "theta", "erro", "lugar");
  for (std::size_t i = 0; i < table.subjects.size(); ++i)
    fmt::print("{:<30} {:>9} {:>9} {:>9}\n", table.subjects[i], cell(report.theta, i),
               cell(report.standard_error, i), cell(report.expected_rank, i));
  fmt::print(
      "\nb acima de 0: mais generoso do que os outros. theta: o valor da linha sem isso.\n"
      "erro: desvio-padrão de theta. lugar: o esperado, dada a incerteza.\n");
}

}  // namespace

int stats_severity(const StatsOptions& options) {
  const auto table = read_score_table(options.file);
  if (!table) return refuse(table.error());
  const auto report = report_on(table->ratings(), options.lambda);
  if (options.json)
    fmt::print("{}\n", json_of(*table, report));
  else
    print(*table, report);
  return done;
}

}  // namespace server::cli
