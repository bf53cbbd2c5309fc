#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace testing_support {

/// Every file under `folder` in which `bytes` stand in a row. Everything that a store keeps lies
/// uncompressed, so that what is not found is not there.
[[nodiscard]] inline std::vector<std::filesystem::path> files_holding(
    const std::filesystem::path& folder, std::string_view bytes) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    if (content.find(bytes) != std::string::npos) files.push_back(entry.path());
  }
  return files;
}

}  // namespace testing_support
