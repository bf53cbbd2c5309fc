#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "domain/core/result.hpp"
#include "eventstore/durable_file.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/merkle.hpp"

namespace eventstore {

/// The last signed checkpoint, in a file of its own outside the database, so that a log that lost
/// its end, or was put back to an earlier state, or says something else than it once did, is
/// noticed. It follows the log without an fsync: after a power loss it may lag behind, but it never
/// runs ahead.
class CheckpointFile {
 public:
  [[nodiscard]] static bool exists(const std::filesystem::path& folder);
  /// Nothing when there is none yet. Error: "checkpoint-unreadable" when the key did not sign it.
  [[nodiscard]] static core::Result<std::optional<merkle::TreeHead>> read(
      const std::filesystem::path& folder, const LogVerifier& verifier);

  /// Leaves the note in a folder where no store is open. Error: "store-unavailable".
  [[nodiscard]] static core::Result<void> put(const std::filesystem::path& folder,
                                              std::string_view note);

  CheckpointFile() = default;
  ~CheckpointFile();
  CheckpointFile(const CheckpointFile&) = delete;
  CheckpointFile& operator=(const CheckpointFile&) = delete;

  /// Error: "store-unavailable".
  [[nodiscard]] core::Result<void> open(const std::filesystem::path& folder);
  /// Error: "store-read-only".
  [[nodiscard]] core::Result<void> keep(std::string_view note);
  /// Keeps the first note over a power loss; later ones may lag behind. Error: "store-unavailable".
  [[nodiscard]] core::Result<void> sync(const std::filesystem::path& folder);

 private:
  FileHandle file_;
};

}  // namespace eventstore
