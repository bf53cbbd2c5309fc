#pragma once

#include <string>
#include <vector>

#include "domain/core/result.hpp"

namespace server::attachments {

/// Runs a program that takes out of files what names people. Errors: "file-unreadable" (Invalid)
/// where it cannot; "anonymous-copy-unavailable" (Unavailable) where it is not installed.
[[nodiscard]] core::Result<void> run_clearer(const std::vector<std::string>& command);

/// "file-unreadable".
[[nodiscard]] core::Error file_unreadable();

}  // namespace server::attachments
