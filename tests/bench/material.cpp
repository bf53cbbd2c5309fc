#include "tests/bench/material.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/practices/practice_commands.hpp"
#include "json/json.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

const core::DossierId fullest("2021-1701");

struct Step {
  std::string at;
  std::string as;
  std::string command;
  core::Verbatim body;
  FIELDS(at, as, command, body)
};

struct Script {
  std::vector<Step> steps;
  FIELDS(steps)
};

struct Register {
  std::vector<entities::RegisterEntity> entities;
  FIELDS(entities)
};

template <core::Record T>
T parsed(const std::string& text) {
  auto record = json::read<T>(text);
  core::ensure(record.has_value(), "the demonstration can be read");
  return *std::move(record);
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> scripts() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(PROJECT_DIR) / "demonstration"))
    if (entry.path().filename().string().front() <= '9') files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

void take(const Step& step, Material& material) {
  const auto is = [&](std::string_view command) { return step.command == command; };
  const auto& body = step.body.json;
  if (is(dossiers::AddRecord::name)) {
    auto added = parsed<dossiers::AddRecord>(body);
    material.records.push_back(added.record);
    if (added.dossier == fullest) material.dossier.push_back(std::move(added));
  }
  if (is(jury::ScoreDossier::name))
    material.marks.push_back(parsed<jury::ScoreDossier>(body).marks);
  if (is(practices::ProposePractice::name))
    material.sheets.push_back(parsed<practices::ProposePractice>(body));
  if (is(editions::OpenEdition::name) && material.regulation.sections.empty())
    material.regulation = parsed<editions::OpenEdition>(body).regulation;
}

Material read_material() {
  Material material;
  const auto reference = fs::path(PROJECT_DIR) / "reference/entities.json";
  for (const auto& entity : parsed<Register>(content_of(reference)).entities)
    material.entities.push_back({entity});
  for (const auto& script : scripts())
    for (const auto& step : parsed<Script>(content_of(script)).steps) take(step, material);
  return material;
}

}  // namespace

const Material& material() {
  static const auto read = read_material();
  return read;
}

}  // namespace bench
