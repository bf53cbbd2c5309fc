#include "server/identity/passwords.hpp"

#include <gtest/gtest.h>

using identity::hash_password;
using identity::verify_password;

TEST(Password, IsKnownAgainAndNoOtherIs) {
  const auto hash = hash_password("rede social 2021");
  ASSERT_TRUE(hash);
  EXPECT_TRUE(verify_password(*hash, "rede social 2021"));
  EXPECT_FALSE(verify_password(*hash, "rede social 2022"));
  EXPECT_FALSE(verify_password(*hash, "rede social 202"));
}

TEST(Password, IsKeptAsArgon2idWithASaltOfItsOwn) {
  const auto one = hash_password("palavra-passe");
  const auto other = hash_password("palavra-passe");
  ASSERT_TRUE(one && other);
  EXPECT_TRUE(one->starts_with("$argon2id$")) << *one;
  EXPECT_FALSE(one->contains("palavra"));
  EXPECT_NE(*one, *other);
}

TEST(Password, CountsAfterANulByteToo) {
  const std::string_view with_nul("palavra\0-passe", 14);
  const auto hash = hash_password(with_nul);
  ASSERT_TRUE(hash);
  EXPECT_FALSE(verify_password(*hash, std::string_view("palavra\0-outra", 14)));
}

TEST(Password, HasEightToTwoHundredBytes) {
  EXPECT_EQ(hash_password("1234567").error().code, "password-too-short");
  EXPECT_TRUE(identity::check_length("12345678"));
  EXPECT_TRUE(identity::check_length(std::string(200, 'x')));
  const auto refused = hash_password(std::string(201, 'x'));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "password-too-long");
  EXPECT_EQ(refused.error().field, "password");
  EXPECT_FALSE(refused.error().pt.empty() || refused.error().en.empty());
}

TEST(Password, MatchesNoHashThatIsNone) {
  EXPECT_FALSE(verify_password("", "palavra-passe"));
  EXPECT_FALSE(verify_password("palavra-passe", "palavra-passe"));
  EXPECT_FALSE(verify_password("$argon2id$v=19$m=65536", "palavra-passe"));
}
