#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

/// The Merkle tree over the log, hashed as in RFC 6962, section 2.1. Of its nodes those are kept
/// that no further leaf changes: the roots of complete subtrees. C2SP's tlog-tiles publishes those
/// of 256^level leaves.
namespace eventstore::merkle {

/// What a level of tiles adds to the height of a node, and how many hashes a tile holds.
inline constexpr unsigned height_of_tile = 8;
inline constexpr std::uint64_t tile_width = std::uint64_t{1} << height_of_tile;

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

/// The root of leaves `index * 2^height` up to the next such subtree.
struct Node {
  unsigned height = 0;
  std::uint64_t index = 0;
  Digest hash{};
};

/// The hash of a node that is kept. Error: "store-damaged".
using Nodes = std::function<core::Result<Digest>(unsigned height, std::uint64_t index)>;

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
