#pragma once

#include <filesystem>
#include <string>

#include "domain/core/result.hpp"

namespace server::attachments {

/// Writes a copy of a file without what says who made it, when, where and with what: the properties
/// of a PDF (by mat2), a photograph's place (`clear_pictures`), and in an office document also the
/// names beside comments and changes (`clear_office_document`). What is shown of the file stays.
/// `media_type` is one of `taken_types`; plain text and CSV have no such properties and are copied
/// as they are. Errors: "file-unreadable" (Invalid) where the file is damaged or encrypted;
/// "anonymous-copy-unavailable" (Unavailable) where mat2 or ExifTool is not installed.
[[nodiscard]] core::Result<void> write_anonymous_copy(const std::filesystem::path& file,
                                                      const std::string& media_type,
                                                      const std::filesystem::path& copy);

}  // namespace server::attachments
