#pragma once

#include <string>
#include <string_view>

#include "eventstore/event_store.hpp"

namespace eventstore {

/// What the log states of an event, and all that its proof needs: a leaf of the Merkle tree. It
/// says nothing of the content to whom the event is not shown, since its salt cannot be guessed.
///
///     statement  = "eventstore/statement/1" LF position LF type LF commitment LF
///     position   = decimal, from 1
///     commitment = base64(SHA-256(salt || envelope))
[[nodiscard]] std::string statement_of(const StoredEvent& event, std::string_view envelope);

/// The event's place in the Merkle tree, which counts from 0.
[[nodiscard]] inline std::uint64_t leaf_index(Position position) {
  return position - 1;
}

}  // namespace eventstore
