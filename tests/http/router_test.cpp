#include "server/http/router.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/http/running_server.hpp"

namespace {

using http::Method;
using http_tests::plain_fallbacks;
using http_tests::route;
using http_tests::router_of;
using http_tests::says;

http::Request request_for(Method method, std::string path) {
  http::Request request;
  request.method = method;
  request.path = std::move(path);
  return request;
}

http::Response get(const http::Router& router, std::string path) {
  return router.answer(request_for(Method::Get, std::move(path)));
}

http::Handler says_parameter(std::string name) {
  return [name = std::move(name)](const http::Request& request) {
    return http::Response{200, {}, std::string(request.parameter(name))};
  };
}

}  // namespace

TEST(Router, HandsTheParametersToTheHandler) {
  const auto router = router_of(
      {route(Method::Get, "/editions/{edition}/dossiers/{dossier}", says_parameter("dossier"))});
  EXPECT_EQ(get(router, "/editions/2021/dossiers/2021-1701").body, "2021-1701");
}

TEST(Router, LetsNoParameterBeEmpty) {
  const auto router = router_of({route(Method::Get, "/dossiers/{id}/receipt", says("receipt"))});
  EXPECT_EQ(get(router, "/dossiers//receipt").status, 404);
}

TEST(Router, HandsTheRestOfThePathToTheLastParameter) {
  const auto router =
      router_of({route(Method::Get, "/tile/{level}/{rest...}",
                       [](const http::Request& request) {
                         return http::Response{200,
                                               {},
                                               std::string(request.parameter("level")) + ": " +
                                                   std::string(request.parameter("rest"))};
                       }),
                 route(Method::Get, "/tile/{level}/{index}", says("one segment")),
                 route(Method::Get, "/tile/0/x001/000", says("that one"))});
  EXPECT_EQ(get(router, "/tile/0/x001/x234/067.p/5").body, "0: x001/x234/067.p/5");
  EXPECT_EQ(get(router, "/tile/1/x001/000").body, "1: x001/000");
  EXPECT_EQ(get(router, "/tile/0/067").body, "one segment");
  EXPECT_EQ(get(router, "/tile/0/x001/000").body, "that one");
  for (const auto* path : {"/tile/0", "/tile/0/", "/tile/0//067", "/tile/0/x001//067"})
    EXPECT_EQ(get(router, path).status, 404) << path;
}

TEST(Router, PrefersTheLiteralToTheParameterInWhateverOrderTheyCame) {
  const auto router = router_of({route(Method::Get, "/{page}/{part}", says("any")),
                                 route(Method::Get, "/dossiers/{id}", says("one dossier")),
                                 route(Method::Get, "/dossiers/new", says("a new dossier")),
                                 route(Method::Get, "/{page}/new", says("a new thing"))});
  EXPECT_EQ(get(router, "/dossiers/new").body, "a new dossier");
  EXPECT_EQ(get(router, "/dossiers/2021-1701").body, "one dossier");
  EXPECT_EQ(get(router, "/juri/new").body, "a new thing");
  EXPECT_EQ(get(router, "/juri/2021").body, "any");
}

TEST(Router, RefusesWhatItDoesNotKnow) {
  const auto router = router_of({route(Method::Get, "/dossiers", says("all"))});
  const auto response = get(router, "/dossier");
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, "refused /dossier");
}

TEST(Router, NamesTheMethodsThatWouldDo) {
  const auto router = router_of({route(Method::Get, "/dossiers", says("all")),
                                 route(Method::Post, "/dossiers", says("begun"))});
  const auto response = router.answer(request_for(Method::Delete, "/dossiers"));
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.body, "refused /dossiers");
  EXPECT_EQ(support::header(response, "allow"), "GET, HEAD, POST");
}

TEST(Router, AnswersHeadThroughGetButNotThroughPost) {
  const auto router = router_of({route(Method::Get, "/results", says("results")),
                                 route(Method::Post, "/commands", says("done"))});
  EXPECT_EQ(router.answer(request_for(Method::Head, "/results")).status, 200);
  EXPECT_EQ(router.answer(request_for(Method::Head, "/commands")).status, 405);
}

TEST(Router, LeadsFromTrailingSlashesToThePage) {
  const auto router = router_of({route(Method::Get, "/boas-práticas/{id}", says("practice"))});
  auto request = request_for(Method::Get, "/boas-práticas/rede social//");
  request.query = {{"língua", "pt"}};
  const auto response = router.answer(request);
  EXPECT_EQ(response.status, 308);
  EXPECT_EQ(support::header(response, "location"),
            "/boas-pr%C3%A1ticas/rede%20social?l%C3%ADngua=pt");
}

TEST(Router, LeadsNobodyToAnUnknownPageOrAnotherHost) {
  const auto router = router_of({route(Method::Get, "/{page}", says("page")),
                                 route(Method::Post, "/commands", says("done"))});
  EXPECT_EQ(get(router, "/dossiers/1/").status, 404);
  EXPECT_EQ(get(router, "//example.org/").status, 404);
  EXPECT_EQ(get(router, "//").status, 404);
  EXPECT_EQ(router.answer(request_for(Method::Post, "/commands/")).status, 404);
}

TEST(Router, AnswersForAHandlerThatThrows) {
  std::string reported;
  auto fallbacks = plain_fallbacks();
  fallbacks.crashed = [&](const http::Request& request, std::string_view what) {
    reported = request.path + ": " + std::string(what);
  };
  http::Router router(fallbacks);
  router.add(route(Method::Get, "/results",
                   [](const http::Request&) -> http::Response { throw std::logic_error("bug"); }));
  const auto response = get(router, "/results");
  EXPECT_EQ(response.status, 500);
  EXPECT_EQ(response.body, "refused /results");
  EXPECT_EQ(reported, "/results: bug");
}

TEST(Router, TellsOfEveryAnswerOnceAndByItsPattern) {
  std::vector<std::string> told;
  auto fallbacks = plain_fallbacks();
  fallbacks.answered = [&](const http::Exchange& exchange) {
    told.push_back(std::string(http::name_of(exchange.request.method)) + " " +
                   std::string(exchange.pattern) + " " + std::to_string(exchange.status));
  };
  http::Router router(fallbacks);
  router.add(route(Method::Get, "/dossiers/{id}", says("one")));
  router.add(route(Method::Post, "/bug",
                   [](const http::Request&) -> http::Response { throw std::logic_error("bug"); }));
  (void)get(router, "/dossiers/2021-1701");
  (void)get(router, "/nowhere");
  (void)router.answer(request_for(Method::Post, "/dossiers/2021-1701"));
  (void)router.answer(request_for(Method::Post, "/bug"));
  (void)router.refuse(413, request_for(Method::Post, "/bug"));
  EXPECT_EQ(told, (std::vector<std::string>{"GET /dossiers/{id} 200", "GET  404", "POST  405",
                                            "POST /bug 500", "POST  413"}));
}

TEST(Router, StillAnswersWhenEvenTheRefusalThrows) {
  auto fallbacks = plain_fallbacks();
  fallbacks.refuse = [](int, const http::Request&) -> http::Response {
    throw std::runtime_error("no template");
  };
  const http::Router router(fallbacks);
  EXPECT_EQ(get(router, "/nowhere").status, 404);
}

TEST(RouterDeathTest, TakesTwoRoutesOfOneShapeForABug) {
  EXPECT_DEATH(router_of({route(Method::Get, "/dossiers/{id}", says("a")),
                          route(Method::Get, "/dossiers/{dossier}", says("b"))}),
               "two routes answer the same requests: /dossiers/\\{dossier\\}");
}
