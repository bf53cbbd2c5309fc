#include "server/http/message.hpp"

#include <gtest/gtest.h>

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
