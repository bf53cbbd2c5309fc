#include "eventstore/merkle.hpp"

#include <optional>

#include "eventstore/hash.hpp"

namespace eventstore::merkle {
namespace {

bool has_bit(std::uint64_t size, unsigned height) {
  return (size >> height & 1U) != 0;
}

}  // namespace

Digest leaf_hash(std::string_view leaf) {
  return sha256({std::string_view("\0", 1), leaf});
}

Digest node_hash(const Digest& left, const Digest& right) {
  return sha256({"\1", view_of(left), view_of(right)});
}

core::Result<Frontier> Frontier::load(std::uint64_t size, const Nodes& nodes) {
  Frontier frontier;
  frontier.size_ = size;
  std::uint64_t first = 0;
  for (unsigned height = 64; height-- > 0;) {
    if (!has_bit(size, height)) continue;
    const auto peak = nodes(height, first >> height);
    if (!peak) return core::fail(peak.error());
    frontier.peaks_[height] = *peak;
    first += std::uint64_t{1} << height;
  }
  return frontier;
}

void Frontier::append(const Digest& leaf, std::vector<Node>& kept) {
  kept.push_back({0, size_, leaf});
  auto hash = leaf;
  unsigned height = 0;
  for (; has_bit(size_, height); ++height) {
    hash = node_hash(peaks_[height], hash);
    kept.push_back({height + 1, size_ >> (height + 1), hash});
  }
  peaks_[height] = hash;
  ++size_;
}

Digest Frontier::root() const {
  std::optional<Digest> root;
  for (unsigned height = 0; height < peaks_.size(); ++height)
    if (has_bit(size_, height)) root = root ? node_hash(peaks_[height], *root) : peaks_[height];
  return root ? *root : sha256({});
}

}  // namespace eventstore::merkle
