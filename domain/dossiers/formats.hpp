#pragma once

#include <optional>
#include <string_view>

#include "domain/core/reason.hpp"

namespace dossiers {

/// Why no reader could open this as a page, or nothing. It is what browsers show in their bar: http
/// or https in either case, a host with a name (no bare number, no user), and any letters, encoded
/// or not; at most 2000 characters.
[[nodiscard]] std::optional<core::Reason> web_address_fault(std::string_view text);

}  // namespace dossiers
