#pragma once

#include <string_view>
#include <vector>

#include "domain/core/aggregate.hpp"

/// The one place that knows all aggregates, and through them all events and commands.
namespace contexts {

[[nodiscard]] const std::vector<const core::AggregateType*>& aggregates();
[[nodiscard]] const std::vector<const core::RecordType*>& events();
[[nodiscard]] const std::vector<core::CommandType>& commands();

/// Nothing where there is none of that category or name.
[[nodiscard]] const core::AggregateType* find_aggregate(std::string_view category);
[[nodiscard]] const core::CommandType* find_command(std::string_view name);

}  // namespace contexts
