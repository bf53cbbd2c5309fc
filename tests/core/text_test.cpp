#include "domain/core/text.hpp"

#include <gtest/gtest.h>

#include "domain/core/unseen.hpp"

namespace {

TEST(Text, CountsCharactersAndNotBytes) {
  EXPECT_EQ(core::characters(""), 0U);
  EXPECT_EQ(core::characters("Alijó"), 5U);
  EXPECT_EQ(core::characters("ação 🏅"), 6U);
}

TEST(Text, HasItsLengthChecked) {
  EXPECT_TRUE(core::check_length("ação", "title", 4, 4));
  EXPECT_TRUE(core::check_length("", "title", 0, 4));
  const auto longer = core::check_length("ações", "title", 1, 4);
  ASSERT_FALSE(longer);
  EXPECT_EQ(longer.error().code, "text-length");
  EXPECT_EQ(longer.error().field, "title");
  EXPECT_EQ(longer.error().en, "Write 1 to 4 characters; this text has 5.");
  EXPECT_FALSE(core::check_length("", "title", 1, 4));
}

TEST(Text, CanBeRead) {
  EXPECT_TRUE(core::check_length("uma linha\ne\toutra\r\n", "about", 1, 100));
  EXPECT_TRUE(core::check_length("  ", "about", 0, 100));
  EXPECT_TRUE(core::check_length("a\u00A0b, \u200Dc", "about", 1, 100));
  for (const std::string text : {" \n", "apito\a", "\x7F", "\u00A0\u200B\uFEFF", "\u3000",
                                 "a\u202Eb\u202C", "\u2067a\u2069", "\u0085a"}) {
    const auto unreadable = core::check_length(text, "about", 1, 100);
    ASSERT_FALSE(unreadable) << text;
    EXPECT_EQ(unreadable.error().code, "text-unreadable");
    EXPECT_EQ(unreadable.error().field, "about");
  }
}

TEST(Text, OfNothingThatIsSeenIsBlank) {
  for (const std::string text :
       {"\uFE0F", "\uFE00\uFE0E", "\u034F", "\U000E0001\U000E007F", "\U000E0100\U000E01EF",
        "\u115F\u1160", "\u3164", "\uFFA0", "\u2800", "\u061C", "\u17B4\u17B5", "\u180B\u180E",
        "\u2065\u206F", "\uFFF0", "\U0001BCA0", "\U0001D173", "\U000E0FFF"}) {
    const auto blank = core::check_length(text, "about", 1, 100);
    ASSERT_FALSE(blank) << text;
    EXPECT_EQ(blank.error().pt, "Este texto só tem espaços em branco.");
    EXPECT_TRUE(core::check_length("a" + text, "about", 1, 100)) << text;
  }
}

TEST(Text, MayHaveEmojiOfSeveralCharacters) {
  for (const std::string text : {"❤\uFE0F", "👩\u200D💻", "🏴\U000E0067\U000E0062\U000E007F"})
    EXPECT_TRUE(core::check_length(text, "about", 1, 100)) << text;
}

TEST(Text, OfBlanksIsToldToBeBlank) {
  const auto blank = core::check_length("\u00A0 ", "about", 1, 100);
  EXPECT_EQ(blank.error().pt, "Este texto só tem espaços em branco.");
}

TEST(Text, ShowsWhatNobodySees) {
  EXPECT_FALSE(core::has_unseen("câmara🏅"));
  for (const auto* text : {"a b", "a\u200Bb", "a\u202Eb\u202C", "a\n"})
    EXPECT_TRUE(core::has_unseen(text)) << text;
}

TEST(Text, KnowsAnEmailAddress) {
  EXPECT_TRUE(core::is_email("redesocial@cm-alijo.pt"));
  EXPECT_TRUE(core::is_email("Nome.Apelido+teste@Exemplo.PT"));
  for (const char* text :
       {"", "nome", "@exemplo.pt", "nome@", "nome@exemplo", "no me@exemplo.pt", "nome@exemplo..pt",
        "nome@@exemplo.pt", "nome@exemplo.pt\n", "josé@exemplo.pt", "nome@.exemplo.pt"})
    EXPECT_FALSE(core::is_email(text)) << text;
  EXPECT_FALSE(core::is_email(std::string(250, 'a') + "@b.pt"));
}

TEST(Text, KnowsAHost) {
  EXPECT_TRUE(core::is_host("cm-alijo.pt"));
  for (const char* text : {"", "pt", "https://cm-alijo.pt", "cm-alijo.pt/", "CM-alijo.pt", ".pt"})
    EXPECT_FALSE(core::is_host(text)) << text;
}

}  // namespace
