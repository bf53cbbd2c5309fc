#include <gtest/gtest.h>
#include <simdjson.h>

#include "domain/statistics/severity.hpp"
#include "server/cli/score_table.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/server/command_line.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using server::cli::done;
using server::cli::failed;
using server::cli::unavailable;
using server::cli::usage;
using server_tests::Ran;
using server_tests::run;

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

/// Krippendorff 2011: twelve units, four observers.
constexpr auto krippendorff =
    "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n"
    "8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,3,,\n";
/// Shrout and Fleiss 1979: six targets, four judges.
constexpr auto shrout_fleiss =
    "target,J1,J2,J3,J4\n1,9,2,5,8\n2,6,1,3,2\n3,8,4,6,8\n4,7,1,2,6\n5,10,5,6,9\n6,6,2,4,7\n";
constexpr auto worked_example = "x,J1,J2,J3\nA,5,4,\nB,4,3,2\nC,4,,2\nD,,3,2\n";

/// A file with a table, and the commands over it.
class Stats : public testing::Test {
 protected:
  void table(const std::string& text) { eventstore::testing::write_bytes(file(), text); }

  [[nodiscard]] Ran asks(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1, file().string());
    arguments.insert(arguments.begin(), "stats");
    return run(arguments);
  }

  /// The command's JSON; it lives until the next question.
  simdjson::dom::element asks_json(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const auto ran = asks(std::move(arguments));
    EXPECT_EQ(ran.code, done) << ran.err;
    return parser_.parse(ran.out).value();
  }

  [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "table.csv"; }

 private:
  server_tests::TemporaryFolder folder_;
  simdjson::dom::parser parser_;
};

double number(simdjson::dom::element json, const std::string& of, const std::string& label = "") {
  const auto found = label.empty() ? json[of] : json[of][label];
  return found.get_double().value();
}

std::string reason(simdjson::dom::element json, const std::string& path) {
  return std::string(json["reasons"][path]["code"].get_string().value());
}

std::string text(simdjson::dom::element json, const std::string& of, const std::string& label) {
  return std::string(json[of][label].get_string().value());
}

TEST_F(Stats, OfAgreementAreThosePublished) {
  table(krippendorff);
  EXPECT_NEAR(number(asks_json({"agreement", "--level", "nominal"}), "alpha"), 0.743, 0.0005);
  EXPECT_NEAR(number(asks_json({"agreement", "--level", "ordinal"}), "alpha"), 0.815, 0.0005);
  EXPECT_NEAR(number(asks_json({"agreement", "--level", "ratio"}), "alpha"), 0.797, 0.0005);
  const auto json = asks_json({"agreement"});
  EXPECT_NEAR(number(json, "alpha"), 0.849, 0.0005) << "interval, where nothing is said";
  EXPECT_TRUE(json["icc"]["2,k"].is_null());
  EXPECT_EQ(reason(json, "icc.2,k"), "missing-cells");
  table(shrout_fleiss);
  const auto complete = asks_json({"agreement"});
  EXPECT_NEAR(number(complete, "icc", "2,1"), 0.29, 0.005);
  EXPECT_NEAR(number(complete, "icc", "3,k"), 0.91, 0.005);
  EXPECT_EQ(complete["reasons"].get_object().value().size(), 0U);
}

TEST_F(Stats, ThatAreUndefinedAreNullWithTheReason) {
  table("x,J1,J2\nA,3,3\nB,3,3\n");
  const auto json = asks_json({"agreement"});
  EXPECT_TRUE(json["alpha"].is_null());
  EXPECT_EQ(reason(json, "alpha"), "no-variation");
  EXPECT_EQ(reason(json, "icc.1,1"), "no-variation");
  const auto told = asks({"agreement"});
  EXPECT_EQ(told.code, done);
  EXPECT_TRUE(says(told.out, "Alfa de Krippendorff  não definido: Todas as pontuações são iguais"));
}

