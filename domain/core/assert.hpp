#pragma once

#include <source_location>
#include <string_view>

namespace core {

/// Ends the program with the place and the broken promise. For our own bugs only; stays on in
/// release. What a user can cause is a `Result`.
void ensure(bool promise, std::string_view message,
            std::source_location where = std::source_location::current());

}  // namespace core
