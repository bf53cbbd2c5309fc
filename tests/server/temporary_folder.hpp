#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "domain/core/assert.hpp"

namespace server_tests {

/// A new folder, gone with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "autarquia-XXXXXX").string();
    core::ensure(mkdtemp(pattern.data()) != nullptr, "a test can make a folder");
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code gone;
    std::filesystem::remove_all(path_, gone);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace server_tests
