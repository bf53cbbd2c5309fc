#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "domain/core/result.hpp"
#include "eventstore/export_log.hpp"

namespace eventstore {

struct Imported {
  Exported log;
  std::string signed_by;      ///< the public key whose signature was checked
  std::string goes_on_under;  ///< the key that signs from now on
};

/// Makes a store in `place`, where nothing or an empty folder may be, of what `export_log` wrote:
/// built beside it, verified whole, then renamed. `key_file` holds the log's public key, to which
/// the export is held, or its secret one, under which the log then also goes on; without it the
/// export is held to the key that it names. A log without its secret key goes on under a new one,
/// named as in `open_rocksdb_store`. `person_keys` is the folder of keys that lies beside the log
/// it came from; a log that holds persons' words is not taken without. Errors: "export-invalid",
/// "log-key-invalid", "person-keys-missing",
/// "place-not-empty", "place-in-use", "place-unavailable", those of the store.
[[nodiscard]] core::Result<Imported> import_store(
    std::istream& in, const std::filesystem::path& place,
    const std::optional<std::filesystem::path>& key_file,
    const std::optional<std::filesystem::path>& person_keys, std::string_view origin,
    const ExportProgress& progress = {});

}  // namespace eventstore
