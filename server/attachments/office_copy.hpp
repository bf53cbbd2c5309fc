#pragma once

#include <filesystem>

#include "domain/core/result.hpp"

namespace server::attachments {

/// Takes out of an office document what says who made it, when, where and with what, as it stands
/// on disk: `without_names` in each of its parts, `clear_pictures` for its pictures, the same again
/// for documents in it, and the dates of its parts. Objects of OLE, which hold properties of their
/// own in a form of their own, are emptied: the picture that stands for each is shown all the same.
/// Errors: "file-unreadable" where it is no archive of such parts, or one of more than 64 MiB in a
/// part or 512 MiB in all; those of `clear_pictures`.
[[nodiscard]] core::Result<void> clear_office_document(const std::filesystem::path& document);

}  // namespace server::attachments
