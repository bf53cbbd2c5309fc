#pragma once

#include <filesystem>
#include <string_view>

#include "domain/core/result.hpp"

namespace server::attachments {

/// ".jpg", ".png", ".gif" or ".tif" for a picture, by its first bytes; empty for all else.
[[nodiscard]] std::string_view ending_of_picture(std::string_view bytes);

/// Takes out of the pictures in a folder, named as `ending_of_picture` says, what says who made
/// them, when, where and with what (by ExifTool). How they are turned and their colours stay.
/// Errors: "file-unreadable" (Invalid) where one is damaged; "anonymous-copy-unavailable"
/// (Unavailable) where ExifTool is not installed.
[[nodiscard]] core::Result<void> clear_pictures(const std::filesystem::path& folder);

}  // namespace server::attachments
