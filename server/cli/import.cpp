#include "eventstore/import.hpp"

#include <fmt/format.h>

#include <fstream>

#include "eventstore/transfer_errors.hpp"
#include "json/json.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/progress.hpp"
#include "server/cli/transfer.hpp"

namespace server::cli {
namespace {

struct Report {
  std::string folder;
  std::uint64_t position = 0;
  std::uint64_t commands = 0;
  std::string root;
  std::string signed_by;
  std::string goes_on_under;
  FIELDS(folder, position, commands, root, signed_by, goes_on_under)
};

void print(const Report& report, bool key_given) {
  fmt::print("{}: {} events and {} commands, verified, root {}\n", report.folder, report.position,
             report.commands, report.root);
  fmt::print("Signed by {}: the key {}.\n", report.signed_by,
             key_given ? "that was given" : "that the export names itself");
  if (report.goes_on_under == report.signed_by)
    fmt::print("The log goes on under it.\n");
  else
    fmt::print("The log goes on under a new key: {}\n", report.goes_on_under);
}

}  // namespace

int import_log(const ImportOptions& options) {
  std::ifstream file(options.from, std::ios::binary);
  std::error_code error;
  const auto size = std::filesystem::file_size(options.from, error);
  if (!file || error) return complain(eventstore::place_unavailable(options.from, error.message()));
  Progress progress("importing");
  const auto imported =
      eventstore::import_store(file, options.data, options.key, options.person_keys, log_origin,
                               [&](auto taken) { progress.show(taken, size); });
  if (!imported) return complain(imported.error());
  const Report report{options.data.string(),  imported->log.tree.size,
                      imported->log.commands, root_of(imported->log.tree),
                      imported->signed_by,    imported->goes_on_under};
  if (options.json)
    fmt::print("{}\n", json::write(report));
  else
    print(report, options.key.has_value());
  return done;
}

}  // namespace server::cli
