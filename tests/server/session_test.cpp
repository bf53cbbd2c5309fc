#include <gtest/gtest.h>

#include <algorithm>

#include "domain/accounts/account.hpp"
#include "server/session.hpp"
#include "tests/server/award_year.hpp"

namespace {

using namespace server_tests;

bool says(const std::string& text, const char* words) {
  return text.find(words) != std::string::npos;
}

/// The people of an award's year, before its edition is opened.
class SessionTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { shared = std::make_unique<AwardYear>(); }
  static void TearDownTestSuite() { shared.reset(); }
  SessionTest() { year().at("2021-02-22T10:00:00Z"); }

  static AwardYear& year() { return *shared; }
  static std::string with_cookie(const std::string& token) {
    const auto answer = year().public_reader.sends(http::Method::Get, "/api/v1/session", "",
                                                   {{"cookie", "session=" + token}});
    return answer.in_short();
  }

 private:
  static inline std::unique_ptr<AwardYear> shared;
};

TEST(Client, IsThePeerUnlessAProxyOnThisMachineNamesIt) {
  http::Request request;
  request.remote = "127.0.0.1";
  EXPECT_EQ(server::client_of(request), "127.0.0.1");
  request.headers["x-forwarded-for"] = "10.0.0.1, 192.0.2.7";
  EXPECT_EQ(server::client_of(request), "192.0.2.7") << "the proxy adds the last one";
  request.headers["x-forwarded-for"] = "2001:db8::7";
  EXPECT_EQ(server::client_of(request), "2001:db8::7");
  request.remote = "203.0.113.9";
  EXPECT_EQ(server::client_of(request), "203.0.113.9") << "no proxy: it says so of itself";
}

