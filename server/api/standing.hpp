#pragma once

#include <optional>
#include <string>

#include "domain/core/record.hpp"
#include "domain/core/result.hpp"

namespace server {

class Application;

/// What stands in the place of the record that the command would have changed, who made it so and
/// when, as JSON, where it was refused because somebody else was there first; to be merged with.
[[nodiscard]] std::optional<std::string> standing_for(const core::Command& command,
                                                      const core::Error& refusal, Application& app);

}  // namespace server
