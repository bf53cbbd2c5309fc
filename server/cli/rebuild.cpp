#include <fmt/format.h>

#include <algorithm>

#include "json/json.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/digest.hpp"

namespace server::cli {
namespace {

struct Rebuilt {
  std::string model;
  std::string before;  ///< SHA-256 over its rows in order
  std::string after;
  bool same = false;
  FIELDS(model, before, after, same)
};

struct Report {
  std::vector<Rebuilt> models;
  FIELDS(models)
};

std::string fingerprint(const projections::Views& views, const projections::ReadModel& model) {
  std::string rows;
  views.view(model.name().name)->scan("", [&](std::string_view key, std::string_view value) {
    rows += fmt::format("{}:{}{}:{}", key.size(), key, value.size(), value);
    return true;
  });
  return hexadecimal(sha256(rows));
}

core::Result<Rebuilt> rebuild(projections::Views& views, const projections::ReadModel& model) {
  Rebuilt rebuilt{model.name().name, fingerprint(views, model), "", false};
  Progress progress(rebuilt.model);
  auto folded = views.rebuild(model, [&](auto part, auto whole) { progress.show(part, whole); });
  if (!folded) return core::fail(std::move(folded.error()));
  rebuilt.after = fingerprint(views, model);
  rebuilt.same = rebuilt.before == rebuilt.after;
  return rebuilt;
}

core::Result<std::vector<const projections::ReadModel*>> chosen(
    const std::vector<std::string>& names) {
  std::vector<const projections::ReadModel*> models;
  if (names.empty())
    for (const auto& model : projections::read_models()) models.push_back(&model);
  for (const auto& name : names) {
    const auto* model = projections::find_read_model(name);
    if (model == nullptr)
      return core::fail(core::invalid("unknown-model", "model", "Não há o modelo " + name + ".",
                                      "There is no read model " + name + "."));
    models.push_back(model);
  }
  return models;
}

void print(const Report& report, bool as_json) {
  if (as_json) return fmt::print("{}\n", json::write(report));
  for (const auto& model : report.models)
    fmt::print("{:<16} {}  {}\n", model.model, model.after,
               model.same ? "the same bytes as before" : "NOT the bytes of before");
}

}  // namespace

int rebuild(const RebuildOptions& options) {
  const auto models = chosen(options.models);
  if (!models) return complain(models.error(), usage);
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  auto& views = (*app)->views();
  if (auto caught_up = views.catch_up(); !caught_up) return complain(caught_up.error(), failed);
  Report report;
  for (const auto* model : *models) {
    auto rebuilt = rebuild(views, *model);
    if (!rebuilt) return complain(rebuilt.error(), failed);
    report.models.push_back(*std::move(rebuilt));
  }
  print(report, options.json);
  return std::ranges::all_of(report.models, &Rebuilt::same) ? done : failed;
}

}  // namespace server::cli
