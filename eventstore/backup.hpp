#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/merkle.hpp"
#include "eventstore/verify.hpp"

namespace eventstore {

/// A store's folder in another place.
struct Backup {
  std::filesystem::path folder;
  merkle::TreeHead tree;     ///< hashed from its events
  std::uint64_t copied = 0;  ///< bytes
  std::uint64_t shared = 0;  ///< bytes that the backup before it holds too, kept once
};

/// Folders that belong to a store and are no part of its history. Each is kept once for all the
/// backups of a place, under its own name beside them, over what was there: what is gone from the
/// folder is gone from the backups too.
using Companions = std::vector<std::filesystem::path>;

/// Adds a backup to the folder `to`: 000001, 000002, … Each is a whole store's folder, which
/// `verify` and `restore` take as it is; a table file that is the same as in the one before it is
/// a second link to it. The rows of read models are left out: they can be folded again, and hold
/// in the clear what the log may have sealed. It is built hidden, read through as by `verify`, its
/// checkpoint signed over all that it holds, and only then given its name. `store` is closed, or a
/// snapshot. Errors: the fault found ("store-damaged" and the like), "store-in-use",
/// "place-in-use", "place-unavailable".
[[nodiscard]] core::Result<Backup> back_up(const std::filesystem::path& store,
                                           const std::filesystem::path& to,
                                           const Companions& companions = {},
                                           const Progress& progress = {});

/// Makes `place`, where nothing or an empty folder may be, the store that was backed up: the newest
/// in `from`, or the very backup that `from` is. Built beside it, verified, then renamed; of the
/// companions the names count. Errors:
/// "no-backup", "place-not-empty", those of `back_up`.
[[nodiscard]] core::Result<Backup> restore(const std::filesystem::path& from,
                                           const std::filesystem::path& place,
                                           const Companions& companions = {},
                                           const Progress& progress = {});

}  // namespace eventstore
