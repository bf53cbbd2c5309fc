#include <fmt/format.h>

#include <algorithm>

#include "json/json.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"

namespace server::cli {
namespace {

using projections::Comparison;
using projections::DifferenceKind;

struct Rebuilt {
  std::string model;
  bool same = false;
  Comparison comparison;
  FIELDS(model, same, comparison)
};

struct Report {
  std::vector<Rebuilt> models;
  bool switched = false;
  FIELDS(models, switched)

  [[nodiscard]] bool same() const { return std::ranges::all_of(models, &Rebuilt::same); }
};

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

core::Result<Rebuilt> rebuild(projections::Views& views, const projections::ReadModel& model,
                              bool diff) {
  const auto& name = model.name().name;
  Progress progress(name);
  const auto show = [&](auto part, auto whole) { progress.show(part, whole); };
  auto compared = diff ? views.compare_with_shadow(model, show) : views.rebuild(model, show);
  if (!compared) return core::fail(std::move(compared.error()));
  return Rebuilt{name, compared->same(), *std::move(compared)};
}

/// What is only compared is left as it is found: not even caught up, which would take new rows.
core::Result<Report> rebuild(projections::Views& views,
                             const std::vector<const projections::ReadModel*>& models, bool diff) {
  Report report{{}, !diff};
  if (auto ready = diff ? core::Result<void>() : views.catch_up(); !ready)
    return core::fail(std::move(ready.error()));
  for (const auto* model : models) {
    auto rebuilt = rebuild(views, *model, diff);
    if (!rebuilt) return core::fail(std::move(rebuilt.error()));
    report.models.push_back(*std::move(rebuilt));
  }
  return report;
}

char sign_of(DifferenceKind kind) {
  switch (kind) {
    case DifferenceKind::Added:
      return '+';
    case DifferenceKind::Removed:
      return '-';
    case DifferenceKind::Changed:
      return '~';
  }
  return '?';
}

/// A key as one line of a terminal: what is no visible character of ASCII is shown by its code.
std::string shown(std::string_view key) {
  std::string text;
  for (const char byte : key)
    text += byte > ' ' && byte <= '~' ? std::string(1, byte)
                                      : fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  return text;
}

void print(const Rebuilt& rebuilt) {
  const auto& found = rebuilt.comparison;
  fmt::print("{:<16} {} rows at position {}: ", rebuilt.model, found.rows, found.position);
  if (rebuilt.same) return fmt::print("the same bytes as before\n");
  fmt::print("NOT the bytes of before: {} added, {} removed, {} changed\n", found.added,
             found.removed, found.changed);
  for (const auto& row : found.first) fmt::print("  {} {}\n", sign_of(row.kind), shown(row.key));
  if (const auto more = found.differing() - found.first.size(); more > 0)
    fmt::print("  and {} more\n", more);
}

}  // namespace

int rebuild(const RebuildOptions& options) {
  const auto models = chosen(options.models);
  if (!models) return complain(models.error(), usage);
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  const auto report = rebuild((*app)->views(), *models, options.diff);
  if (!report) return complain(report.error(), failed);
  if (options.json)
    fmt::print("{}\n", json::write(*report));
  else
    for (const auto& rebuilt : report->models) print(rebuilt);
  return report->same() ? done : failed;
}

}  // namespace server::cli
