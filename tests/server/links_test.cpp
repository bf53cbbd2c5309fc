#include <gtest/gtest.h>

#include "domain/dossiers/dossier_commands.hpp"
#include "projections/links.hpp"
#include "server/links/link_watch.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/http/running_server.hpp"
#include "tests/server/award_year.hpp"

/// Whether the pages answer that dossiers name: asked of a server on this machine.
namespace {

using namespace server_tests;
using http::Method;
using http_tests::route;
using http_tests::says;
using server::links::probe;
using server::links::Reach;

http::Handler moves_to(const std::string& place) {
  return [place](const http::Request&) { return http::Response{302, {{"Location", place}}, ""}; };
}

class Links : public testing::Test {
 protected:
  [[nodiscard]] std::string at(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(site_.port()) + path;
  }
  [[nodiscard]] server::links::Probed asked(const std::string& path) const {
    return probe(at(path), Reach::Anywhere);
  }

  std::atomic<int> seen_ = 0;
  http_tests::RunningServer site_{
      {route(Method::Get, "/", says("Alijó")), route(Method::Get, "/moved", moves_to("/")),
       route(Method::Get, "/round", moves_to("/round")),
       route(Method::Get, "/file", moves_to("file:///etc/passwd")),
       route(Method::Head, "/by-get",
             [](const http::Request&) { return http::Response{405, {}, ""}; }),
       route(Method::Get, "/by-get", says(std::string(std::size_t{1} << 20, 'x'))),
       route(Method::Get, "/counted", [this](const http::Request&) {
         ++seen_;
         return http::Response{200, {}, ""};
       })}};
};

TEST_F(Links, AnswerWithAPageWhereverItHasMoved) {
  for (const auto* path : {"/", "/moved", "/by-get"}) {
    const auto probed = asked(path);
    EXPECT_TRUE(probed.answers) << path;
    EXPECT_EQ(probed.status, 200) << path;
  }
}

TEST_F(Links, DoNotAnswerWithoutAPage) {
  EXPECT_FALSE(asked("/none").answers);
  EXPECT_EQ(asked("/none").status, 404);
  EXPECT_FALSE(asked("/round").answers);
  EXPECT_FALSE(asked("/file").answers);
  const auto nobody = probe("http://127.0.0.1:1/", Reach::Anywhere);
  EXPECT_FALSE(nobody.answers);
  EXPECT_FALSE(nobody.status);
}

TEST_F(Links, ReachNeitherThisMachineNorAPrivateNetwork) {
  const auto port = std::to_string(site_.port());
  for (const auto* host : {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0",
                           "2130706433", "0x7f.1"}) {
    const auto probed =
        probe("http://" + std::string(host) + ":" + port + "/counted", Reach::PublicAlone);
    EXPECT_FALSE(probed.answers) << host;
    EXPECT_FALSE(probed.status) << host;
  }
  EXPECT_EQ(seen_, 0);
}

TEST_F(Links, OfADossierAreAskedForAndKeepTheDate) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  auto link = dossier_samples::link();
  link.url = "http://alijo.localhost:" + std::to_string(site_.port()) + "/counted";
  const core::RecordId page("pagina");
  year.alijo.does(dossiers::AddRecord{dossier_of_alijo, page, link});
  auto& app = year.program.app();
  const auto rounds = [&] {
    ASSERT_TRUE(app.views().wait_until_seen(year.program.head(), std::chrono::seconds(10)));
    check_links(app, Reach::Anywhere);
  };
  rounds();
  rounds();
  EXPECT_EQ(seen_, 1) << "one that answered is not asked for again";
  const auto path = "/dossiers/" + dossier_of_alijo.text() + "/links";
  const auto told = year.alijo.reads(path, year.program.head());
  EXPECT_NE(told.body.find(R"("answers":true,"status":200)"), std::string::npos) << told.body;
  EXPECT_NE(told.body.find(R"("checked_at":"2021-04-06T09:00:00Z")"), std::string::npos)
      << told.body;
  EXPECT_EQ(year.favaios.reads(path).in_short(), "403 not-permitted");
}

}  // namespace
