#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/merkle.hpp"

namespace eventstore {

/// Where a log is not what was written, and what is wrong there.
struct Fault {
  Position position = 0;  ///< 0: it cannot be tied to an event
  core::Error error;      ///< "store-damaged"
};

struct Verification {
  Position checked = 0;        ///< events found sound, from the first on
  merkle::TreeHead tree;       ///< over them, hashed from the events themselves
  std::optional<Fault> fault;  ///< the first one met

  [[nodiscard]] bool sound() const { return !fault; }
};

/// Told now and then how much of the work is done.
using Progress = std::function<void(std::uint64_t done, std::uint64_t of)>;

/// Reads the whole log of a closed RocksDB store and changes nothing: checksums, positions without
/// a gap, versions without a gap, every event in its three indexes and every index entry with its
/// event, the Merkle tree node by node, and its root against the last signed checkpoint. Damage is
/// a fault in the answer. Errors: "store-in-use", "store-format-unknown", "store-unavailable".
[[nodiscard]] core::Result<Verification> verify(const std::filesystem::path& folder,
                                                const Progress& progress = {});

}  // namespace eventstore
