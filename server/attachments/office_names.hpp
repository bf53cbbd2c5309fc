#pragma once

#include <filesystem>

#include "domain/core/result.hpp"

namespace server::attachments {

/// Takes the names of people out of an office document (OpenDocument, Office Open XML), where they
/// stand beside what is shown: who wrote a comment or a change, and the folder of somebody's own
/// that it was saved in. The rest stays as it is.
/// Error: "file-unreadable" where it is no archive of XML, or one of more than 64 MiB in a part.
[[nodiscard]] core::Result<void> blank_names(const std::filesystem::path& document);

/// "file-unreadable".
[[nodiscard]] core::Error file_unreadable();

}  // namespace server::attachments
