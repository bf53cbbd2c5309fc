#include "eventstore/verify.hpp"

#include <fmt/format.h>

#include "json/json.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"

namespace server::cli {
namespace {

struct Report {
  bool sound = false;
  std::uint64_t checked = 0;
  std::optional<std::uint64_t> fault_position;
  std::optional<std::string> fault;
  FIELDS(sound, checked, fault_position, fault)
};

Report report_of(const eventstore::Verification& verification) {
  Report report{verification.sound(), verification.checked, std::nullopt, std::nullopt};
  if (verification.fault) {
    report.fault_position = verification.fault->position;
    report.fault = verification.fault->error.en;
  }
  return report;
}

void print(const Report& report) {
  fmt::print("{} events are sound.\n", report.checked);
  if (report.sound) return;
  const auto place = *report.fault_position == 0
                         ? std::string("somewhere in the log")
                         : fmt::format("at position {}", *report.fault_position);
  fmt::print("First fault, {}: {}\n", place, *report.fault);
}

}  // namespace

int verify(const VerifyOptions& options) {
  Progress progress("verifying");
  const auto verification =
      eventstore::verify(options.data, [&](auto part, auto whole) { progress.show(part, whole); });
  if (!verification) return complain(verification.error(), unavailable);
  const auto report = report_of(*verification);
  if (options.json)
    fmt::print("{}\n", json::write(report));
  else
    print(report);
  return report.sound ? done : failed;
}

}  // namespace server::cli
