#include <fmt/format.h>

#include "eventstore/backup.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "json/json.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/cli/transfer.hpp"

namespace server::cli {
namespace {

struct Report {
  std::string folder;
  std::uint64_t position = 0;
  std::string root;
  FIELDS(folder, position, root)
};

}  // namespace

int restore(const RestoreOptions& options) {
  Progress progress("restoring");
  const auto restored =
      eventstore::restore(options.from, options.data, companions_of({}),
                          [&](auto part, auto whole) { progress.show(part, whole); });
  if (!restored) return complain(restored.error());
  const Report report{restored->folder.string(), restored->tree.size, root_of(restored->tree)};
  if (options.json)
    fmt::print("{}\n", json::write(report));
  else
    fmt::print("{}: {} events, verified, root {}\n", report.folder, report.position, report.root);
  return done;
}

}  // namespace server::cli
