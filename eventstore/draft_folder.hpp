#pragma once

#include <filesystem>
#include <memory>

#include "domain/core/result.hpp"
#include "eventstore/durable_file.hpp"

namespace eventstore {

/// A folder that is built beside its place, hidden, and takes it whole or not at all. Ended at any
/// instant, nothing stands in the place; what then lies beside it goes when the next one begins.
class DraftFolder {
 public:
  /// Mode 0700. Errors: "place-in-use" when another process builds for the same place,
  /// "place-unavailable".
  [[nodiscard]] static core::Result<std::unique_ptr<DraftFolder>> beside(
      const std::filesystem::path& place);
  /// Removes the draft unless it has taken its place.
  ~DraftFolder();
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// On stable storage, then renamed to its place, where at most an empty folder may be.
  /// Errors: "place-not-empty", "place-unavailable".
  [[nodiscard]] core::Result<void> take_place();
  /// The same, in place of what is there, which goes.
  [[nodiscard]] core::Result<void> replace();

 private:
  DraftFolder(std::filesystem::path place, std::filesystem::path path, FileHandle lock);
  [[nodiscard]] core::Result<void> move(unsigned flags);

  std::filesystem::path place_;
  std::filesystem::path path_;
  FileHandle lock_;
  bool settled_ = false;
};

/// Nothing, or an empty folder. Error: "place-not-empty".
[[nodiscard]] core::Result<void> ensure_free(const std::filesystem::path& place);

}  // namespace eventstore
