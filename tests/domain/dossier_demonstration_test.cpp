#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "domain/dossiers/dossier.hpp"
#include "domain/editions/edition.hpp"
#include "domain/facts.hpp"
#include "json/json.hpp"

namespace {

struct Step {
  std::string place;  ///< file and number, for messages
  core::Instant at;
  core::AccountId as;
  std::string command;
  std::string body;
};

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::directory_iterator(PROJECT_DIR "/demonstration"))
    if (entry.path().filename() != "accounts.json") found.push_back(entry.path());
  std::ranges::sort(found);
  return found;
}

void read_steps(const std::filesystem::path& file, std::vector<Step>& steps) {
  std::ifstream stream(file);
  const std::string script(std::istreambuf_iterator<char>(stream), {});
  simdjson::dom::parser parser;
  simdjson::dom::array list;
  ASSERT_FALSE(parser.parse(script)["steps"].get(list)) << file;
  for (const simdjson::dom::element step : list) {
    const auto text = [&](const char* key) { return std::string(step[key].get_string().value()); };
    const auto place = file.filename().string() + " at " + text("at");
    const auto at = core::Instant::parse(text("at"));
    ASSERT_TRUE(at.has_value()) << place;
    steps.push_back({place, *at, core::AccountId(text("as")), text("command"),
                     simdjson::minify(step["body"].value())});
  }
}

/// The steps of all files that editions and dossiers decide, in order.
std::vector<Step> steps_here() {
  std::vector<Step> steps;
  for (const auto& file : files()) read_steps(file, steps);
  std::erase_if(steps, [](const Step& step) {
    return step.command != "edition.open" && !step.command.starts_with("dossier.");
  });
  return steps;
}

/// Editions and dossiers by their streams, among the entities that the demonstration names.
class World {
 public:
  void run(const Step& step) {
    const auto& type = type_of(step.command);
    const auto command_type = std::ranges::find(type.commands, step.command,
                                                [](const auto& c) { return c.record->name; });
    ASSERT_NE(command_type, type.commands.end()) << step.place;
    const auto command = json::read(*command_type->record, step.body);
    ASSERT_TRUE(command) << step.place << " " << command.error().field << ": "
                         << command.error().en;
    auto& aggregate = at(type, command_type->target(*command).id);
    const auto decision = aggregate.decide(
        *command, {{step.as, {}, {}}, step.at, facts_for(*command_type, *command)});
    ASSERT_TRUE(decision) << step.place << " " << decision.error().field << ": "
                          << decision.error().en;
    for (const auto& event : *decision) aggregate.apply(event);
  }

  [[nodiscard]] std::vector<facts::Dossier> dossiers() const {
    core::Facts told;
    for (const auto& [stream, aggregate] : aggregates_) aggregate->tell(told);
    std::vector<facts::Dossier> found;
    for (const auto* dossier : told.all<facts::Dossier>()) found.push_back(*dossier);
    return found;
  }

 private:
  static const core::AggregateType& type_of(const std::string& command) {
    return command.starts_with("edition.") ? editions::edition_type() : dossiers::dossier_type();
  }

  core::Aggregate& at(const core::AggregateType& type, const std::string& id) {
    auto& aggregate = aggregates_[std::string(type.category) + "/" + id];
    if (!aggregate) aggregate = type.make();
    return *aggregate;
  }

  core::Facts facts_for(const core::CommandType& type, const core::Command& command) {
    core::Facts facts;
    for (const auto& stream : type.reads(command, facts)) {
      if (stream.category == "entity") tell_entity(stream.id, facts);
      const auto found = aggregates_.find(std::string(stream.category) + "/" + stream.id);
      if (found != aggregates_.end()) found->second->tell(facts);
    }
    return facts;
  }

  static void tell_entity(const std::string& code, core::Facts& facts) {
    using enum regulation::Category;
    static const std::map<std::string, regulation::Category> known = {
        {"1701", Municipio},           {"0113", Municipio},          {"0811", Municipio},
        {"1505", Municipio},           {"0209", Municipio},          {"170107", Freguesia},
        {"011319", Freguesia},         {"081101", Freguesia},        {"170120", UniaoDeFreguesias},
        {"011322", UniaoDeFreguesias}, {"150313", UniaoDeFreguesias}};
    const auto found = known.find(code);
    if (found != known.end())
      facts.tell(facts::Entity{core::EntityCode(code), code, found->second,
                               core::EntityCode(code.substr(0, 4))});
  }

