#pragma once

#include <cstddef>
#include <functional>

namespace server {

/// A `core::ForEach` that all cores share in. It returns when all calls are done. For work of some
/// ten microseconds each: fewer than 64 of them keep one core busy alone.
void for_each_in_parallel(std::size_t count, const std::function<void(std::size_t)>& call);

}  // namespace server
