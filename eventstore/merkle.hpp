#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

/// The Merkle tree over the log, hashed as in RFC 6962, section 2.1. Of its nodes those are kept
/// that C2SP's tlog-tiles publishes: the roots of complete subtrees of 256^level leaves.
namespace eventstore::merkle {

/// How many hashes a tile holds, and leaves a subtree one level up.
inline constexpr std::uint64_t tile_width = 256;

/// A log's size and what stands for all of it.
struct TreeHead {
  std::uint64_t size = 0;
  Digest root{};
  friend bool operator==(const TreeHead&, const TreeHead&) = default;
};

/// SHA-256(0x00 || leaf)
[[nodiscard]] Digest leaf_hash(std::string_view leaf);
/// SHA-256(0x01 || left || right)
[[nodiscard]] Digest node_hash(const Digest& left, const Digest& right);

/// The root of leaves `index * 256^level` up to the next such subtree.
struct Node {
  unsigned level = 0;
  std::uint64_t index = 0;
  Digest hash{};
};

/// Hashes of one level from `first` on, `count` of them, all of which exist.
/// Error: "store-damaged".
using Nodes = std::function<core::Result<std::vector<Digest>>(unsigned level, std::uint64_t first,
                                                              std::uint64_t count)>;

/// The right edge of a tree that only grows: the roots of the complete subtrees that it is made
/// of, largest first, one for each bit of its size.
class Frontier {
 public:
  /// Of the tree of `size` leaves whose nodes are kept. Error: that of `nodes`.
  [[nodiscard]] static core::Result<Frontier> load(std::uint64_t size, const Nodes& nodes);

  /// Adds a leaf and tells which nodes are to be kept: the leaf, and each subtree it completes.
  void append(const Digest& leaf, std::vector<Node>& kept);

  [[nodiscard]] std::uint64_t size() const { return size_; }
  /// SHA-256 of nothing for the empty tree.
  [[nodiscard]] Digest root() const;
  [[nodiscard]] TreeHead head() const { return {size_, root()}; }

 private:
  std::uint64_t size_ = 0;
  std::array<Digest, 64> peaks_{};  ///< [height], where size_ has that bit
};

}  // namespace eventstore::merkle
