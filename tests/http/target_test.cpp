#include "server/http/target.hpp"

#include <gtest/gtest.h>

using http::parse_target;

TEST(Target, IsDecoded) {
  const auto target = parse_target("/boas-pr%C3%A1ticas/a%20b?q=a%C3%A7%C3%A3o+social&tudo&q=2");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/boas-práticas/a b");
  EXPECT_EQ(target->query.at("q"), "ação social") << "the first of two counts";
  EXPECT_EQ(target->query.at("tudo"), "");
}

TEST(Target, IsTheSameInAbsoluteForm) {
  EXPECT_EQ(parse_target("http://localhost:8080/edicoes?ano=2021")->path, "/edicoes");
  EXPECT_EQ(parse_target("http://localhost")->path, "/");
}

class MalformedTarget : public testing::TestWithParam<std::string> {};

TEST_P(MalformedTarget, IsNoTarget) {
  EXPECT_FALSE(parse_target(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(PercentEncoding, MalformedTarget,
                         testing::Values("/a%", "/a%2", "/a%zz", "/?q=%", "/?q=%g1"));
INSTANTIATE_TEST_SUITE_P(Utf8, MalformedTarget,
                         testing::Values("/a%FF", "/?q=%C3", "/?%C3=1", "/%C0%AF", "/%ED%A0%80",
                                         "/caf\xC3\xA9"));
INSTANTIATE_TEST_SUITE_P(PathThatHides, MalformedTarget,
                         testing::Values("/a%2Fb", "/a%5Cb", "/a/../b", "/%2e%2e/b", "/./b",
                                         "/a%00", "/a%0Ab"));
INSTANTIATE_TEST_SUITE_P(Form, MalformedTarget, testing::Values("", "*", "edicoes", "/a b"));

TEST(Target, IsWrittenAsItIsRead) {
  const http::Target target{"/boas práticas/50%", {{"q", "a&b=c+d"}, {"tema", "ação"}}};
  const auto text = http::to_text(target);
  EXPECT_EQ(text.find_first_of(" +"), std::string::npos);
  const auto again = parse_target(text);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->path, target.path);
  EXPECT_EQ(again->query, target.query);
}
