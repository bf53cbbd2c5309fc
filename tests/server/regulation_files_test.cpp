#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "domain/editions/edition.hpp"
#include "eventstore/hash.hpp"
#include "handwritten/reading.hpp"
#include "json/json.hpp"
#include "projections/editions.hpp"
#include "server/application.hpp"
#include "tests/server/command_line.hpp"
#include "tests/server/temporary_folder.hpp"

/// Regulations that people write.
namespace {

namespace fs = std::filesystem;
using editions::EditionFile;
using server_tests::run;
using server_tests::TemporaryFolder;

const fs::path project = PROJECT_DIR;

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> shipped() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(project / "regulations"))
    files.push_back(entry.path());
  return files;
}

/// What `validate` prints of this text, without the file's name.
std::vector<std::string> faults_of(const std::string& text) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "regulamento.toml";
  std::ofstream(file, std::ios::binary) << text;
  const auto ran = run({"edition", "validate", file.string()});
  EXPECT_EQ(ran.code, ran.err.empty() ? 0 : 1);
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < ran.err.size();) {
    const auto end = ran.err.find('\n', at);
    lines.push_back(ran.err.substr(at, end - at).substr(file.string().size() + 1));
    EXPECT_EQ(ran.err.substr(end + 1, 4), "    ") << "the same in Portuguese";
    at = ran.err.find('\n', end + 1) + 1;
  }
  return lines;
}