TEST_F(Stats, OfAgreementReadAsATable) {
  table(shrout_fleiss);
  const auto told = asks({"agreement"});
  EXPECT_TRUE(says(told.out, "Concordância de 4 jurados em 6 linhas, nível intervalar"));
  EXPECT_TRUE(says(told.out, "ICC(2,1)              0,290\n")) << told.out;
}

TEST_F(Stats, OfSeverityAreThoseOfTheWorkedExampleToTheLastBit) {
  table(worked_example);
  const auto json = asks_json({"severity", "--lambda", "1"});
  EXPECT_TRUE(json["connected"].get_bool().value());
  EXPECT_EQ(number(json, "lambda"), 1);
  EXPECT_NEAR(number(json, "theta", "A"), 29.0 / 7, 1e-12);
  EXPECT_NEAR(number(json, "theta", "D"), 20.0 / 7, 1e-12);
  EXPECT_NEAR(number(json, "b", "J1"), 5.0 / 7, 1e-12);
  EXPECT_EQ(number(json, "sigma2"), 0);
  EXPECT_NEAR(number(json, "sigma2_b"), 1, 1e-12);
  const auto ratings = server::cli::parse_score_table(worked_example)->ratings();
  const auto fitted = statistics::severity(ratings, 1).value();
  EXPECT_EQ(number(json, "theta", "A"), *fitted.theta[0]);
  EXPECT_EQ(number(json, "b", "J3"), *fitted.b[2]);
}

TEST_F(Stats, OfSeverityTellHowSureTheOrderIs) {
  table("x,J1,J2,J3\nA,9,4,\nB,8,5,2\nC,6,,1\nD,,6,5\n");
  const auto json = asks_json({"severity", "--lambda", "1"});
  EXPECT_NEAR(number(json, "expected_rank", "D"), 1.1338682544517864, 1e-12);
  EXPECT_NEAR(number(json, "standard_error", "B"), 0.6497862896539309, 1e-12);
  EXPECT_NEAR(number(asks_json({"severity"}), "lambda"), 19.0 / 242, 1e-12);
  const auto told = asks({"severity", "--lambda", "1"});
  EXPECT_TRUE(says(told.out, "Severidade de 3 jurados em 4 linhas"));
  EXPECT_TRUE(says(told.out, "J1                                 2,286\n")) << told.out;
}

TEST_F(Stats, OfSeverityCompareNothingThatIsNotConnected) {
  table("x,J1,J2\nA,5,\nB,4,\nC,,3\n");
  const auto json = asks_json({"severity", "--lambda", "1"});
  EXPECT_FALSE(json["connected"].get_bool().value());
  EXPECT_TRUE(json["theta"]["A"].is_null());
  EXPECT_TRUE(json["b"]["J2"].is_null());
  for (const auto* path : {"theta", "b", "lambda", "sigma2", "sigma2_b", "expected_rank"})
    EXPECT_EQ(reason(json, path), "not-connected");
  EXPECT_TRUE(says(asks({"severity"}).out, "2 grupos sem jurados nem linhas em comum"));
}

TEST_F(Stats, OfSeveritySayWhatCannotBeEstimated) {
  table("x,J1,J2,J3\nA,5,4,\nB,,3,2\nC,,,\n");
  const auto given = asks_json({"severity", "--lambda", "0.5"});
  EXPECT_TRUE(given["theta"]["A"].is_double());
  EXPECT_EQ(reason(given, "theta.C"), "no-scores");
  EXPECT_EQ(reason(given, "sigma2"), "not-estimable");
  EXPECT_EQ(reason(given, "standard_error"), "not-estimable");
  const auto estimated = asks_json({"severity"});
  EXPECT_TRUE(estimated["theta"]["A"].is_null());
  EXPECT_EQ(reason(estimated, "lambda"), "not-estimable");
  table("x,J1,J2\nA,1,3\nB,3,1\nC,5,6\nD,6,5\n");
  const auto raw = asks_json({"severity"});
  EXPECT_EQ(reason(raw, "lambda"), "no-severity");
  EXPECT_EQ(number(raw, "sigma2_b"), 0);
  EXPECT_EQ(number(raw, "theta", "C"), 5.5);
}

