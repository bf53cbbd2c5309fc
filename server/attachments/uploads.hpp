#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"

namespace server::attachments {

/// A file on its way in: what was promised of it. How much of it has arrived is its file's size.
struct Upload {
  core::AttachmentId id;
  core::AccountId account;  ///< that began it; nobody else can go on with it
  core::DossierId dossier;
  std::int64_t bytes = 0;
  FIELDS(id, account, dossier, bytes)
};

/// Files that arrive piece by piece, each under the id of the attachment that it is to be. What has
/// arrived is on stable storage, so that after a broken connection or a crash the client goes on
/// where `arrived` says. Safe from any thread.
class Uploads {
 public:
  explicit Uploads(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Errors: "upload-exists" (Conflict), "store-unavailable".
  [[nodiscard]] core::Result<void> begin(const Upload& upload);
  /// Nothing where there is none of this id.
  [[nodiscard]] core::Result<std::optional<Upload>> find(const core::AttachmentId& id) const;
  /// The uploads to a dossier that have begun and not ended.
  struct UnderWay {
    std::size_t count = 0;
    std::int64_t bytes = 0;  ///< promised of them all
  };
  [[nodiscard]] UnderWay under_way(const core::DossierId& dossier) const;
  /// In bytes.
  [[nodiscard]] std::int64_t arrived(const core::AttachmentId& id) const;
  /// Answers how much has arrived now. Errors: "upload-offset" (Conflict) unless `offset` is what
  /// had arrived before, "file-too-large" beyond what was promised, "store-unavailable".
  [[nodiscard]] core::Result<std::int64_t> append(const Upload& upload, std::int64_t offset,
                                                  std::string_view bytes);
  [[nodiscard]] std::filesystem::path file(const core::AttachmentId& id) const;
  void remove(const core::AttachmentId& id);
  /// Removes those to which nothing was added for a day, and copies that a crash left half made.
  void remove_abandoned();

 private:
  [[nodiscard]] std::filesystem::path note(const core::AttachmentId& id) const;

  std::filesystem::path folder_;
};

}  // namespace server::attachments
