#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

#include "domain/core/result.hpp"

namespace server::attachments {

/// SHA-256 of a file, in lower-case hexadecimal. Error: "store-unavailable".
[[nodiscard]] core::Result<std::string> sha256_of_file(const std::filesystem::path& file);

/// What has been attached, each content once, in a file named for its SHA-256.
class Content {
 public:
  explicit Content(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Takes a copy of the file in; on stable storage when it returns. Answers its SHA-256. Error:
  /// "store-unavailable".
  [[nodiscard]] core::Result<std::string> keep(const std::filesystem::path& file);
  /// The whole content. Errors: "attachment-missing" (NotFound) where it is not there or is not
  /// what its name says, "store-unavailable".
  [[nodiscard]] core::Result<std::string> read(const std::string& sha256) const;
  /// Removes what is not among those named and was taken in over a day ago; answers how many.
  std::size_t collect(const std::set<std::string>& named);

 private:
  std::filesystem::path folder_;
  std::atomic<std::uint64_t> drafts_ = 0;
};

}  // namespace server::attachments