TEST_F(SessionTest, TheCookieIsOutOfReachOfScriptsAndOtherSites) {
  const auto cookie = year().rui.signs_in(everyones_password).header("set-cookie");
  for (const auto* attribute : {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=28800"})
    EXPECT_TRUE(says(cookie, attribute)) << attribute;
  EXPECT_FALSE(says(cookie, "Secure")) << "this machine is spoken to without TLS";
}

TEST_F(SessionTest, BehindHttpsTheCookieStaysThere) {
  const auto answer = year().rui.sends(
      http::Method::Post, "/api/v1/session",
      R"({"account":"rui","password":")" + std::string(everyones_password) + R"("})",
      {{"x-forwarded-proto", "https"}});
  EXPECT_TRUE(says(answer.header("set-cookie"), "; Secure"));
}

TEST_F(SessionTest, SigningInFailsAlikeWhoeverIsMeant) {
  year().administrator.does(accounts::CloseAccount{core::AccountId("joana")});
  Person unknown(year().program, "quem-sera");
  const auto wrong_password = year().marta.signs_in("outra palavra-passe");
  const auto no_account = unknown.signs_in(everyones_password);
  const auto closed = year().joana.signs_in(everyones_password);
  EXPECT_EQ(wrong_password.in_short(), "401 wrong-credentials");
  EXPECT_EQ(no_account.body, wrong_password.body);
  EXPECT_EQ(closed.body, wrong_password.body);
  EXPECT_EQ(no_account.headers.size(), wrong_password.headers.size());
  for (const auto* answer : {&wrong_password, &no_account, &closed})
    EXPECT_EQ(answer->header("set-cookie"), "");
}

TEST_F(SessionTest, TokensThatNobodyIssuedAreNobodys) {
  const auto& good = year().rui.token();
  EXPECT_EQ(with_cookie(good), "200");
  std::string forged = good;
  forged[good.size() / 2] = forged[good.size() / 2] == 'A' ? 'B' : 'A';
  for (const std::string& token :
       {std::string("\xFF\xFE.\x80\x81.\xC3\x28"), good + "\xE9", "\xE9" + good, forged,
        good.substr(0, good.size() - 1), std::string(), std::string(".."), std::string(4000, 'A'),
        std::string("eyJhbGciOiJub25lIn0.e30.")})
    EXPECT_EQ(with_cookie(token), "401 not-signed-in") << token;
  EXPECT_EQ(with_cookie(good), "200") << "the server is still there";
}

TEST_F(SessionTest, ASessionEndsByItself) {
  year().program.at("2021-02-22T17:59:59Z");
  EXPECT_EQ(year().rui.reads("/session").in_short(), "200");
  year().program.at("2021-02-22T18:00:01Z");
  EXPECT_EQ(year().rui.reads("/session").in_short(), "401 not-signed-in");
}

TEST_F(SessionTest, SigningOutEmptiesTheCookie) {
  const auto answer = year().rui.sends(http::Method::Delete, "/api/v1/session");
  EXPECT_EQ(answer.status, 204);
  EXPECT_TRUE(answer.header("set-cookie").starts_with("session=; "));
  EXPECT_TRUE(says(answer.header("set-cookie"), "; Max-Age=0"));
}

TEST_F(SessionTest, SigningOutEndsThatSessionAloneAndForGood) {
  const auto token = year().marta.token();
  year().marta.renews_session();
  const auto elsewhere = year().marta.token();
  const auto sign_out = [&] {
    return year()
        .public_reader
        .sends(http::Method::Delete, "/api/v1/session", "", {{"cookie", "session=" + token}})
        .status;
  };
  EXPECT_EQ(sign_out(), 204);
  EXPECT_EQ(with_cookie(token), "401 not-signed-in") << "a copy of the cookie is worth nothing";
  EXPECT_EQ(with_cookie(elsewhere), "200");
  const auto head = year().program.head();
  EXPECT_EQ(sign_out(), 204) << "nobody is signed in, and nothing happens";
  EXPECT_EQ(year().program.head(), head);
  year().program.restart();
  EXPECT_EQ(with_cookie(token), "401 not-signed-in");
  EXPECT_EQ(with_cookie(elsewhere), "200");
}

TEST_F(SessionTest, ANewPasswordEndsEverySession) {
  const auto before = year().secretary.token();
  const auto changed = year().administrator.sends(
      http::Method::Post, "/api/v1/accounts/secretaria/password",
      R"({"password":"a palavra da secretaria"})", {{"idempotency-key", "change-secretaria"}});
  EXPECT_EQ(changed.in_short(), "200") << changed.body;
  EXPECT_EQ(with_cookie(before), "401 not-signed-in");
  EXPECT_EQ(year().secretary.signs_in("a palavra da secretaria").in_short(), "200");
  EXPECT_EQ(with_cookie(year().secretary.token()), "200");
  year().program.restart();
  EXPECT_EQ(with_cookie(before), "401 not-signed-in");
  EXPECT_EQ(with_cookie(year().secretary.token()), "200");
}

TEST_F(SessionTest, AClosedAccountIsOutAtOnce) {
  EXPECT_EQ(year().tiago.reads("/session").in_short(), "200");
  year().administrator.does(accounts::CloseAccount{core::AccountId("tiago")});
  EXPECT_EQ(year().tiago.reads("/session").in_short(), "401 not-signed-in");
}

TEST_F(SessionTest, ARoleCountsFromTheMomentItIsGiven) {
  EXPECT_EQ(year().colleague.reads("/accounts").in_short(), "403 not-permitted");
  year().administrator.does(accounts::ChangeRoles{
      core::AccountId("secretario"), {core::Role::Secretariat, core::Role::Administrator}, {}});
  EXPECT_EQ(year().colleague.reads("/accounts", year().program.head()).in_short(), "200");
}

TEST_F(SessionTest, GuessingIsSlowedDown) {
  Person guesser(year().program, "favaios");
  Answer last;
  for (int i = 0; i < 11; ++i) last = guesser.signs_in("palavra-passe " + std::to_string(i));
  EXPECT_EQ(last.in_short(), "429 too-many-attempts");
  EXPECT_EQ(last.header("retry-after"), "90") << "a tenth of a quarter of an hour";
}

TEST_F(SessionTest, AnAccountOpenedThroughTheApiSignsIn) {
  const std::string wanted = R"({"account":"ines","full_name":"Inês Sá","email":"ines@example.pt",)"
                             R"("password":"a palavra da Inês","roles":["juror"],"entities":[]})";
  const auto opened = year().administrator.sends(http::Method::Post, "/api/v1/accounts", wanted,
                                                 {{"idempotency-key", "open-ines"}});
  EXPECT_EQ(opened.in_short(), "200") << opened.body;
  Person ines(year().program, "ines");
  EXPECT_EQ(ines.signs_in("a palavra da Inês").in_short(), "200");
  const auto changed =
      ines.sends(http::Method::Post, "/api/v1/accounts/ines/password",
                 R"({"password":"outra palavra da Inês","current_password":"a palavra da Inês"})",
                 {{"idempotency-key", "change-ines"}});
  EXPECT_EQ(changed.in_short(), "200") << changed.body;
  EXPECT_EQ(ines.signs_in("a palavra da Inês").in_short(), "401 wrong-credentials");
  EXPECT_EQ(ines.signs_in("outra palavra da Inês").in_short(), "200");
}

/// `person` changes their own password, for which `current` is given; nothing: the field is left
/// out.
Answer changes_own_password(Person& person, std::optional<std::string> current,
                            const std::string& password, const std::string& key) {
  std::string body = R"({"password":")" + password + "\"";
  if (current) body += R"(,"current_password":")" + *current + "\"";
  return person.sends(http::Method::Post, "/api/v1/accounts/" + person.account() + "/password",
                      body + "}", {{"idempotency-key", key}});
}

