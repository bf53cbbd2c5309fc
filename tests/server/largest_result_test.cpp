#include <gtest/gtest.h>

#include <algorithm>

#include "domain/awards/compute.hpp"
#include "domain/editions/edition.hpp"
#include "eventstore/limits.hpp"
#include "handwritten/reading.hpp"
#include "projections/recorded.hpp"
#include "server/application.hpp"
#include "server/command_handler.hpp"
#include "server/demonstration/chance.hpp"
#include "server/demonstration/loader.hpp"
#include "server/parallel.hpp"
#include "server/share.hpp"
#include "tests/server/temporary_folder.hpp"

/// The largest event there can be: the result of an edition in which everybody takes part.
namespace {

const std::string seed = "semente";

regulation::Regulation rules_of(const std::filesystem::path& file) {
  const auto text = server::read_file(file).value();
  auto rules = handwritten::read<editions::EditionFile>(text).record.command().regulation;
  if (regulation::has_draw(rules)) rules.draw_commitment = server::writing().sha256(seed);
  return rules;
}

awards::Sheet any_sheet(const regulation::Regulation& rules, server::Chance& chance) {
  awards::Sheet sheet;
  for (const auto& section : rules.sections)
    for (const auto& criterion : section.criteria)
      sheet.push_back({criterion.id, chance.between(section.scale.minimum, section.scale.maximum)});
  return sheet;
}

awards::ResultComputed result_of_everybody(const regulation::Regulation& rules) {
  const core::EditionId edition("2021");
  awards::Basis basis{edition, rules, std::nullopt, {}, {}, {}};
  if (regulation::has_draw(rules)) basis.draw_seed = seed;
  server::Chance chance("everybody");
  const auto entities = server::registered_entities().value();
  for (const auto& entity : entities) {
    auto& dossier = basis.dossiers.emplace_back(
        awards::JudgedDossier{core::dossier_of(edition, entity.code), entity.category, {}});
    for (int juror = 0; juror < 5; ++juror) dossier.sheets.push_back(any_sheet(rules, chance));
    std::ranges::sort(dossier.sheets);
    basis.entities.push_back({entity.code, entity.display_name, entity.category,
                              entity.municipality, entity.district, entity.nuts3_code,
                              entity.population_2021});
  }
  std::ranges::sort(basis.dossiers, {}, &awards::JudgedDossier::dossier);
  auto result = awards::result_of(basis, server::writing(), server::for_each_in_parallel).value();
  EXPECT_EQ(result, awards::result_of(basis, server::writing()).value()) << "on one core";
  return result;
}

class LargestResult : public testing::TestWithParam<const char*> {};

TEST_P(LargestResult, IsOneEventOfTheLog) {
  const auto result =
      result_of_everybody(rules_of(server::shared_file("regulations") / GetParam()));
  ASSERT_EQ(result.dossiers.size(), 3567U);
  const eventstore::StreamName stream{"result", result.edition.text()};
  const server_tests::TemporaryFolder folder;
  eventstore::SystemClock clock;
  {
    const auto app = server::Application::open(folder.path(), clock).value();
    eventstore::Append append;
    append.command_id = core::CommandId("compute");
    append.events.push_back(projections::to_record(core::Event(result), stream));
    EXPECT_LT(append.events[0].payload.size(), eventstore::longest_payload * 9 / 10);
    const auto appended = app->store().append(std::move(append));
    ASSERT_TRUE(appended) << appended.error().en;
  }
  const auto app = server::Application::open(folder.path(), clock).value();
  auto stored = app->store().read_stream(stream, 1, 1);
  ASSERT_EQ(stored.size(), 1U);
  const auto read = projections::recorded(std::move(stored[0])).value();
  EXPECT_EQ(read.event.get<awards::ResultComputed>(), result);
}

INSTANTIATE_TEST_SUITE_P(OfEachRegulation, LargestResult,
                         testing::Values("autarquia-solidaria.toml", "bandeira-com-palma.toml",
                                         "mencao-e-premio.toml"),
                         [](const auto& name) {
                           std::string text = name.param;
                           std::ranges::replace(text, '-', '_');
                           return text.substr(0, text.find('.'));
                         });

}  // namespace
