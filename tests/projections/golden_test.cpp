#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "domain/contexts.hpp"
#include "json/json.hpp"
#include "projections/recorded.hpp"
#include "tests/projections/whole_year.hpp"

namespace {

const std::filesystem::path golden =
    std::filesystem::path(PROJECT_DIR) / "tests/projections/golden";

/// A payload as the log may hold it: golden/<event>.v<version>.json, or several of one version,
/// told apart by a word: golden/<event>.v<version>.<word>.json.
struct Example {
  std::string file;
  std::string event;
  int version = 0;
  std::string payload;
};

int number_at(std::string_view text, std::size_t at) {
  int number = 0;
  std::from_chars(text.data() + at, text.data() + text.size(), number);
  return number;
}

Example read_example(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  Example example{path.filename(), path.filename(), 0, {std::istreambuf_iterator<char>(in), {}}};
  const auto mark = example.event.find(".v");
  if (mark == std::string::npos) return example;
  example.version = number_at(example.event, mark + 2);
  example.event.resize(mark);
  if (example.payload.ends_with('\n')) example.payload.pop_back();
  return example;
}

std::vector<Example> examples() {
  std::vector<Example> all;
  for (const auto& entry : std::filesystem::directory_iterator(golden))
    all.push_back(read_example(entry.path()));
  std::ranges::sort(all, {}, &Example::file);
  return all;
}

std::vector<Example> examples_of(const core::RecordType& type, int version) {
  auto all = examples();
  std::erase_if(all, [&](const Example& example) {
    return example.event != type.name || example.version != version;
  });
  return all;
}

core::Result<core::Event> decoded(const Example& example) {
  return projections::event_codec().decode(example.event, example.version, example.payload);
}

/// The newest shape of an event, as the tests' year has it.
std::string for_instance(const core::RecordType& type) {
  for (const auto& [stream, event] : testing_support::whole_year())
    if (&event.type() == &type) return json::write(event);
  return "{}";
}

/// Notes which fields, items and alternatives a record holds; or, of a sample, all that it may.
class Contents final : public core::FieldVisitor {
 public:
  explicit Contents(bool all) : all_(all) {}

  [[nodiscard]] const std::set<std::string>& found() const { return found_; }

  void begin_record() override { note(); }
  void begin_field(std::string_view name) override { enter("." + std::string(name)); }
  void end_field() override { leave(); }
  void end_record() override {}
  void text(std::string&, std::string_view) override { note(); }
  void integer(std::int64_t&) override { note(); }
  void boolean(bool&) override { note(); }
  void choice(std::size_t&, std::span<const std::string_view>) override { note(); }
  void verbatim(std::string&) override { note(); }
  std::size_t begin_list(std::size_t size) override { return all_ ? 1 : size; }
  void begin_item(std::size_t) override { enter("[]"); }
  void end_item() override { leave(); }
  void end_list() override {}
  bool optional(bool present) override { return all_ || present; }
  void begin_variant(std::span<const std::string_view> kinds) override { kinds_.push_back(kinds); }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (!all_ && current != candidate) return false;
    enter(":" + std::string(kinds_.back()[candidate]));
    note();
    return true;
  }
  void end_alternative() override { leave(); }
  void end_variant() override { kinds_.pop_back(); }

 private:
  void enter(const std::string& step) {
    path_.push_back(path_.empty() ? step : path_.back() + step);
  }
  void leave() { path_.pop_back(); }
  void note() { found_.insert(path_.empty() ? "" : path_.back()); }

  bool all_;
  std::vector<std::string> path_;
  std::vector<std::span<const std::string_view>> kinds_;
  std::set<std::string> found_;
};

TEST(Golden, EveryVersionOfEveryEventHasAFile) {
  for (const auto* type : contexts::events())
    for (int version = 1; version <= type->version; ++version)
      EXPECT_FALSE(examples_of(*type, version).empty())
          << "Add tests/projections/golden/" << type->name << ".v" << version
          << ".json: one payload of that version on one line"
          << (version == type->version ? ", for instance:\n" + for_instance(*type) : ".");
}

TEST(Golden, EveryFileReadsAsAnEvent) {
  ASSERT_FALSE(examples().empty());
  for (const auto& example : examples()) {
    const auto event = decoded(example);
    EXPECT_TRUE(event.has_value())
        << example.file << ": " << event.error().code << " " << event.error().field
        << "\nWhat was written stays readable: a changed event takes the next version, a step in "
           "projections/upcasters.cpp, and a golden file of its own.";
  }
}

TEST(Golden, TheNewestAreWrittenAsTheyStand) {
  for (const auto* type : contexts::events())
    for (const auto& example : examples_of(*type, type->version)) {
      const auto event = decoded(example);
      if (!event) continue;
      EXPECT_EQ(json::write(*event), example.payload) << example.file;
    }
}

TEST(Golden, TheNewestTogetherHoldEveryFieldAndAlternative) {
  for (const auto* type : contexts::events()) {
    Contents whole(true);
    type->visit(type->make().get(), whole);
    auto missing = whole.found();
    for (const auto& example : examples_of(*type, type->version)) {
      const auto event = decoded(example);
      if (!event) continue;
      Contents held(false);
      event->describe(held);
      for (const auto& path : held.found()) missing.erase(path);
    }
    for (const auto& path : missing) ADD_FAILURE() << type->name << " shows no " << path;
  }
}

}  // namespace
