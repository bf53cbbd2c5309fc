#include "server/cli/score_table.hpp"

#include <gtest/gtest.h>

namespace {

using server::cli::parse_score_table;
using server::cli::ScoreTable;
using Labels = std::vector<std::string>;
using Cells = std::vector<std::vector<std::string>>;

ScoreTable sound(std::string_view text) {
  const auto table = parse_score_table(text);
  EXPECT_TRUE(table) << table.error().en;
  return table.value_or(ScoreTable{});
}

TEST(ScoreTable, HasLabelsOnItsFirstRowAndColumn) {
  const auto table = sound("dossier,Ana,Rui\nAlijó,12.50,\nÉvora,0,-3\n");
  EXPECT_EQ(table.raters, (Labels{"Ana", "Rui"}));
  EXPECT_EQ(table.subjects, (Labels{"Alijó", "Évora"}));
  EXPECT_EQ(table.cells, (Cells{{"12.50", ""}, {"0", "-3"}}));
  const auto ratings = table.ratings();
  EXPECT_EQ(ratings.ratings(), 3U);
  EXPECT_EQ(ratings.of(1)[1].value, -3);
}

TEST(ScoreTable, IsReadAsProgramsWriteIt) {
  const Cells cells = {{"1.5", "2"}, {"", "3"}};
  for (const auto* text : {
           ",J1,J2\nA,1.5,2\nB,,3\n",
           ",J1,J2\nA,1.5,2\nB,,3",
           "\xEF\xBB\xBF,J1,J2\r\nA,1.5,2\r\nB,,3\r\n",
           "\n,J1,J2\n\nA,1.5,2\n\n\nB,,3\n\n",
           "\"x, y\",\"J1\",J2\n\"A\",\"1.5\",2\nB,\"\",3\n",
           ", J1 ,J2\nA ,  1.5, 2 \nB, ,3\n",
           ";J1;J2\nA;1,5;2\nB;;3\n",
           ";J1;J2\nA;1.5;2\nB;;3\n",
           "\"x,y\";J1;J2\nA;1,5;2\nB;;3\n",
           "\"x;y\",J1,J2\nA,1.5,2\nB,,3\n",
       }) {
    const auto table = sound(text);
    EXPECT_EQ(table.raters, (Labels{"J1", "J2"})) << text;
    EXPECT_EQ(table.subjects, (Labels{"A", "B"})) << text;
    EXPECT_EQ(table.cells, cells) << text;
  }
  EXPECT_EQ(sound(",\"J \"\"um\"\"\"\n\"A; B\",1\n").raters, (Labels{"J \"um\""}));
}

TEST(ScoreTable, MayHaveSemicolonsInALabel) {
  const auto table = sound(",Silva; Rui,J2\nA,3,4\n\"B; C\",1.5,2\n");
  EXPECT_EQ(table.raters, (Labels{"Silva; Rui", "J2"}));
  EXPECT_EQ(table.subjects, (Labels{"A", "B; C"}));
  EXPECT_EQ(table.cells, (Cells{{"3", "4"}, {"1.5", "2"}}));
}

struct Refusal {
  std::string text;
  std::string code;
  std::size_t line = 0;
  std::size_t column = 0;
};

TEST(ScoreTable, IsRefusedByTheFaultAndItsPlaceInBothLanguages) {
  const std::vector<Refusal> refusals = {
      {"", "no-scores", 1, 1},
      {",J1\n", "no-scores", 2, 1},
      {"J1\nA\n", "no-scores", 1, 2},
      {"x\tJ1\nA\t1\n", "control-character", 1, 1},
      {",J1,J2\nA,1\n", "ragged-row", 2, 3},
      {",J1,J2\nA,1,2\n\nB,1,2,3\n", "ragged-row", 4, 4},
      {",J1,J1\nA,1,2\n", "label-repeated", 1, 3},
      {",J1,\nA,1,2\n", "label-missing", 1, 3},
      {",J1\nA,1\nB,2\nA,3\n", "label-repeated", 4, 1},
      {",J1\nA,1\n,2\n", "label-missing", 3, 1},
      {",J1,J2\nA,1,2\nB,1,dois\n", "not-a-number", 3, 3},
      {",J1\nA,NaN\n", "not-a-number", 2, 2},
      {",J1\nA,inf\n", "not-a-number", 2, 2},
      {",J1\nA,1e5\n", "not-a-number", 2, 2},
      {",J1\nA,0x10\n", "not-a-number", 2, 2},
      {",J1\nA,\"1,5\"\n", "not-a-number", 2, 2},
      {";J1\nA;1.234,5\n", "not-a-number", 2, 2},
      {",J1\nA," + std::string(33, '1') + "\n", "not-a-number", 2, 2},
      {";J1;J2\nA;1,5;1.5\n", "mixed-decimal-marks", 2, 3},
      {",J1\nA,\xE1\n", "not-utf-8", 2, 2},
      {",J1\nA\x1B[31m,1\n", "control-character", 2, 1},
      {std::string(",J1\nA,1\0\n", 9), "control-character", 2, 2},
      {",J1\n\"A\nB\",1\n", "control-character", 2, 1},
      {",J1\nA,1\nB,\"2\n", "csv-malformed", 3, 2},
      {",J1\nA\"B,1\n", "csv-malformed", 2, 1},
      {",J1\n" + std::string(201, 'A') + ",1\n", "cell-too-long", 2, 1},
  };
  for (const auto& [text, code, line, column] : refusals) {
    const auto table = parse_score_table(text);
    ASSERT_FALSE(table) << text;
    const auto at = std::to_string(line) + ", col";
    EXPECT_EQ(table.error().code, code) << text;
    EXPECT_TRUE(
        table.error().pt.starts_with("Linha " + at + "una " + std::to_string(column) + ": "))
        << text << "\n"
        << table.error().pt;
    EXPECT_TRUE(table.error().en.starts_with("Line " + at + "umn " + std::to_string(column) + ": "))
        << text << "\n"
        << table.error().en;
  }
}

TEST(ScoreTable, SaysWhereALabelIsAlready) {
  EXPECT_EQ(parse_score_table(",J1\nA,1\nB,2\nA,3\n").error().en,
            "Line 4, column 1: The label is in line 2 already.");
  EXPECT_EQ(parse_score_table(",J1,J2,J1\nA,1,2,3\n").error().pt,
            "Linha 1, coluna 4: O nome já está na coluna 2.");
}

std::string table_of(std::size_t rows, std::size_t columns) {
  std::string text = "x";
  for (std::size_t j = 0; j < columns; ++j) text += ",J" + std::to_string(j);
  for (std::size_t i = 0; i < rows; ++i)
    text += "\n" + std::to_string(i) + std::string(columns, ',');
  return text + "\n";
}

TEST(ScoreTable, HasBounds) {
  EXPECT_EQ(sound(table_of(10'000, 1)).subjects.size(), 10'000U);
  EXPECT_EQ(parse_score_table(table_of(10'001, 1)).error().code, "too-many-rows");
  EXPECT_EQ(sound(table_of(2, 1'000)).raters.size(), 1'000U);
  EXPECT_EQ(parse_score_table(table_of(2, 1'001)).error().code, "too-many-columns");
}

}  // namespace
