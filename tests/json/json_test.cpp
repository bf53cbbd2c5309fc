#include "json/json.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"

namespace {

enum class Colour { Red, Green };
CHOICES(Colour, "red", "green")

struct Circle {
  static constexpr std::string_view kind = "circle";
  std::int64_t radius = 0;
  FIELDS(radius)
};
struct Square {
  static constexpr std::string_view kind = "square";
  std::int64_t side = 0;
  core::Date seen;
  FIELDS(side, seen)
};

struct Drawing {
  core::EditionId id;
  std::string title;
  Colour colour = Colour::Red;
  std::optional<std::string> note;
  std::vector<std::variant<Circle, Square>> shapes;
  std::uint16_t pages = 0;
  bool open = false;
  FIELDS(id, title, colour, note, shapes, pages, open)
};

constexpr std::string_view full =
    R"({"id":"e1","title":"Maçã \"x\"","colour":"green","note":"n","shapes":[)"
    R"({"kind":"circle","radius":3},{"kind":"square","side":-1,"seen":"2021-02-16"}],)"
    R"("pages":7,"open":true})";

std::string without_note() {
  return R"({"id":"e1","title":"t","colour":"red","shapes":[],"pages":0,"open":false})";
}

core::Error error_of(const std::string& text) {
  auto read = json::read<Drawing>(text);
  EXPECT_FALSE(read.has_value()) << text;
  return read ? core::Error{} : read.error();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(Json, WritesWhatItRead) {
  const auto drawing = json::read<Drawing>(full);
  ASSERT_TRUE(drawing) << drawing.error().en;
  EXPECT_EQ(json::write(*drawing), full);
}

TEST(Json, WritesEveryCharacterOfATextWhereverItStands) {
  for (int character = 0; character < 0x80; ++character)
    for (std::size_t place = 0; place < 20; ++place) {
      auto drawing = json::read<Drawing>(full).value();
      drawing.title = std::string(19, 'a').insert(place, 1, static_cast<char>(character));
      const auto again = json::read<Drawing>(json::write(drawing));
      ASSERT_TRUE(again) << character;
      EXPECT_EQ(again->title, drawing.title);
    }
}

TEST(Json, LeavesAbsentOptionalsOut) {
  const auto drawing = json::read<Drawing>(without_note());
  ASSERT_TRUE(drawing);
  EXPECT_EQ(json::write(*drawing), without_note());
}

TEST(Json, NamesTheMissingField) {
  const auto error = error_of(replaced(without_note(), R"("title":"t",)", ""));
  EXPECT_EQ(error.code, "missing-field");
  EXPECT_EQ(error.field, "title");
}

TEST(Json, NamesTheFaultyItem) {
  const auto error = error_of(replaced(std::string(full), "2021-02-16", "2021-02-30"));
  EXPECT_EQ(error.code, "invalid-value");
  EXPECT_EQ(error.field, "shapes[1].seen");
}

TEST(Json, RefusesUnknownAndRepeatedFields) {
  const auto unknown = error_of(replaced(without_note(), R"("pages")", R"("x":1,"pages")"));
  EXPECT_EQ(unknown.code, "unknown-field");
  EXPECT_EQ(unknown.field, "x");
  EXPECT_EQ(error_of(replaced(std::string(full), R"("radius":3)", R"("radius":3,"y":1)")).field,
            "shapes[0].y");
  EXPECT_EQ(error_of(replaced(without_note(), R"("pages")", R"("id":"e2","pages")")).code,
            "repeated-field");
}

TEST(Json, RefusesWrongTypesRangesAndChoices) {
  EXPECT_EQ(error_of(replaced(without_note(), R"("t")", "3")).code, "wrong-type");
  EXPECT_EQ(error_of(replaced(without_note(), ":0", ":70000")).field, "pages");
  EXPECT_EQ(error_of(replaced(without_note(), "red", "blue")).field, "colour");
  EXPECT_EQ(error_of(replaced(without_note(), R"("e1")", R"("e 1")")).field, "id");
  EXPECT_EQ(error_of(replaced(std::string(full), R"("circle")", R"("cube")")).field,
            "shapes[0].kind");
}

TEST(Json, RefusesWhatIsNoJsonOrNoUtf8) {
  EXPECT_EQ(error_of("{").code, "invalid-json");
  EXPECT_EQ(error_of("").code, "invalid-json");
  EXPECT_EQ(error_of(replaced(without_note(), R"("t")", "\"\xff\"")).code, "invalid-json");
  EXPECT_EQ(error_of("[]").code, "wrong-type");
}

TEST(Json, SaysWhereATextIsNoJson) {
  EXPECT_TRUE(error_of("{\n \"pages\": 06}").en.ends_with("(line 2, column 12)."));
  EXPECT_TRUE(error_of("{\"pages\": 1,}").pt.ends_with("(linha 1, coluna 13)."));
  EXPECT_TRUE(error_of("").en.ends_with("(line 1, column 1)."));
  EXPECT_EQ(error_of(replaced(without_note(), ":0", ":1" + std::string(30, '0'))).code,
            "invalid-json");
  EXPECT_EQ(error_of(std::string(100'000, '[')).code, "invalid-json");
}

TEST(Json, DescribesARecordAsSchema) {
  EXPECT_EQ(json::schema<Square>(),
            R"({"type":"object","properties":{"side":{"type":"integer"},)"
            R"("seen":{"type":"string","format":"date"}},"required":["side","seen"],)"
            R"("additionalProperties":false})");
  const auto schema = json::schema<Drawing>();
  EXPECT_NE(schema.find(R"("oneOf":[{"type":"object","properties":{"kind":{"const":"circle"})"),
            std::string::npos);
  EXPECT_NE(schema.find(R"("required":["id","title","colour","shapes","pages","open"])"),
            std::string::npos);
}

}  // namespace