  std::map<std::string, std::unique_ptr<core::Aggregate>> aggregates_;
};

World after_all_steps() {
  World world;
  for (const auto& step : steps_here()) world.run(step);
  return world;
}

std::size_t count(const std::vector<facts::Dossier>& dossiers, facts::DossierState state) {
  return static_cast<std::size_t>(std::ranges::count(dossiers, state, &facts::Dossier::state));
}

TEST(Demonstration, GoesThroughTheSameDoorsAsEverybody) {
  const auto dossiers = after_all_steps().dossiers();
  EXPECT_EQ(dossiers.size(), 11U);
  EXPECT_EQ(count(dossiers, facts::DossierState::Eligible), 9U);
  EXPECT_EQ(count(dossiers, facts::DossierState::NotEligible), 1U);
  EXPECT_EQ(count(dossiers, facts::DossierState::Draft), 1U);
}

TEST(Demonstration, HasSeveralEligibleDossiersInEveryCategory) {
  std::map<regulation::Category, int> eligible;
  for (const auto& dossier : after_all_steps().dossiers())
    if (dossier.state == facts::DossierState::Eligible) ++eligible[dossier.category];
  EXPECT_EQ(eligible.size(), 3U);
  for (const auto& [category, dossiers] : eligible) EXPECT_GE(dossiers, 2);
}

TEST(Demonstration, OffersGoodPractices) {
  std::set<std::string> offered;
  for (const auto& dossier : after_all_steps().dossiers())
    for (const auto& record : dossier.good_practices)
      offered.insert(dossier.id.text() + "/" + record.text());
  EXPECT_TRUE(offered.contains("2021-0113/rede-social"));
  EXPECT_TRUE(offered.contains("2021-0811/rede-social"));
  EXPECT_TRUE(offered.contains("2021-1701/oficina-solidaria"));
}

TEST(Demonstration, RunsForwardInTime) {
  const auto steps = steps_here();
  for (std::size_t i = 1; i < steps.size(); ++i)
    EXPECT_LE(steps[i - 1].at, steps[i].at) << steps[i].place;
}

TEST(Demonstration, IsMarkedAsOne) {
  int editions = 0;
  for (const auto& step : steps_here()) {
    if (step.command != "edition.open") continue;
    const auto command = json::read<editions::OpenEdition>(step.body);
    ASSERT_TRUE(command) << step.place;
    EXPECT_TRUE(command->demonstration) << step.place;
    ++editions;
  }
  EXPECT_EQ(editions, 2);
}

std::vector<dossiers::DossierRecord> records_of(const core::DossierId& dossier) {
  std::vector<dossiers::DossierRecord> records;
  for (const auto& step : steps_here()) {
    if (step.command != "dossier.add-record") continue;
    const auto command = json::read<dossiers::AddRecord>(step.body);
    if (command && command->dossier == dossier) records.push_back(command->record);
  }
  return records;
}

TEST(Demonstration, CarriesAlijosPlanInAllEightSections) {
  std::set<regulation::Section> sections;
  std::size_t domains = 0;
  std::size_t axes = 0;
  for (const auto& record : records_of(core::DossierId("2021-1701"))) {
    sections.insert(section_of(record));
    const auto* orientation = std::get_if<dossiers::Orientation>(&record);
    if (orientation == nullptr) continue;
    domains += orientation->domains.size();
    for (const auto& domain : orientation->domains) axes += domain.axes.size();
  }
  EXPECT_EQ(sections.size(), 8U);
  EXPECT_EQ(domains, 10U);
  EXPECT_EQ(axes, 28U);
}

TEST(Demonstration, InventsNoFiguresForAlijo) {
  for (const auto& record : records_of(core::DossierId("2021-1701"))) {
    const auto* programme = std::get_if<dossiers::Programme>(&record);
    if (programme == nullptr) continue;
    EXPECT_FALSE(programme->budget || programme->staff || programme->people_reached)
        << programme->title;
    for (const auto& indicator : programme->indicators)
      EXPECT_FALSE(indicator.value) << programme->title;
  }
}

}  // namespace