/// The text with one passage in another's place.
std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::size_t line_of(std::string_view text, std::string_view passage) {
  const auto before = text.substr(0, text.find(passage));
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

std::string deco() {
  return content_of(project / "regulations/mencao-e-premio.toml");
}

TEST(RegulationFiles, ThoseShippedCanBeFollowed) {
  EXPECT_GE(shipped().size(), 3U);
  for (const auto& file : shipped()) {
    const auto ran = run({"edition", "validate", file.string()});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_NE(ran.out.find("can be followed"), std::string::npos);
  }
}

TEST(RegulationFiles, OpenTheirEdition) {
  const TemporaryFolder folder;
  const auto data = (folder.path() / "data").string();
  for (const auto& file : shipped()) {
    const auto ran = run({"edition", "open", file.string(), "--data", data});
    EXPECT_EQ(ran.code, 0) << ran.err;
  }
  eventstore::SystemClock clock;
  const auto app = server::Application::open(data, clock).value();
  ASSERT_TRUE(app->views().catch_up().has_value());
  const auto edition =
      projections::find_edition(*app->views().view("editions"), core::EditionId("premios-2027"));
  ASSERT_TRUE(edition);
  EXPECT_EQ(edition->regulation.panel->common, 4);
  EXPECT_EQ(edition->regulation.awards.at(1).title, "Menção honrosa");
  EXPECT_EQ(edition->regulation.calendar.submission_deadline.text(), "2027-03-31T22:59:59.999Z");
}

TEST(RegulationFiles, AreToldAsTheApiTakesThem) {
  const auto file = (project / "regulations/mencao-e-premio.toml").string();
  const auto ran = run({"edition", "validate", file, "--json"});
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto drafted = json::read<editions::DraftEdition>(ran.out);
  const auto opened = json::read<editions::OpenEdition>(ran.out);
  ASSERT_TRUE(drafted && opened);
  EXPECT_EQ(opened->edition.text(), "premios-2027");
  EXPECT_EQ(json::write(opened->regulation), json::write(drafted->regulation));
  EXPECT_EQ(json::write(*opened) + "\n", ran.out);
}

TEST(RegulationFiles, PromiseAHearingThatTheirCalendarLeaves) {
  const auto text =
      changed(deco(), "hearing_deadline = 2027-06-16", "hearing_deadline = 2027-06-15");
  EXPECT_EQ(
      faults_of(text),
      std::vector<std::string>{
          std::to_string(line_of(text, "hearing_deadline")) +
          ": calendar, hearing deadline: The hearing's 10 working days, after the results, end "
          "on 16 June 2027, 23:59:59 (Lisbon time)."});
}

TEST(RegulationFiles, AnEditionOpensOnce) {
  const TemporaryFolder folder;
  const auto data = (folder.path() / "data").string();
  const auto file = shipped().front().string();
  EXPECT_EQ(run({"edition", "open", file, "--data", data}).code, 0);
  const auto again = run({"edition", "open", file, "--data", data});
  EXPECT_EQ(again.code, 1);
  EXPECT_NE(again.err.find("There is an edition with this code already."), std::string::npos);
}

TEST(RegulationFiles, EveryFaultIsToldWithItsLineAndField) {
  auto text = deco();
  text = changed(text, "minimum_jurors = 5", "minimum_jurors = \"five\"");
  text = changed(text, "panel_rule = \"mean\"", "panel_rule = \"best\"");
  text = changed(text, "weight = 30", "weight = 31");
  text = changed(text, "title = \"Prémio Impacto\"\n", "colour = \"blue\"\n");
  text = changed(text, "above = 75, below = 90", "above = 90, below = 90");
  text = changed(text, "opens = 2027-01-11T09:00:00Z", "opens = 2027-01-11T09:00:00");
  const auto at = [&](std::string_view passage) { return std::to_string(line_of(text, passage)); };
  EXPECT_EQ(
      faults_of(text),
      (std::vector<std::string>{
          at("minimum_jurors") + ": minimum jurors: Expected a whole number here.",
          at("panel_rule") +
              ": panel rule: Choose one of these values: mean, trimmed-mean, median.",
          at("opens") + ": calendar, opens: Expected a date with its time and difference to UTC, "
                        "as 2027-03-31T23:59:59+01:00, here.",
          at("[[sections]]") + ": sections: The weights of the criteria add up to 101; they have "
                               "to add up to 100, or to "
                               "1000 where they are finer.",
          at("conditions = [{ kind = \"points\", above") +
              ": awards 2, conditions 1: The lower limit has to be less than the upper one.",
          at("[[awards]]\nid = \"impacto\"") + ": awards 3, title: This field is missing.",
          at("colour") + ": awards 3, colour: There is no such field."}));
}

TEST(RegulationFiles, ARuleOfAnUnknownKindIsToldOnce) {
  EXPECT_EQ(faults_of(changed(deco(), "kind = \"points\"", "kind = \"pontos\"")).size(), 1U);
}

TEST(RegulationFiles, ATextThatIsNoTomlIsToldWithItsLine) {
  const auto faults = faults_of("edition = \"a\"\ntitle = \n");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_TRUE(faults[0].starts_with("2: The text is not TOML: ")) << faults[0];
}

TEST(RegulationFiles, AnEmptyOneLacksEverythingThatHasNoDefault) {
  std::vector<std::string> missing;
  for (const auto& fault : handwritten::read<EditionFile>("").faults)
    missing.push_back(fault.field);
  EXPECT_EQ(missing, (std::vector<std::string>{"edition", "title", "mandate", "minimum_jurors",
                                               "panel_rule", "decimals", "calendar"}));
}

TEST(RegulationFiles, AFaultyOneOpensNothing) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "regulamento.toml";
  std::ofstream(file, std::ios::binary) << changed(deco(), "weight = 30", "weight = 31");
  const auto data = folder.path() / "data";
  EXPECT_EQ(run({"edition", "open", file.string(), "--data", data.string()}).code, 1);
  EXPECT_FALSE(fs::exists(data));
}

TEST(RegulationFiles, AFileThatIsNotThereIsNamed) {
  const auto ran = run({"edition", "validate", "/nowhere/regulamento.toml"});
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.err.find("/nowhere/regulamento.toml"), std::string::npos);
}

