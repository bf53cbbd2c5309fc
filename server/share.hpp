#pragma once

#include <filesystem>

#include "domain/core/result.hpp"

namespace server {

/// Where the files that come with the program lie: "demonstration", "web-client/site/templates".
[[nodiscard]] std::filesystem::path shared_file(const std::filesystem::path& name);

/// A whole file. Error: "file-unreadable", naming it.
[[nodiscard]] core::Result<std::string> read_file(const std::filesystem::path& path);

}  // namespace server
