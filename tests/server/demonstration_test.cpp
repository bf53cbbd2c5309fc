#include "server/demonstration/demonstration.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/accounts/account.hpp"
#include "projections/editions.hpp"
#include "projections/entities.hpp"
#include "projections/observatory.hpp"
#include "projections/results.hpp"
#include "projections/whole_dossier.hpp"
#include "server/cli/cli.hpp"
#include "server/demonstration/loader.hpp"
#include "server/share.hpp"
#include "server/web.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using projections::DossierState;
using Codes = std::set<std::string>;

const core::EditionId edition("2021");

/// The demonstration, loaded once for all of these tests.
class Demonstration : public testing::Test {
 protected:
  struct Loaded {
    server_tests::TemporaryFolder data;
    server::ScriptedClock clock;
    std::unique_ptr<server::Application> app;
  };

  static void SetUpTestSuite() {
    loaded = std::make_unique<Loaded>();
    loaded->app = server::Application::open(loaded->data.path(), loaded->clock).value();
    const auto done = load();
    ASSERT_TRUE(done) << done.error().field << ": " << done.error().en;
  }
  static void TearDownTestSuite() { loaded.reset(); }

  static core::Result<void> load() {
    return server::load_demonstration(*loaded->app, loaded->clock, [](auto, auto) {});
  }
  static server::Application& app() { return *loaded->app; }
  static const projections::Views& views() { return loaded->app->views(); }
  static projections::EditionResult result() {
    return projections::published_result(views(), edition).value();
  }
  static std::string page(const char* path) {
    http::Request request;
    request.path = path;
    return server::make_router(app()).answer(std::move(request)).body;
  }

 private:
  static inline std::unique_ptr<Loaded> loaded;
};

Codes given(const projections::EditionResult& result, regulation::AwardKind award) {
  Codes codes;
  for (const auto& named : result.dossiers)
    for (const auto& decision : named.result.awards)
      if (decision.award == award && decision.granted) codes.insert(named.entity.code.text());
  return codes;
}

/// Rows and checkpoint of a read model, length by length.
std::string bytes_of(const projections::Views& views, const projections::ReadModel& model) {
  const auto view = views.view(model.name().name);
  auto bytes = std::to_string(view->checkpoint());
  view->scan("", [&](std::string_view key, std::string_view value) {
    for (const auto part : {key, value})
      bytes.append("\n").append(std::to_string(part.size())).append(":").append(part);
    return true;
  });
  return bytes;
}

TEST_F(Demonstration, GivesTheGalardaoToTheBestOfEachCategory) {
  EXPECT_EQ(given(result(), regulation::AwardKind::Galardao), (Codes{"1701", "170107", "170120"}));
}

TEST_F(Demonstration, GivesTheBandeiraToAllWithEnoughPoints) {
  EXPECT_EQ(given(result(), regulation::AwardKind::Bandeira),
            (Codes{"1701", "0113", "0811", "170107", "011319", "081101", "170120", "011322"}));
}

TEST_F(Demonstration, RanksNineDossiersAndLetsEqualsShareTheirPlace) {
  std::map<std::string, std::optional<std::int64_t>> ranks;
  for (const auto& named : result().dossiers) ranks[named.entity.code.text()] = named.result.rank;
  EXPECT_EQ(ranks.size(), 9U);
  EXPECT_EQ(ranks["1505"], 4) << "no award";
  EXPECT_EQ(ranks["011319"], 2);
  EXPECT_EQ(ranks["081101"], 2);
}

TEST_F(Demonstration, KnowsEveryMunicipalityAndParish) {
  const auto entities = views().view("entities");
  std::size_t all = 0;
  for (const auto category : {regulation::Category::Municipio, regulation::Category::Freguesia,
                              regulation::Category::UniaoDeFreguesias}) {
    const auto found = projections::search_entities(*entities, {.category = category}).total;
    EXPECT_GE(found, 308U);
    all += found;
  }
  EXPECT_EQ(all, 3567U);
  EXPECT_EQ(projections::search_entities(*entities, {}).total, 3567U);
}

TEST_F(Demonstration, HasDossiersInEveryState) {
  std::map<DossierState, int> states;
  std::map<regulation::Category, int> eligible;
  for (const auto& listed : projections::dossier_board(views(), edition)) {
    ++states[listed.dossier.state];
    if (listed.dossier.state == DossierState::Eligible) ++eligible[listed.dossier.category];
  }
  EXPECT_EQ(states, (std::map<DossierState, int>{{DossierState::Draft, 1},
                                                 {DossierState::Eligible, 9},
                                                 {DossierState::NotEligible, 1}}));
  EXPECT_EQ(eligible.size(), 3U);
  for (const auto& [category, dossiers] : eligible) EXPECT_GE(dossiers, 2);
}

