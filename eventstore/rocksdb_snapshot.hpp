#pragma once

#include <filesystem>

#include "domain/core/result.hpp"
#include "eventstore/rocksdb_database.hpp"

namespace eventstore {

/// Makes the folder `to` and in it the database as it stands now, and the log's key, while writes
/// go on. Table files are linked where the disk is the same: it takes a moment whatever their size.
/// Error: "place-unavailable".
[[nodiscard]] core::Result<void> snapshot_of(const Database& database,
                                             const std::filesystem::path& to);

}  // namespace eventstore
