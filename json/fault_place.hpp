#pragma once

#include <string_view>

#include "domain/core/result.hpp"

namespace json {

/// "invalid-json", with the line and column, both from 1, at which a text stops being JSON, where
/// that can be told.
[[nodiscard]] core::Error no_json(std::string_view text);

}  // namespace json
