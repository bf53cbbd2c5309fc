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

core::Result<std::vector<Digest>> leaves(unsigned level, std::uint64_t first, std::uint64_t count) {
  core::ensure(level == 0, "a small tree has one level of tiles");
  std::vector<Digest> hashes;
  for (auto index = first; index < first + count; ++index) hashes.push_back(leaf(index));
  return hashes;
}

TreeHead tree_of(std::uint64_t size) {
  return {size, *eventstore::merkle::root_of_range(0, size, leaves)};
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
  const auto honest = about_a_leaf ? *merkle::inclusion_proof(index, later, leaves)
                                   : *merkle::consistency_proof(index, later, leaves);
  const auto proof = forged(reader, honest);
  const bool believed = about_a_leaf
                            ? merkle::verify_inclusion(leaf(index), index, proof, tree_of(later))
                            : merkle::verify_consistency(tree_of(index), tree_of(later), proof);
  core::ensure(believed == (proof == honest), "a proof is good if and only if the tree gives it");
  return 0;
}
