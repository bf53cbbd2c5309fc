#pragma once

#include <span>
#include <vector>

#include "eventstore/merkle.hpp"

/// Proofs as RFC 6962 defines them (2.1.1 audit paths, 2.1.2 consistency proofs), computed from
/// the kept nodes and verified with nothing but hashes. Leaves count from 0.
namespace eventstore::merkle {

using Proof = std::vector<Digest>;

/// The tree hash of leaves [first, last); `first` is a multiple of the largest power of two within.
[[nodiscard]] core::Result<Digest> root_of_range(std::uint64_t first, std::uint64_t last,
                                                 const Nodes& nodes);

/// That leaf `index` is in the tree of `size` leaves; `index` < `size`.
[[nodiscard]] core::Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size,
                                                  const Nodes& nodes);

/// That the tree of `size` leaves goes on from the one of `earlier`; `earlier` <= `size`. Empty
/// where there is nothing to prove: from 0, or to itself.
[[nodiscard]] core::Result<Proof> consistency_proof(std::uint64_t earlier, std::uint64_t size,
                                                    const Nodes& nodes);

[[nodiscard]] bool verify_inclusion(const Digest& leaf, std::uint64_t index,
                                    std::span<const Digest> proof, const TreeHead& head);

[[nodiscard]] bool verify_consistency(const TreeHead& earlier, const TreeHead& later,
                                      std::span<const Digest> proof);

}  // namespace eventstore::merkle