TEST_F(Stats, OfThePanelAreExact) {
  table("x,J1,J2,J3,J4\nA,1.005,,,\nB,90,10,50,60.01\nC,2,3,,\nD,,,,\nE,-1,-4,,\nF,0.1,0.2,0.3,\n");
  const auto mean = asks_json({"panel", "--rule", "mean", "--decimals", "2"});
  EXPECT_EQ(text(mean, "scores", "A"), "1.01") << "1.00 in floating point";
  EXPECT_EQ(text(mean, "scores", "B"), "52.50");
  EXPECT_TRUE(mean["scores"]["D"].is_null());
  EXPECT_EQ(reason(mean, "scores.D"), "no-scores");
  EXPECT_EQ(text(mean, "scores", "E"), "-2.50");
  EXPECT_EQ(text(mean, "scores", "F"), "0.20");
  const auto trimmed = asks_json({"panel", "--rule", "trimmed", "--decimals", "2"});
  EXPECT_EQ(text(trimmed, "scores", "B"), "55.01");
  EXPECT_EQ(text(trimmed, "scores", "C"), "2.50") << "of two nothing is left out";
  EXPECT_EQ(text(trimmed, "scores", "F"), "0.20");
  const auto median = asks_json({"panel", "--rule", "median", "--decimals", "0"});
  EXPECT_EQ(text(median, "scores", "B"), "55");
  EXPECT_EQ(text(median, "scores", "C"), "3");
  const auto told = asks({"panel", "--rule", "mean", "--decimals", "1"});
  EXPECT_TRUE(says(told.out, "B                                      52,5\n")) << told.out;
}

TEST_F(Stats, NameLineAndColumnOfAFaultInBothLanguages) {
  table("x,J1,J2\nA,1,2\nB,1,dois\n");
  for (const auto& command : std::vector<std::vector<std::string>>{
           {"agreement"}, {"severity"}, {"panel", "--rule", "mean", "--decimals", "2"}}) {
    const auto refused = asks(command);
    EXPECT_EQ(refused.code, failed);
    EXPECT_EQ(refused.out, "");
    EXPECT_TRUE(says(refused.err, "autarquia: Linha 3, coluna 3: Não é um número")) << refused.err;
    EXPECT_TRUE(says(refused.err, "autarquia: Line 3, column 3: This is no decimal number"));
    EXPECT_TRUE(says(refused.err, "[not-a-number]"));
  }
}

TEST_F(Stats, NeedAFileThatIsNotTooLarge) {
  const auto absent = asks({"agreement"});
  EXPECT_EQ(absent.code, unavailable);
  EXPECT_TRUE(says(absent.err, "Cannot read"));
  EXPECT_EQ(run({"stats", "agreement", folder().string()}).code, unavailable);
  table(std::string((8U << 20U) + 1, 'x'));
  const auto large = asks({"agreement"});
  EXPECT_EQ(large.code, failed);
  EXPECT_TRUE(says(large.err, "[file-too-large]"));
}

TEST_F(Stats, ThatAreNotUnderstoodEndWithTwo) {
  table(worked_example);
  EXPECT_EQ(run({"stats"}).code, usage);
  EXPECT_EQ(run({"stats", "agreement"}).code, usage);
  EXPECT_EQ(asks({"agreement", "--level", "cardinal"}).code, usage);
  for (const auto* lambda : {"-1", "nan", "inf", "1e999", "um"})
    EXPECT_EQ(asks({"severity", "--lambda", lambda}).code, usage) << lambda;
  EXPECT_EQ(asks({"severity", "--lambda", "1e-3"}).code, done);
  EXPECT_EQ(asks({"panel", "--rule", "mean"}).code, usage);
  EXPECT_EQ(asks({"panel", "--decimals", "2"}).code, usage);
  EXPECT_EQ(asks({"panel", "--rule", "mode", "--decimals", "2"}).code, usage);
  EXPECT_EQ(asks({"panel", "--rule", "mean", "--decimals", "-1"}).code, usage);
  EXPECT_EQ(asks({"panel", "--rule", "mean", "--decimals", "21"}).code, usage);
}

}  // namespace
