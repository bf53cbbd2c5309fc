#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "domain/core/result.hpp"
#include "eventstore/verify.hpp"

namespace eventstore {

struct Copied {
  std::uint64_t copied = 0;  ///< bytes
  std::uint64_t shared = 0;
};

/// Bytes of the files that `copy_store_files` takes.
[[nodiscard]] std::uint64_t size_of_store(const std::filesystem::path& store);

/// Copies a closed store's database, checkpoint and key into the empty folder `to`. A table file
/// that `before`, another copy, holds byte for byte is linked from there where the disk can.
/// Error: "place-unavailable".
[[nodiscard]] core::Result<Copied> copy_store_files(
    const std::filesystem::path& store, const std::filesystem::path& to,
    const std::optional<std::filesystem::path>& before, const Progress& progress);

/// Removes what the engine leaves in a copy that was looked into: its journal and its lock.
void tidy_up(const std::filesystem::path& store);

/// Puts a copy of the folder `from`, which holds files only, in place of `to`; nothing where there
/// is no `from`. It is copied as it stood at one instant, also while others write to it. Errors:
/// "place-in-use", "place-unavailable".
[[nodiscard]] core::Result<void> replace_folder(const std::filesystem::path& from,
                                                const std::filesystem::path& to);

}  // namespace eventstore
