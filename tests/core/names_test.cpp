#include "domain/core/names.hpp"

#include <gtest/gtest.h>

namespace {

using core::folded_name;

TEST(Name, IsTheSameInEitherCase) {
  EXPECT_EQ(folded_name("CLAS de Alijó"), "clas de alijo");
  EXPECT_EQ(folded_name("SANTA CASA DA MISERICÓRDIA"), folded_name("Santa Casa da Misericórdia"));
}

TEST(Name, IsTheSameWithoutItsAccents) {
  EXPECT_EQ(folded_name("ÀÁÂÃÉÊÍÓÔÕÚÜÇÑ"), "aaaaeeiooouucn");
  EXPECT_EQ(folded_name("àáâãéêíóôõúüçñ"), "aaaaeeiooouucn");
  EXPECT_EQ(folded_name("Associac\u0327a\u0303o"), folded_name("Associação"));
}

TEST(Name, IsTheSameHoweverItIsSpaced) {
  EXPECT_EQ(folded_name("  Liga \t dos\u00A0Amigos\n"), "liga dos amigos");
  EXPECT_EQ(folded_name(" \u00A0 "), "");
  EXPECT_EQ(folded_name(""), "");
}

TEST(Name, KeepsWhatTellsNamesApart) {
  EXPECT_NE(folded_name("Lar de S. José"), folded_name("Lar de São José"));
  EXPECT_EQ(folded_name("1.ª Companhia, n.º 2"), "1.ª companhia, n.º 2");
  EXPECT_EQ(folded_name("Łódź €"), "Łodź €");
  EXPECT_EQ(folded_name("\xC3"), "\xC3") << "half a character";
}

}  // namespace
