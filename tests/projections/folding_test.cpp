#include "projections/folding.hpp"

#include <gtest/gtest.h>

namespace {

using projections::folded;
using projections::has_all_words;

TEST(Folding, ForgetsCaseAndAccents) {
  EXPECT_EQ(folded("ALIJÓ"), "alijo");
  EXPECT_EQ(folded("Povoação, Conceição e São Brás"), "povoacao, conceicao e sao bras");
  EXPECT_EQ(folded("Pêro Pinheiro às 1.ª"), "pero pinheiro as 1.a");
}

TEST(Folding, TakesComposedAndDecomposedLettersForTheSame) {
  EXPECT_EQ(folded("a\u0301gueda"), folded("\u00e1gueda"));
}

TEST(Folding, LeavesBytesThatAreNoText) {
  EXPECT_EQ(folded("\xff\xfe"), "\xff\xfe");
}

TEST(Folding, FindsWordsInAnyOrder) {
  EXPECT_TRUE(has_all_words("oliveira de azemeis", "azem oliveira"));
  EXPECT_FALSE(has_all_words("oliveira de azemeis", "oliveira hospital"));
  EXPECT_TRUE(has_all_words("alijo", ""));
  EXPECT_TRUE(has_all_words("alijo", "  alijo "));
}

}  // namespace
