#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "domain/core/dates.hpp"
#include "domain/core/result.hpp"

/// What the commands read from files, and how they tell an instant.
namespace server::cli {

[[nodiscard]] core::Error unreadable(const std::string& field, const std::filesystem::path& file);

/// A whole file that the command line names in `field`. Error: "file-unreadable", also where it is
/// larger than `largest` bytes.
[[nodiscard]] core::Result<std::string> read_input(const std::string& field,
                                                   const std::filesystem::path& file,
                                                   std::size_t largest);

/// "2021-10-01 10:00:00 WEST".
[[nodiscard]] std::string in_lisbon(const core::Instant& instant);

}  // namespace server::cli