TEST_F(SessionTest, ChangingOnesOwnPasswordTakesTheCurrentOne) {
  const auto refusal = "422 wrong-password current_password";
  for (auto* person : {&year().alijo, &year().administrator}) {
    const auto change = [&](std::optional<std::string> current, const std::string& key) {
      return changes_own_password(*person, std::move(current), "uma palavra nova",
                                  key + person->account());
    };
    const auto before = person->token();
    EXPECT_EQ(change(std::nullopt, "without-").in_short(), refusal);
    EXPECT_EQ(change("outra palavra-passe", "wrong-").in_short(), refusal);
    EXPECT_EQ(with_cookie(before), "200") << "nothing has changed";
    EXPECT_EQ(change(everyones_password, "right-").in_short(), "200");
    EXPECT_EQ(with_cookie(before), "401 not-signed-in");
    EXPECT_NE(person->token(), before);
    EXPECT_EQ(with_cookie(person->token()), "200") << "who changed it stays signed in";
  }
}

TEST_F(SessionTest, GuessingTheCurrentPasswordIsSlowedDown) {
  std::string last;
  for (int i = 0; i < 11; ++i)
    last = changes_own_password(year().grandola, "palavra-passe " + std::to_string(i),
                                "uma palavra nova", "guess-" + std::to_string(i))
               .in_short();
  EXPECT_EQ(last, "429 too-many-attempts");
}

TEST_F(SessionTest, AnAccountOpenedTwiceUnderOneKeyIsOpenedOnce) {
  const std::string wanted =
      R"({"account":"nuno","full_name":"Nuno Reis","email":"nuno@example.pt",)"
      R"("password":"a palavra do Nuno","roles":["juror"],"entities":[]})";
  const auto open = [&] {
    return year()
        .administrator
        .sends(http::Method::Post, "/api/v1/accounts", wanted, {{"idempotency-key", "open-nuno"}})
        .as<server::Accepted>();
  };
  const auto first = open();
  const auto again = open();
  EXPECT_FALSE(first.repeated);
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.position, first.position);
  EXPECT_EQ(year().program.head(), first.position);
}

TEST_F(SessionTest, APasswordChangedTwiceUnderOneKeyIsChangedOnce) {
  const auto change = [] {
    return changes_own_password(year().favaios, everyones_password, "uma palavra nova",
                                "change-favaios")
        .as<server::Accepted>();
  };
  const auto first = change();
  const auto again = change();
  EXPECT_FALSE(first.repeated);
  EXPECT_TRUE(again.repeated) << "though the current password is another by now";
  EXPECT_EQ(again.position, first.position);
  EXPECT_EQ(year().program.head(), first.position);
}

TEST_F(SessionTest, AKeyIsNotTakenForAnotherAccount) {
  const auto change = [](const char* account) {
    return year()
        .administrator
        .sends(http::Method::Post, std::string("/api/v1/accounts/") + account + "/password",
               R"({"password":"uma palavra nova"})", {{"idempotency-key", "change-two"}})
        .in_short();
  };
  EXPECT_EQ(change("secretario"), "200");
  EXPECT_EQ(change("rui"), "409 command-id-reused");
}

TEST_F(SessionTest, EveryAnswerCarriesTheSecurityHeaders) {
  for (const auto* path : {"/", "/api/v1/editions", "/api/v1/accounts", "/nada", "/api/v1/nada"}) {
    const auto answer = year().public_reader.sends(http::Method::Get, path);
    EXPECT_TRUE(says(answer.header("content-security-policy"), "default-src 'none'")) << path;
    EXPECT_EQ(answer.header("x-content-type-options"), "nosniff") << path;
    EXPECT_EQ(answer.header("server"), "") << path;
  }
}

}  // namespace
