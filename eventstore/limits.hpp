#pragma once

#include <cstddef>
#include <cstdint>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// Bytes of one event: a result of every municipality and parish takes some 6 MiB.
inline constexpr std::size_t longest_payload = std::size_t{8} << 20;
inline constexpr std::size_t most_events = 4096;                      ///< of one append
inline constexpr std::size_t largest_append = std::size_t{12} << 20;  ///< bytes of one append

/// Bytes free on the disk; with less, no append is taken, before one fails for want of room.
inline constexpr std::uint64_t least_free_space = std::uint64_t{256} << 20;

/// Bytes of the payload and the personal values.
[[nodiscard]] std::size_t size_of(const NewEvent& event);
/// The same of all events, and of the answer.
[[nodiscard]] std::size_t size_of(const Append& append);

/// Errors: "event-too-large", "append-too-large". Names that are no identifiers, and short texts
/// over 255 bytes, are bugs.
[[nodiscard]] core::Result<void> check_limits(const Append& append);

}  // namespace eventstore
