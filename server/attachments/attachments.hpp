#pragma once

#include "domain/dossiers/attachments.hpp"
#include "server/attachments/content.hpp"
#include "server/attachments/uploads.hpp"

namespace server::attachments {

/// The files of all dossiers, below one data directory: `uploads` holds those on their way in,
/// `attachments` what has been attached.
class Attachments {
 public:
  explicit Attachments(const std::filesystem::path& data)
      : uploads_(data / "uploads"), content_(data / folder_name) {}

  /// Before the first file; without it none is checked for malware, and each says so.
  void check_by_clamd(std::filesystem::path socket) { clamd_ = std::move(socket); }

  [[nodiscard]] Uploads& uploads() { return uploads_; }
  [[nodiscard]] Content& content() { return content_; }

  /// Takes in a file that has arrived whole, with its copy for jurors. The upload stays until it is
  /// removed. Errors: "upload-incomplete" (Conflict), those of `check_for_malware`,
  /// `media_type_of`, `write_anonymous_copy` and of keeping.
  [[nodiscard]] core::Result<dossiers::StoredFile> take_in(const Upload& upload);

  static constexpr auto folder_name = "attachments";

 private:
  Uploads uploads_;
  Content content_;
  std::optional<std::filesystem::path> clamd_;
};

}  // namespace server::attachments
