#include "eventstore/merkle_proof.hpp"

#include <bit>
#include <optional>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/hash.hpp"

namespace eventstore::merkle {
namespace {

/// Where RFC 6962 splits a tree: the largest power of two below its size.
std::uint64_t split(std::uint64_t size) {
  return std::bit_floor(size - 1);
}

/// Collects the hashes of a proof from the leaf upwards; remembers the first error.
class Path {
 public:
  explicit Path(const Nodes& nodes) : nodes_(nodes) {}

  void add(std::uint64_t first, std::uint64_t last) {
    auto root = root_of_range(first, last, nodes_);
    if (root)
      proof_.push_back(*root);
    else if (!error_)
      error_ = std::move(root.error());
  }

  [[nodiscard]] core::Result<Proof> take() {
    if (error_) return core::fail(*std::move(error_));
    return std::move(proof_);
  }

 private:
  const Nodes& nodes_;
  Proof proof_;
  std::optional<core::Error> error_;
};

/// PATH(index, D[first:last])
void audit(std::uint64_t index, std::uint64_t first, std::uint64_t last, Path& path) {
  if (last - first == 1) return;
  const auto middle = first + split(last - first);
  if (index < middle) {
    audit(index, first, middle, path);
    path.add(middle, last);
  } else {
    audit(index, middle, last, path);
    path.add(first, middle);
  }
}

/// SUBPROOF(earlier, D[first:last], known), with `earlier` counted from the log's beginning.
void trace(std::uint64_t earlier, std::uint64_t first, std::uint64_t last, bool known, Path& path) {
  if (earlier == last) {
    if (!known) path.add(first, last);
    return;
  }
  const auto middle = first + split(last - first);
  if (earlier <= middle) {
    trace(earlier, first, middle, known, path);
    path.add(middle, last);
  } else {
    trace(earlier, middle, last, false, path);
    path.add(first, middle);
  }
}

/// The way from a node to the root; `last` is the rightmost node of the same height.
struct Climb {
  std::uint64_t node;
  std::uint64_t last;

  [[nodiscard]] bool at_the_top() const { return last == 0; }
  [[nodiscard]] bool sibling_is_left() const { return node % 2 == 1 || node == last; }
  void step() {
    node /= 2;
    last /= 2;
  }
  /// A rightmost node without a sibling rises until it has one.
  void up() {
    if (node == last)
      while (node % 2 == 0 && node != 0) step();
    step();
  }
  void skip_complete() {
    while (node % 2 == 1) step();
  }
};

}  // namespace

core::Result<Digest> root_of_range(std::uint64_t first, std::uint64_t last, const Nodes& nodes) {
  const auto size = last - first;
  if (size == 0) return sha256({});
  if (std::has_single_bit(size)) {
    const auto height = static_cast<unsigned>(std::countr_zero(size));
    return nodes(height, first >> height);
  }
  const auto middle = first + split(size);
  const auto left = root_of_range(first, middle, nodes);
  if (!left) return left;
  const auto right = root_of_range(middle, last, nodes);
  if (!right) return right;
  return node_hash(*left, *right);
}

core::Result<Proof> inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes) {
  core::ensure(index < size, "a proof is asked for a leaf of the tree");
  Path path(nodes);
  audit(index, 0, size, path);
  return path.take();
}

core::Result<Proof> consistency_proof(std::uint64_t earlier, std::uint64_t size,
                                      const Nodes& nodes) {
  core::ensure(earlier <= size, "a tree goes on from a smaller one");
  Path path(nodes);
  if (earlier > 0) trace(earlier, 0, size, true, path);
  return path.take();
}

/// RFC 9162, section 2.1.3.2.
bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::span<const Digest> proof,
                      const TreeHead& head) {
  if (index >= head.size) return false;
  Climb climb{index, head.size - 1};
  auto root = leaf;
  for (const auto& sibling : proof) {
    if (climb.at_the_top()) return false;
    root = climb.sibling_is_left() ? node_hash(sibling, root) : node_hash(root, sibling);
    climb.up();
  }
  return climb.at_the_top() && root == head.root;
}

/// RFC 9162, section 2.1.4.2: both roots are rebuilt from the same path.
bool verify_consistency(const TreeHead& earlier, const TreeHead& later,
                        std::span<const Digest> proof) {
  if (earlier.size > later.size) return false;
  if (earlier.size == later.size) return proof.empty() && earlier.root == later.root;
  if (earlier.size == 0) return proof.empty() && earlier.root == sha256({});
  Climb climb{earlier.size - 1, later.size - 1};
  climb.skip_complete();
  auto old_root = earlier.root;
  if (climb.node != 0) {
    if (proof.empty()) return false;
    old_root = proof.front();
    proof = proof.subspan(1);
  }
  auto new_root = old_root;
  for (const auto& sibling : proof) {
    if (climb.at_the_top()) return false;
    if (climb.sibling_is_left()) {
      old_root = node_hash(sibling, old_root);
      new_root = node_hash(sibling, new_root);
    } else {
      new_root = node_hash(new_root, sibling);
    }
    climb.up();
  }
  return climb.at_the_top() && old_root == earlier.root && new_root == later.root;
}

}  // namespace eventstore::merkle
