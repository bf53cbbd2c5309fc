#pragma once

#include <filesystem>
#include <string_view>

#include "domain/core/result.hpp"

/// What backup, restore, export and import may be refused for.
namespace eventstore {

/// "place-not-empty": something is where a store was to be put.
[[nodiscard]] core::Error place_not_empty(const std::filesystem::path& place);
/// "place-in-use": another process is putting a store there.
[[nodiscard]] core::Error place_in_use(const std::filesystem::path& place);
/// "place-unavailable": a file or folder cannot be read or written; `cause` is the system's words.
[[nodiscard]] core::Error place_unavailable(const std::filesystem::path& place,
                                            std::string_view cause);
/// "no-backup": there is none in the folder.
[[nodiscard]] core::Error no_backup(const std::filesystem::path& folder);
/// "person-keys-missing": a log that holds persons' words comes without their keys.
[[nodiscard]] core::Error person_keys_missing();
/// "snapshot-unsupported": the engine keeps no files.
[[nodiscard]] core::Error snapshot_unsupported();
/// "export-invalid": not what `export` writes, or not all of it; `pt` and `en` say where and why.
[[nodiscard]] core::Error export_invalid(std::string_view pt, std::string_view en);

}  // namespace eventstore