TEST(RegulationFiles, AnInstantMayBeWrittenWithItsDifferenceToUtc) {
  for (const auto* instant : {"2027-04-01T00:30:00+01:00", "2027-03-31T23:30:00Z",
                              "\"2027-03-31T23:30:00Z\"", "2027-03-31 22:30:00-01:00"}) {
    const auto reading =
        handwritten::read<EditionFile>("[calendar]\nopens = " + std::string(instant) + "\n");
    EXPECT_EQ(reading.record.calendar.opens.text(), "2027-03-31T23:30:00Z") << instant;
  }
}

/// The examples of a page, one after the other.
std::string examples_of(const std::string& page) {
  constexpr std::string_view opening = "```toml\n";
  std::string text;
  for (auto at = page.find(opening); at != std::string::npos; at = page.find(opening, at)) {
    at += opening.size();
    const auto end = page.find("```", at);
    text += page.substr(at, end - at) + "\n";
    at = end;
  }
  return text;
}

/// Notes which fields and alternatives of a record a file names, or all that it may name.
class Names final : public core::FieldVisitor {
 public:
  explicit Names(bool all) : all_(all) {}

  std::set<std::string> found;

  void begin_record() override {}
  void begin_field(std::string_view name) override { field_ = name; }
  void end_field() override {}
  void end_record() override {}
  void text(std::string& value, std::string_view) override { note(!value.empty()); }
  void integer(std::int64_t&) override { note(true); }
  void boolean(bool& value) override { note(value); }
  void choice(std::size_t&, std::span<const std::string_view>) override { note(true); }
  void verbatim(std::string&) override {}
  std::size_t begin_list(std::size_t size) override { return all_ ? 1 : size; }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override {}
  bool optional(bool present) override { return all_ || present; }
  void begin_variant(std::span<const std::string_view> kinds) override { kinds_.push_back(kinds); }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (!all_ && current != candidate) return false;
    found.insert("kind " + std::string(kinds_.back()[candidate]));
    return true;
  }
  void end_alternative() override {}
  void end_variant() override { kinds_.pop_back(); }

 private:
  void note(bool said) {
    if (all_ || said) found.insert(std::string(field_));
  }

  bool all_;
  std::string_view field_;
  std::vector<std::span<const std::string_view>> kinds_;
};

std::string readme() {
  return content_of(project / "domain/awards/README.md");
}

std::string sha256_of(std::string_view text) {
  return eventstore::to_hex(eventstore::view_of(eventstore::sha256({text})));
}

TEST(RegulationFiles, CommitThemselvesToTheSeedThatTheirWordsName) {
  EXPECT_EQ(handwritten::read<EditionFile>(deco()).record.draw_commitment,
            sha256_of("Frase que só se revela no fim"));
  EXPECT_EQ(handwritten::read<EditionFile>(examples_of(readme())).record.draw_commitment,
            sha256_of("A sentence that is told at the end"));
}

TEST(RegulationReadme, ItsExamplesTogetherAreARegulation) {
  const auto text = examples_of(readme());
  EXPECT_EQ(faults_of(text), std::vector<std::string>());
}

/// But for what its examples cannot say of themselves: that they are a demonstration, that there
/// were editions before, and a tie-break that ends in two ways.
TEST(RegulationReadme, ItsExamplesShowEveryFieldAndKind) {
  auto record = handwritten::read<EditionFile>(examples_of(readme())).record;
  Names held(false);
  core::visit_value(held, record);
  EditionFile sample;
  Names missing(true);
  core::visit_value(missing, sample);
  for (const auto& name : held.found) missing.found.erase(name);
  EXPECT_EQ(missing.found, (std::set<std::string>{"demonstration", "follows", "kind shared"}));
}

TEST(RegulationReadme, NamesEveryFieldAndKindInItsText) {
  EditionFile sample;
  Names names(true);
  core::visit_value(names, sample);
  for (auto name : names.found) {
    if (name.starts_with("kind ")) name = name.substr(5);
    EXPECT_NE(readme().find(name), std::string::npos) << name;
  }
}

}  // namespace
