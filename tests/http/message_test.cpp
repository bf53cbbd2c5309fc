#include "server/http/message.hpp"

#include <gtest/gtest.h>

#include <set>

TEST(Request, AnswersWithNothingForWhatWasNotSent) {
  const http::Request request;
  EXPECT_EQ(request.header("if-match"), "");
  EXPECT_EQ(request.parameter("id"), "");
  EXPECT_EQ(request.query_value("pagina"), std::nullopt);
  EXPECT_EQ(request.cookie("session"), std::nullopt);
}

TEST(Request, FindsACookieAmongOthers) {
  http::Request request;
  request.headers["cookie"] = "language=pt; session=abc.def; theme=";
  EXPECT_EQ(request.cookie("session"), "abc.def");
  EXPECT_EQ(request.cookie("language"), "pt");
  EXPECT_EQ(request.cookie("theme"), "");
  EXPECT_EQ(request.cookie("sess"), std::nullopt);
}

TEST(Request, TakesAnEmptyQueryValueForAValue) {
  http::Request request;
  request.query["tema"] = "";
  EXPECT_EQ(request.query_value("tema"), "");
}

/// A count would tell a reader how much others do.
TEST(Request, HasAnIdThatCountsNoOthers) {
  std::set<std::string> beginnings;
  std::set<std::string> ends;
  for (int i = 0; i < 100; ++i) {
    const auto id = http::fresh_request_id();
    beginnings.insert(id.substr(0, 8));
    ends.insert(id.substr(id.size() - 8));
  }
  EXPECT_GE(beginnings.size(), 99U);
  EXPECT_GE(ends.size(), 99U);
}
