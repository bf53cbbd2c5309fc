#include "eventstore/merkle.hpp"

#include <gtest/gtest.h>

#include <map>

#include "eventstore/hash.hpp"
#include "eventstore/merkle_proof.hpp"

namespace eventstore::merkle::testing {
namespace {

Digest from_hex(std::string_view hex) {
  Digest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] =
        static_cast<unsigned char>(std::stoi(std::string(hex.substr(2 * i, 2)), nullptr, 16));
  return digest;
}

/// A tree as the log keeps it: the frontier, and the nodes that it told to keep.
struct Tree {
  Frontier frontier;
  std::map<unsigned, std::vector<Digest>> kept;

  void grow(const Digest& leaf) {
    std::vector<Node> nodes;
    frontier.append(leaf, nodes);
    for (const auto& [height, index, hash] : nodes) {
      ASSERT_EQ(index, kept[height].size()) << "nodes come in order";
      kept[height].push_back(hash);
    }
  }
  [[nodiscard]] Nodes nodes() const {
    return [this](unsigned height, std::uint64_t index) {
      return core::Result<Digest>(kept.at(height).at(index));
    };
  }
  [[nodiscard]] TreeHead head_at(std::uint64_t size) const {
    return {size, root_of_range(0, size, nodes()).value()};
  }
};

Digest numbered_leaf(std::uint64_t number) {
  return leaf_hash("leaf " + std::to_string(number));
}

Tree tree_of(std::uint64_t size) {
  Tree tree;
  for (std::uint64_t i = 0; i < size; ++i) tree.grow(numbered_leaf(i));
  return tree;
}

/// MTH of RFC 6962, section 2.1, word for word.
Digest by_definition(std::span<const Digest> leaves) {
  if (leaves.empty()) return sha256({});
  if (leaves.size() == 1) return leaves[0];
  std::size_t k = 1;
  while (2 * k < leaves.size()) k *= 2;
  return node_hash(by_definition(leaves.first(k)), by_definition(leaves.subspan(k)));
}

/// The eight leaves by which Certificate Transparency's implementations are checked.
Tree certificate_transparency_tree(std::size_t size) {
  const std::vector<std::string> leaves{
      "",
      std::string(1, '\x00'),
      "\x10",
      "\x20\x21",
      "\x30\x31",
      "\x40\x41\x42\x43",
      "\x50\x51\x52\x53\x54\x55\x56\x57",
      "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
  Tree tree;
  for (std::size_t i = 0; i < size; ++i) tree.grow(leaf_hash(leaves.at(i)));
  return tree;
}

constexpr std::string_view a = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
constexpr std::string_view b = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
constexpr std::string_view c = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
constexpr std::string_view d = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
constexpr std::string_view e = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
constexpr std::string_view f = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
constexpr std::string_view g = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";

Proof path(const std::vector<std::string_view>& hashes) {
  Proof proof;
  for (const auto hash : hashes) proof.push_back(from_hex(hash));
  return proof;
}

TEST(Rfc6962, RootsOfTheKnownTree) {
  const std::vector<std::string_view> roots{
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      g,
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  for (std::size_t size = 0; size < roots.size(); ++size) {
    const auto tree = certificate_transparency_tree(size);
    EXPECT_EQ(tree.frontier.root(), from_hex(roots[size])) << size;
    EXPECT_EQ(tree.head_at(size).root, from_hex(roots[size])) << size;
  }
}

TEST(Rfc6962, ProofsOfTheKnownTree) {
  const auto eight = certificate_transparency_tree(8);
  EXPECT_EQ(inclusion_proof(0, 8, eight.nodes()).value(), path({a, b, c}));
  EXPECT_EQ(inclusion_proof(5, 8, eight.nodes()).value(), path({d, f, g}));
  EXPECT_EQ(consistency_proof(1, 8, eight.nodes()).value(), path({a, b, c}));
  EXPECT_EQ(consistency_proof(6, 8, eight.nodes()).value(), path({e, f, g}));
  EXPECT_EQ(consistency_proof(2, 5, eight.nodes()).value(), path({b, d}));
}

TEST(TlogTiles, KeepsTheNodesOfItsExample) {
  const auto tree = tree_of(70'000);
  EXPECT_EQ(tree.kept.at(0).size(), 70'000U);
  EXPECT_EQ(tree.kept.at(8).size(), 273U) << "a partial tile of width 17 after a full one";
  EXPECT_EQ(tree.kept.at(16).size(), 1U);
  EXPECT_FALSE(tree.kept.contains(24));
}

TEST(Merkle, TheRootIsThatOfTheDefinitionAtEverySize) {
  Tree tree;
  std::vector<Digest> leaves;
  for (std::uint64_t size = 0; size < 530; ++size) {
    EXPECT_EQ(tree.frontier.root(), by_definition(leaves)) << size;
    leaves.push_back(numbered_leaf(size));
    tree.grow(leaves.back());
  }
}

TEST(Merkle, AFrontierLoadedFromItsNodesGoesOnAsTheOneThatWrote) {
  for (const std::uint64_t size : {0, 1, 2, 255, 256, 257, 700, 65'535, 65'536, 66'000}) {
    auto tree = tree_of(size);
    auto loaded = Frontier::load(size, tree.nodes()).value();
    EXPECT_EQ(loaded.root(), tree.frontier.root()) << size;
    std::vector<Node> kept;
    loaded.append(numbered_leaf(size), kept);
    tree.grow(numbered_leaf(size));
    EXPECT_EQ(loaded.root(), tree.frontier.root()) << size;
  }
}

TEST(Merkle, EveryLeafIsProvenAndNoOther) {
  const auto tree = tree_of(70);
  for (std::uint64_t size = 1; size <= 70; ++size) {
    const auto head = tree.head_at(size);
    for (std::uint64_t index = 0; index < size; ++index) {
      auto proof = inclusion_proof(index, size, tree.nodes()).value();
      EXPECT_TRUE(verify_inclusion(numbered_leaf(index), index, proof, head));
      EXPECT_FALSE(verify_inclusion(numbered_leaf(index + 1), index, proof, head));
      EXPECT_FALSE(verify_inclusion(numbered_leaf(index), index + 1, proof, head));
      EXPECT_FALSE(verify_inclusion(numbered_leaf(index), index, proof, {size + 64, head.root}));
      if (proof.empty()) continue;
      proof.back()[7] ^= 1U;
      EXPECT_FALSE(verify_inclusion(numbered_leaf(index), index, proof, head));
      proof.pop_back();
      EXPECT_FALSE(verify_inclusion(numbered_leaf(index), index, proof, head));
    }
  }
}

TEST(Merkle, EveryTreeGoesOnFromEveryEarlierOneAndNoOther) {
  const auto tree = tree_of(70);
  for (std::uint64_t later = 1; later <= 70; ++later) {
    for (std::uint64_t earlier = 0; earlier <= later; ++earlier) {
      auto proof = consistency_proof(earlier, later, tree.nodes()).value();
      const auto before = tree.head_at(earlier);
      const auto after = tree.head_at(later);
      EXPECT_TRUE(verify_consistency(before, after, proof)) << earlier << " " << later;
      EXPECT_FALSE(verify_consistency({earlier, numbered_leaf(99)}, after, proof));
      if (earlier > 0 && earlier < later) {
        EXPECT_FALSE(verify_consistency(before, {later, numbered_leaf(99)}, proof));
        proof.pop_back();
        EXPECT_FALSE(verify_consistency(before, after, proof));
      }
    }
  }
  EXPECT_FALSE(verify_consistency(tree.head_at(9), tree.head_at(8), {}));
}

TEST(Merkle, ProofsCrossTheBordersOfTiles) {
  const auto tree = tree_of(66'000);
  const auto head = tree.head_at(66'000);
  for (const std::uint64_t index : {0, 255, 256, 65'535, 65'536, 65'999}) {
    const auto proof = inclusion_proof(index, 66'000, tree.nodes()).value();
    EXPECT_TRUE(verify_inclusion(numbered_leaf(index), index, proof, head)) << index;
  }
  for (const std::uint64_t earlier : {255, 256, 257, 65'536, 65'537}) {
    const auto proof = consistency_proof(earlier, 66'000, tree.nodes()).value();
    EXPECT_TRUE(verify_consistency(tree.head_at(earlier), head, proof)) << earlier;
  }
}

}  // namespace
}  // namespace eventstore::merkle::testing
