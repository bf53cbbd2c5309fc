#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"
#include "eventstore/merkle_proof.hpp"
#include "tests/fuzz/support/fuzz.hpp"

namespace {

using eventstore::Digest;
using eventstore::merkle::Proof;
using eventstore::merkle::TreeHead;

constexpr std::uint64_t most_leaves = 64;

/// The tree whose leaves are 0, 1, 2, …
Digest leaf(std::uint64_t index) {
  return eventstore::merkle::leaf_hash(std::to_string(index));
}

core::Result<Digest> node(unsigned height, std::uint64_t index) {
  if (height == 0) return leaf(index);
  return eventstore::merkle::node_hash(*node(height - 1, 2 * index),
                                       *node(height - 1, 2 * index + 1));
}

TreeHead tree_of(std::uint64_t size) {
  return {size, *eventstore::merkle::root_of_range(0, size, node)};
}

/// Steps of a proof: each one of the tree's own hashes, or whatever comes.
Proof forged(eventstore::ByteReader& reader, const Proof& honest) {
  Proof proof;
  for (auto step = reader.number<std::uint8_t>(); !reader.failed();
       step = reader.number<std::uint8_t>()) {
    Digest hash{};
    if (step < honest.size()) {
      hash = honest[step];
    } else {
      reader.raw(hash);
    }
    proof.push_back(hash);
  }
  return proof;
}

}  // namespace

/// No proof is believed but the one that the tree gives.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  eventstore::ByteReader reader(fuzz::text_of(data, size));
  const auto later = 1 + reader.number<std::uint8_t>() % most_leaves;
  const auto index = reader.number<std::uint8_t>() % later;
  const bool about_a_leaf = reader.number<std::uint8_t>() % 2 == 0;
  namespace merkle = eventstore::merkle;
  const auto honest = about_a_leaf ? *merkle::inclusion_proof(index, later, node)
                                   : *merkle::consistency_proof(index, later, node);
  const auto proof = forged(reader, honest);
  const bool believed = about_a_leaf
                            ? merkle::verify_inclusion(leaf(index), index, proof, tree_of(later))
                            : merkle::verify_consistency(tree_of(index), tree_of(later), proof);
  core::ensure(believed == (proof == honest), "a proof is good if and only if the tree gives it");
  return 0;
}
