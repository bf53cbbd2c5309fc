#include "json/leaves.hpp"

#include <gtest/gtest.h>

#include "domain/core/ids.hpp"

namespace {

struct Point {
  static constexpr std::string_view kind = "point";
  std::int64_t x = 0;
  FIELDS(x)
};
struct Text {
  static constexpr std::string_view kind = "text";
  std::string words;
  FIELDS(words)
};
struct Page {
  core::EditionId id;
  std::optional<std::string> note;
  std::vector<std::variant<Point, Text>> parts;
  bool open = false;
  FIELDS(id, note, parts, open)
};

Page page() {
  return {core::EditionId("e1"), std::nullopt, {Point{3}, Text{"olá"}}, true};
}

std::string difference(const Page& expected, const Page& found) {
  const auto first = json::first_difference(expected, found);
  return first ? first->path + ": " + first->expected + " / " + first->found : "none";
}

TEST(Leaves, OfEqualRecordsDoNotDiffer) {
  EXPECT_EQ(difference(page(), page()), "none");
}

TEST(Leaves, NameTheFirstFieldThatDiffers) {
  auto other = page();
  other.open = false;
  EXPECT_EQ(difference(page(), other), "open: true / false");
  std::get<Text>(other.parts[1]).words = "adeus";
  EXPECT_EQ(difference(page(), other), "parts[1].words: olá / adeus");
  other.note = "x";
  EXPECT_EQ(difference(page(), other), "note: null / x");
  EXPECT_EQ(difference(other, page()), "note: x / null");
}

TEST(Leaves, TellAnotherLengthAndAnotherKind) {
  auto longer = page();
  longer.parts.emplace_back(Point{4});
  EXPECT_EQ(difference(page(), longer), "parts: [2] / [3]");
  auto other = page();
  other.parts[0] = Text{"3"};
  EXPECT_EQ(difference(page(), other), "parts[0].kind: point / text");
}

TEST(Indented, KeepsShortListsInALineAndBreaksLongOnes) {
  EXPECT_EQ(json::indented(R"({"a":[1,2],"b":"x"})"), R"({"a":[1,2],"b":"x"})");
  const std::string words(60, 'w');
  const auto compact = R"({"a":[1,2],"b":")" + words + R"(","c":{"d":")" + words + R"("}})";
  EXPECT_EQ(json::indented(compact),
            "{\n \"a\":[1,2],\n \"b\":\"" + words + "\",\n \"c\":{\"d\":\"" + words + "\"}\n}");
}

TEST(Indented, LeavesWhatStandsInQuotationMarksAlone) {
  const std::string blanks(110, ' ');
  const auto compact = R"({"a":"{[,]}\"\\","b":")" + blanks + R"("})";
  EXPECT_EQ(json::indented(compact), "{\n \"a\":\"{[,]}\\\"\\\\\",\n \"b\":\"" + blanks + "\"\n}");
}

}  // namespace
