#include "eventstore/backup.hpp"

#include <fmt/format.h>

#include "eventstore/rocksdb_prune.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "json/json.hpp"
#include "server/cli/at_rest.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/cli/transfer.hpp"

namespace server::cli {
namespace {

struct Report {
  std::string folder;
  std::uint64_t position = 0;
  std::string root;
  std::uint64_t copied_bytes = 0;
  std::uint64_t shared_bytes = 0;
  FIELDS(folder, position, root, copied_bytes, shared_bytes)
};

void print(const Report& report) {
  fmt::print("{}: {} events, verified, root {}\n", report.folder, report.position, report.root);
  fmt::print("{} bytes copied, {} shared with the backup before\n", report.copied_bytes,
             report.shared_bytes);
}

/// A snapshot is ours alone: what a backup leaves out need not be copied first.
core::Result<eventstore::Backup> back_up(const BackupOptions& options,
                                         const std::filesystem::path& store, Progress& progress) {
  if (store != options.data)
    if (auto left_out = eventstore::forget_rows(store); !left_out)
      return core::fail(left_out.error());
  return eventstore::back_up(store, options.to, companions_of(options.data),
                             [&](auto part, auto whole) { progress.show(part, whole); });
}

}  // namespace

int backup(const BackupOptions& options) {
  Progress progress("backing up");
  const auto backed_up = over_store_at_rest(
      options.data, [&](const auto& store) { return back_up(options, store, progress); });
  if (!backed_up) return complain(backed_up.error());
  const Report report{backed_up->folder.string(), backed_up->tree.size, root_of(backed_up->tree),
                      backed_up->copied, backed_up->shared};
  if (options.json)
    fmt::print("{}\n", json::write(report));
  else
    print(report);
  return done;
}

}  // namespace server::cli
