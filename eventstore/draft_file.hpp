#pragma once

#include <filesystem>
#include <fstream>

#include "domain/core/result.hpp"

namespace eventstore {

/// A file that is written beside its place, hidden, and takes it whole or not at all, over what is
/// there; mode 0600.
class DraftFile {
 public:
  explicit DraftFile(const std::filesystem::path& place);
  /// Removes the draft unless it has taken its place.
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }
  /// On stable storage, then renamed. Error: "place-unavailable", also when a write failed before.
  [[nodiscard]] core::Result<void> take_place();

 private:
  std::filesystem::path place_;
  std::filesystem::path path_;
  std::ofstream stream_;
};

}  // namespace eventstore
