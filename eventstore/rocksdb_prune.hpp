#pragma once

#include <filesystem>

#include "domain/core/result.hpp"

namespace eventstore {

/// Takes the rows of all read models out of a closed store that nobody else uses, so that no file
/// of its database holds any of them; they are folded again when it is next served. The log's own
/// files stay as they are. Error: "store-damaged".
[[nodiscard]] core::Result<void> forget_rows(const std::filesystem::path& store);

}  // namespace eventstore
