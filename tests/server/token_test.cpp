#include <gtest/gtest.h>

#include <algorithm>

#include "server/identity/tokens.hpp"
#include "tests/server/token_forge.hpp"

namespace {

using identity::SessionTokens;
using namespace std::chrono_literals;
using server_tests::encoded;

const core::Instant now = *core::Instant::parse("2021-06-30T22:59:59Z");
core::Instant later(std::chrono::seconds seconds) {
  return core::Instant(now.time() + seconds);
}

/// Began under the second password, for an hour.
const identity::Session session{core::AccountId("ana.silva"), core::SessionId("s1"), 2, later(1h)};

/// The claims of a good token, expiring in an hour.
std::string claims_with(const std::string& exp) {
  return R"({"aud":"session","sub":"ana.silva","jti":"s1","password_number":2)" + exp + "}";
}

const std::string es256 = R"({"alg":"ES256","typ":"JWT"})";
const std::string good_expiry = R"(,"exp":1625097599)";  // 2021-06-30T23:59:59Z

class Token : public server_tests::TokenTest {
 protected:
  std::string code_of(const std::string& token, core::Instant at = now) {
    const auto checked = tokens().check(token, at);
    return checked ? "accepted" : checked.error().code;
  }
  std::string code_of_claims(const std::string& claims) {
    return code_of(forge().signed_token(es256, claims));
  }
};

}  // namespace

TEST_F(Token, SaysWhoSignedInAndForHowLong) {
  const auto read = tokens().check(tokens().issue(session), later(59min));
  ASSERT_TRUE(read) << read.error().en;
  EXPECT_EQ(read->account, session.account);
  EXPECT_EQ(read->id, session.id);
  EXPECT_EQ(read->password, 2);
  EXPECT_EQ(read->expires, later(1h));
}

TEST_F(Token, EndsAtItsHourByTheGivenClock) {
  const auto token = tokens().issue(session);
  EXPECT_EQ(code_of(token, later(3599s)), "accepted");
  EXPECT_EQ(code_of(token, later(1h)), "session-expired");
}

TEST_F(Token, FitsInACookieAsItStands) {
  const auto token = tokens().issue(session);
  EXPECT_LT(token.size(), 512U);
  EXPECT_TRUE(std::ranges::all_of(token, [](char c) { return core::is_identifier({&c, 1}); }));
}

TEST_F(Token, OutlivesARestart) {
  const auto token = tokens().issue(session);
  const auto reopened = SessionTokens::open(key_file());
  ASSERT_TRUE(reopened);
  EXPECT_TRUE(reopened->check(token, now));
}

TEST_F(Token, OfAnotherKeyIsNoSession) {
  const auto other = SessionTokens::open(folder() / "other.pem");
  ASSERT_TRUE(other);
  EXPECT_EQ(code_of(other->issue(session)), "session-invalid");
}

TEST_F(Token, ChangedInAnyByteIsNoSession) {
  const auto token = tokens().issue(session);
  // The last character carries unused bits: base64 reads several spellings of it alike.
  for (std::size_t i = 0; i + 1 < token.size(); ++i) {
    auto changed = token;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_EQ(code_of(changed), "session-invalid") << i;
  }
}

TEST_F(Token, ForgedWithTheRightKeyAndClaimsIsTheControlOfTheTestsBelow) {
  EXPECT_EQ(code_of_claims(claims_with(good_expiry)), "accepted");
}

TEST_F(Token, PitfallBytesPastAsciiDoNotAbort) {
  const auto token = tokens().issue(session);
  EXPECT_EQ(code_of("\x80" + token), "session-invalid");
  auto in_payload = token;
  in_payload[token.find('.') + 3] = '\xC3';
  EXPECT_EQ(code_of(in_payload), "session-invalid");
  EXPECT_EQ(code_of(token + "\xFF"), "session-invalid");
  EXPECT_EQ(code_of(token + "="), "session-invalid");
  EXPECT_EQ(code_of(token + std::string(1, '\0')), "session-invalid");
}

TEST_F(Token, PitfallDotsAreCounted) {
  const auto token = tokens().issue(session);
  for (const auto* bad : {"", ".", "..", "...", "a.b", "a.b.c.d"})
    EXPECT_EQ(code_of(bad), "session-invalid") << bad;
  EXPECT_EQ(code_of(token.substr(0, token.rfind('.'))), "session-invalid");
  EXPECT_EQ(code_of(token.substr(0, token.rfind('.') + 1)), "session-invalid");
  EXPECT_EQ(code_of(token + "."), "session-invalid");
}

