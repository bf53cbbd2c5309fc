#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/event_store.hpp"

namespace eventstore::testing {

[[nodiscard]] inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// The files of a store with this ending (".sst", ".log", "") that hold `bytes` as they stand.
[[nodiscard]] inline std::vector<std::filesystem::path> files_with(
    const std::filesystem::path& folder, std::string_view ending, std::string_view bytes) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == ending &&
        bytes_of(entry.path()).find(bytes) != std::string::npos)
      files.push_back(entry.path());
  return files;
}

/// Changes one bit of the byte at `offset`.
inline void flip_byte(const std::filesystem::path& file, std::size_t offset) {
  auto bytes = bytes_of(file);
  bytes.at(offset) = static_cast<char>(bytes.at(offset) ^ 0x01);
  write_bytes(file, bytes);
}

/// Changes one bit of the first of `bytes` where they lie in the file.
inline void flip_byte_of(const std::filesystem::path& file, std::string_view bytes) {
  flip_byte(file, bytes_of(file).find(bytes));
}

/// Rewrites what a closed store keeps for an event, one byte changed, in good order for the engine
/// so that only the store's own checks can notice.
void rewrite_event(const std::filesystem::path& folder, Position position, std::size_t offset);

/// Puts an entry into a closed store's index of the erased, or takes one out.
void put_erasure(const std::filesystem::path& folder, const std::string& person, Position position);
void take_erasure(const std::filesystem::path& folder, const std::string& person);

}  // namespace eventstore::testing
