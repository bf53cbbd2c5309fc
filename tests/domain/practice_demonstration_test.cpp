#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

#include "domain/facts.hpp"
#include "domain/practices/practice.hpp"
#include "json/json.hpp"

namespace {

std::string text_of(const rapidjson::Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return buffer.GetString();
}

/// The practices of the demonstration, with the records that its dossiers offer.
class Observatory {
 public:
  void take(const rapidjson::Value& step) {
    const std::string name = step["command"].GetString();
    const auto& commands = practices::practice_type().commands;
    const auto type =
        std::ranges::find(commands, name, [](const auto& command) { return command.record->name; });
    ASSERT_NE(type, commands.end()) << name;
    const auto command = json::read(*type->record, text_of(step["body"]));
    ASSERT_TRUE(command) << name << " " << command.error().field << ": " << command.error().en;
    decide(type->target(*command).id, *command, step);
  }

  [[nodiscard]] std::map<std::string, std::int64_t> published() const { return published_; }

 private:
  void decide(const std::string& practice, const core::Command& command,
              const rapidjson::Value& step) {
    auto& aggregate = practices_[practice];
    if (!aggregate) aggregate = practices::practice_type().make();
    core::Context context{{core::AccountId(step["as"].GetString()), {}, {}},
                          core::Instant::parse(step["at"].GetString()).value(),
                          {}};
    for (const auto& dossier : dossiers()) context.facts.tell(dossier);
    const auto decision = aggregate->decide(command, context);
    ASSERT_TRUE(decision) << step["at"].GetString() << " " << decision.error().field << ": "
                          << decision.error().en;
    for (const auto& event : *decision) {
      aggregate->apply(event);
      if (const auto* publication = event.get_if<practices::PracticePublished>())
        published_[practice] = publication->revision;
    }
  }

  static std::vector<facts::Dossier> dossiers() {
    const auto eligible = facts::DossierState::Eligible;
    const auto municipality = regulation::Category::Municipio;
    return {{core::DossierId("2021-0113"), municipality, eligible, {core::RecordId("rede-social")}},
            {core::DossierId("2021-1701"),
             municipality,
             eligible,
             {core::RecordId("oficina-solidaria"), core::RecordId("banco-de-voluntariado")}}};
  }

  std::map<std::string, std::unique_ptr<core::Aggregate>> practices_;
  std::map<std::string, std::int64_t> published_;
};

TEST(PracticeDemonstration, PublishesThreePracticesAndOneOfThemRevised) {
  std::ifstream stream(PROJECT_DIR "/demonstration/85-practices.json");
  const std::string text(std::istreambuf_iterator<char>(stream), {});
  rapidjson::Document document;
  document.Parse(text.c_str());
  ASSERT_FALSE(document.HasParseError());
  Observatory observatory;
  for (const auto& step : document["steps"].GetArray()) observatory.take(step);
  const std::map<std::string, std::int64_t> expected = {{"banco-de-voluntariado-alijo", 2},
                                                        {"oficina-solidaria-alijo", 1},
                                                        {"rede-social-oliveira-de-azemeis", 1}};
  EXPECT_EQ(observatory.published(), expected);
}

}  // namespace
