#include "eventstore/verify.hpp"

#include <fmt/format.h>

#include "eventstore/inspection.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "json/json.hpp"
#include "projections/verify_models.hpp"
#include "server/cli/at_rest.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"

namespace server::cli {
namespace {

struct Report {
  bool sound = false;
  std::uint64_t checked = 0;
  std::uint64_t models = 0;
  std::optional<std::uint64_t> fault_position;
  std::optional<std::string> fault_model;
  std::optional<std::string> fault;
  FIELDS(sound, checked, models, fault_position, fault_model, fault)
};

core::Result<Report> check_log(const std::filesystem::path& store) {
  Progress progress("verifying the log");
  const auto log =
      eventstore::verify(store, [&](auto part, auto whole) { progress.show(part, whole); });
  if (!log) return core::fail(log.error());
  Report report;
  report.sound = log->sound();
  report.checked = log->checked;
  if (log->fault) {
    report.fault_position = log->fault->position;
    report.fault = log->fault->error.en;
  }
  return report;
}

/// Of a log that is sound.
core::Result<Report> check_models(const std::filesystem::path& data,
                                  const std::filesystem::path& store, Report report) {
  Progress progress("verifying the read models");
  const auto inspection = eventstore::Inspection::open(store, eventstore::person_keys_in(data));
  if (!inspection) return core::fail(inspection.error());
  auto& log = (*inspection)->store();
  const auto models = projections::verify_models(
      log, log, [&](auto part, auto whole) { progress.show(part, whole); });
  if (!models) return core::fail(models.error());
  report.models = models->models;
  if (models->fault) {
    report.sound = false;
    report.fault_position = models->fault->comparison.position;
    report.fault_model = models->fault->model;
    report.fault = projections::error_of(*models->fault).en;
  }
  return report;
}

core::Result<Report> check(const std::filesystem::path& data, const std::filesystem::path& store) {
  auto report = check_log(store);
  if (!report || !report->sound || report->checked == 0) return report;
  return check_models(data, store, *std::move(report));
}

void print(const Report& report) {
  fmt::print("{} events are sound.\n", report.checked);
  if (report.sound)
    return fmt::print("{} read models are what the events make of them.\n", report.models);
  const auto place = *report.fault_position == 0
                         ? std::string("somewhere in the log")
                         : fmt::format("at position {}", *report.fault_position);
  fmt::print("First fault, {}: {}\n", place, *report.fault);
}

}  // namespace

int verify(const VerifyOptions& options) {
  const auto report = over_store_at_rest(
      options.data, [&](const auto& store) { return check(options.data, store); });
  if (!report) return complain(report.error(), unavailable);
  if (options.json)
    fmt::print("{}\n", json::write(*report));
  else
    print(*report);
  return report->sound ? done : failed;
}

}  // namespace server::cli