TEST_F(Token, PitfallLengthIsBounded) {
  const auto padded = [&](std::size_t filling) {
    return forge().signed_token(
        es256, claims_with(good_expiry + R"(,"x":")" + std::string(filling, 'x') + "\""));
  };
  EXPECT_EQ(code_of(padded(1000)), "accepted");
  ASSERT_GT(padded(1600).size(), 2048U);
  EXPECT_EQ(code_of(padded(1600)), "session-invalid") << "though signed";
}

TEST_F(Token, PitfallExpiryIsRequired) {
  EXPECT_EQ(code_of_claims(claims_with("")), "session-invalid");
}

TEST_F(Token, PitfallExpiryIsAPositiveInteger) {
  for (const auto* bad : {"-1", "0", "1625097599.5", "1e12", "\"1625097599\"", "null", "true",
                          "[1625097599]", "18446744073709551615", "99999999999999999999"})
    EXPECT_EQ(code_of_claims(claims_with(std::string(",\"exp\":") + bad)), "session-invalid")
        << bad;
}

TEST_F(Token, NamesThePasswordThatItBeganUnder) {
  for (const auto* bad :
       {"", R"(,"password_number":0)", R"(,"password_number":-1)", R"(,"password_number":"2")"})
    EXPECT_EQ(code_of_claims(R"({"aud":"session","sub":"ana.silva","jti":"s1")" + good_expiry +
                             bad + "}"),
              "session-invalid")
        << bad;
}

TEST_F(Token, PitfallExpiryIsMeasuredByTheGivenClockOnly) {
  EXPECT_EQ(code_of_claims(claims_with(R"(,"exp":1)")), "session-expired");
}

TEST_F(Token, PitfallNoneIsNoAlgorithm) {
  const auto claims = encoded(claims_with(good_expiry));
  for (const auto* name : {"none", "NONE", "None", ""}) {
    const auto header = encoded(R"({"alg":")" + std::string(name) + R"(","typ":"JWT"})");
    EXPECT_EQ(code_of(header + "." + claims + "."), "session-invalid") << name;
    EXPECT_EQ(code_of(header + "." + claims + ".AAAA"), "session-invalid") << name;
  }
}

TEST_F(Token, PitfallThePublicKeyIsNoHmacSecret) {
  for (const auto* name : {"HS256", "HS384", "HS512"}) {
    const auto token = forge().hmac_token(R"({"alg":")" + std::string(name) + R"(","typ":"JWT"})",
                                          claims_with(good_expiry));
    EXPECT_EQ(code_of(token), "session-invalid") << name;
  }
}

TEST_F(Token, PitfallOddJsonThrowsInSpiteOfTheErrorCode) {
  for (const auto* header :
       {"", "[]", "null", "7", "{}", R"({"alg":7})", R"({"alg":"ES256","typ":7})",
        R"({"alg":["ES256"]})", R"({"alg":"ES256","typ":""})", "{\"alg\":\"\xFF\"}"})
    EXPECT_EQ(code_of(forge().signed_token(header, claims_with(good_expiry))), "session-invalid")
        << header;
  for (const auto* claims : {"", "[]", "[1]", "null", "7", "\"s\"", "{", "{}", "\xFF"})
    EXPECT_EQ(code_of_claims(claims), "session-invalid") << claims;
  EXPECT_EQ(code_of_claims(claims_with(good_expiry + R"(,"nbf":"soon")")), "session-invalid");
}

TEST_F(Token, PitfallNestedJsonExhaustsNoStack) {
  EXPECT_EQ(code_of_claims(std::string(1400, '[')), "session-invalid");
  EXPECT_EQ(code_of_claims(std::string(700, '[') + std::string(700, ']')), "session-invalid");
}

TEST_F(Token, NamesASessionOfAnAccount) {
  EXPECT_EQ(code_of_claims(R"({"aud":"session","jti":"s1","password_number":2,"exp":1625097599})"),
            "session-invalid");
  EXPECT_EQ(
      code_of_claims(R"({"aud":"session","sub":"ana.silva","password_number":2,"exp":1625097599})"),
      "session-invalid");
  EXPECT_EQ(code_of_claims(
                R"({"aud":"session","sub":"","jti":"s1","password_number":2,"exp":1625097599})"),
            "session-invalid");
  EXPECT_EQ(code_of_claims(
                R"({"aud":"session","sub":7,"jti":"s1","password_number":2,"exp":1625097599})"),
            "session-invalid");
  EXPECT_EQ(
      code_of_claims(
          R"({"aud":"badge","sub":"ana.silva","jti":"s1","password_number":2,"exp":1625097599})"),
      "session-invalid")
      << "what the same key signs for another purpose";
}
