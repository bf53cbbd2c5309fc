#include <fmt/format.h>

#include <fstream>

#include "eventstore/draft_file.hpp"
#include "json/json.hpp"
#include "server/cli/at_rest.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/cli/transfer.hpp"

namespace server::cli {
namespace {

struct Report {
  std::string file;
  std::uint64_t position = 0;
  std::uint64_t commands = 0;
  std::string root;
  FIELDS(file, position, commands, root)
};

core::Result<eventstore::Exported> write_export(const ExportOptions& options,
                                                const eventstore::Store& log) {
  Progress progress("exporting");
  eventstore::DraftFile file(options.out);
  auto written =
      log.export_to(file.stream(), [&](auto position) { progress.show(position, log.head()); });
  if (!written) return written;
  if (auto placed = file.take_place(); !placed) return core::fail(placed.error());
  return written;
}

}  // namespace

int export_log(const ExportOptions& options) {
  const auto written =
      over_log_at_rest(options.data, [&](const auto& log) { return write_export(options, log); });
  if (!written) return complain(written.error());
  const Report report{options.out.string(), written->tree.size, written->commands,
                      root_of(written->tree)};
  if (options.json)
    fmt::print("{}\n", json::write(report));
  else
    fmt::print("{}: {} events and {} commands, root {}\n", report.file, report.position,
               report.commands, report.root);
  return done;
}

}  // namespace server::cli