TEST_F(Demonstration, CarriesAlijosPlanInAllEightSections) {
  const auto alijo = projections::whole_dossier(views(), core::DossierId("2021-1701")).value();
  std::set<regulation::Section> sections;
  std::size_t domains = 0;
  std::size_t axes = 0;
  for (const auto& row : alijo.records) {
    sections.insert(row.section);
    const auto* orientation = std::get_if<dossiers::Orientation>(&row.record);
    if (orientation == nullptr) continue;
    domains += orientation->domains.size();
    for (const auto& domain : orientation->domains) axes += domain.axes.size();
  }
  EXPECT_EQ(sections.size(), 8U);
  EXPECT_EQ(domains, 10U);
  EXPECT_EQ(axes, 28U);
}

TEST_F(Demonstration, InventsNoFiguresForAlijo) {
  int programmes = 0;
  const auto alijo = projections::whole_dossier(views(), core::DossierId("2021-1701")).value();
  for (const auto& row : alijo.records) {
    const auto* programme = std::get_if<dossiers::Programme>(&row.record);
    if (programme == nullptr) continue;
    ++programmes;
    EXPECT_FALSE(programme->budget || programme->staff || programme->people_reached)
        << programme->title;
    for (const auto& indicator : programme->indicators)
      EXPECT_FALSE(indicator.value) << programme->title;
  }
  EXPECT_GT(programmes, 0);
}

TEST_F(Demonstration, PublishesThreePracticesAndOneOfThemRevised) {
  std::map<std::string, std::int64_t> revisions;
  for (const auto& found : projections::search_practices(views(), {}))
    revisions[found.practice.practice.text()] = found.practice.revision;
  EXPECT_EQ(revisions,
            (std::map<std::string, std::int64_t>{{"banco-de-voluntariado-alijo", 2},
                                                 {"oficina-solidaria-alijo", 1},
                                                 {"rede-social-oliveira-de-azemeis", 1}}));
}

TEST_F(Demonstration, IsMarkedAsOneOnEveryPageThatShowsIt) {
  const auto editions = projections::all_editions(*views().view("editions"));
  EXPECT_EQ(editions.size(), 2U);
  for (const auto& row : editions) EXPECT_TRUE(row.demonstration) << row.title;
  EXPECT_TRUE(result().demonstration);
  for (const auto* path : {"/", "/edicoes/2021", "/edicoes/2027", "/edicoes/2021/resultados",
                           "/observatorio", "/observatorio/banco-de-voluntariado-alijo"})
    EXPECT_NE(page(path).find("Demonstração: "), std::string::npos) << path;
}

TEST_F(Demonstration, LoadedTwiceChangesNothing) {
  const auto head = app().store().head();
  const auto done = load();
  ASSERT_TRUE(done) << done.error().field << ": " << done.error().en;
  EXPECT_EQ(app().store().head(), head);
}

/// Awards of years before would be invented, and not marked as such.
const std::set<std::string> not_shown = {"past_results"};

TEST_F(Demonstration, RebuildsEveryReadModelToTheSameBytes) {
  ASSERT_FALSE(projections::read_models().empty());
  for (const auto& model : projections::read_models()) {
    const auto before = bytes_of(views(), model);
    ASSERT_TRUE(app().views().rebuild(model)) << model.name().name;
    EXPECT_EQ(bytes_of(views(), model), before) << model.name().name;
    EXPECT_EQ(before.find(':') == std::string::npos, not_shown.contains(model.name().name))
        << model.name().name;
  }
}

TEST(DemonstrationScript, RunsForwardInTime) {
  const auto steps = server::written_steps("0", "a").value();
  ASSERT_FALSE(steps.empty());
  for (std::size_t i = 1; i < steps.size(); ++i)
    EXPECT_LE(steps[i - 1].at.text(), steps[i].at.text()) << steps[i].place;
}

TEST(DemonstrationPlace, IsNotAmongOtherData) {
  const server_tests::TemporaryFolder data;
  server::ScriptedClock clock;
  const auto app = server::Application::open(data.path(), clock).value();
  const auto own = app->commands().handle({accounts::OpenAccount{core::AccountId("ana"),
                                                                 "Ana Lopes",
                                                                 "ana@example.pt",
                                                                 "$argon2id$secret",
                                                                 {core::Role::Secretariat},
                                                                 {}},
                                           core::CommandId("own-data"),
                                           server::cli::operator_of_the_machine(), std::nullopt});
  ASSERT_TRUE(own);
  const auto refused = server::load_demonstration(*app, clock, [](auto, auto) {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "data-not-empty");
  EXPECT_EQ(app->store().head(), own->position);
}

}  // namespace
