#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"

namespace eventstore {

/// A whole small file; nothing when there is none. Error: "store-unavailable", also when it is
/// larger than `most` bytes.
[[nodiscard]] core::Result<std::optional<std::string>> read_small_file(
    const std::filesystem::path& file, std::size_t most);

/// The file holds `bytes` or, after a crash at any instant, what it held before. On stable storage
/// when it returns; mode 0600. Error: "store-unavailable".
[[nodiscard]] core::Result<void> replace_file(const std::filesystem::path& file,
                                              std::string_view bytes);

/// Overwrites what the file holds, on stable storage, and removes it; the name is gone for good
/// after `sync_folder`. A disk or file system that writes elsewhere than it is told may keep the
/// old bytes. Error: "store-unavailable".
[[nodiscard]] core::Result<void> destroy_file(const std::filesystem::path& file);

/// Makes the names in a folder last through a power loss. Error: "store-unavailable".
[[nodiscard]] core::Result<void> sync_folder(const std::filesystem::path& folder);

/// A file descriptor that closes itself.
class FileHandle {
 public:
  explicit FileHandle(int number = -1) : number_(number) {}
  ~FileHandle();
  FileHandle(FileHandle&& other) noexcept;
  FileHandle& operator=(FileHandle&& other) noexcept;
  FileHandle(const FileHandle&) = delete;
  FileHandle& operator=(const FileHandle&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

}  // namespace eventstore
