#include "eventstore/receipt.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "eventstore/checkpoint.hpp"
#include "eventstore/statement.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

/// Given a log of seven events, on each engine.
class ProofContract : public ::testing::TestWithParam<std::unique_ptr<Bench> (*)()> {
 protected:
  ProofContract() {
    for (const std::string id : {"1", "2", "3", "4", "5", "6", "7"}) append(id);
  }
  void append(const std::string& id) {
    EXPECT_TRUE(store().append(command("c" + id, dossier("2021-1701"), {"payload " + id})));
  }
  Store& store() { return bench_->store(); }

  std::unique_ptr<Bench> bench_ = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(Engines, ProofContract, ::testing::Values(&memory_bench, &rocksdb_bench),
                         [](const auto& engine) {
                           return engine.param == &memory_bench ? "memory" : "rocksdb";
                         });

TEST_P(ProofContract, TheCheckpointSignsTheHead) {
  const auto head = open_checkpoint(store().verifier(), store().checkpoint());
  EXPECT_EQ(head, store().tree());
  EXPECT_EQ(head->size, 7U);
}

TEST_P(ProofContract, EveryEventHasAReceipt) {
  for (Position position = 1; position <= 7; ++position) {
    const auto event = verify_receipt(store().receipt(position), store().verifier());
    ASSERT_TRUE(event) << event.error().en;
    EXPECT_EQ(event->position, position);
    EXPECT_EQ(event->payload, "payload " + std::to_string(position));
  }
}

TEST_P(ProofContract, AReceiptStaysGoodWhenTheLogGrowsAndIsOpenedAgain) {
  const auto receipt = store().receipt(3);
  append("8");
  bench_->reopen();
  EXPECT_TRUE(verify_receipt(receipt, store().verifier()));
  EXPECT_TRUE(verify_receipt(store().receipt(3), store().verifier()));
}

TEST_P(ProofContract, AReceiptOfAnotherLogIsRefused) {
  const auto other = GetParam()();
  other->entropy.fill(std::span<unsigned char>());
  const auto receipt = store().receipt(3);
  const auto key = LogKey::make("other", other->entropy);
  EXPECT_EQ(verify_receipt(receipt, key.verifier()).error().field, "checkpoint");
}

TEST_P(ProofContract, TheLogGoesOnFromEveryEarlierSize) {
  std::vector<merkle::TreeHead> heads;
  for (const std::string id : {"a", "b", "c", "d", "e"}) {
    heads.push_back(store().tree());
    append(id);
  }
  const auto now = store().tree();
  for (const auto& head : heads)
    EXPECT_TRUE(merkle::verify_consistency(head, now, store().consistency(head.size, now.size)));
}

TEST_P(ProofContract, NodesAreThoseThatExist) {
  EXPECT_EQ(store().nodes(0, 0, 256).size(), 7U);
  EXPECT_EQ(store().nodes(0, 5, 1).size(), 1U);
  EXPECT_TRUE(store().nodes(0, 256, 256).empty());
  EXPECT_TRUE(store().nodes(1, 0, 256).empty());
  EXPECT_TRUE(store().nodes(63, 0, 256).empty());
  const auto event = store().read_all(2, 1).at(0);
  const auto receipt = store().receipt(2);
  EXPECT_EQ(store().nodes(0, 1, 1).at(0), merkle::leaf_hash(receipt.statement));
  EXPECT_TRUE(receipt.statement.starts_with("eventstore/statement/1\n2\nnoted\n"));
}

TEST_P(ProofContract, NoCharacterOfAReceiptCanBeChanged) {
  const auto sound = store().receipt(3);
  const auto verifier = store().verifier();
  auto receipt = sound;
  std::vector<std::string*> parts{&receipt.statement, &receipt.salt, &receipt.envelope,
                                  &receipt.checkpoint};
  for (auto& hash : receipt.proof) parts.push_back(&hash);
  for (auto* part : parts)
    for (auto& character : *part)
      for (const char bit : {'\x01', '\x02', '\x20'}) {
        character = static_cast<char>(character ^ bit);
        EXPECT_FALSE(verify_receipt(receipt, verifier)) << *part;
        character = static_cast<char>(character ^ bit);
      }
  EXPECT_TRUE(verify_receipt(receipt, verifier));
}

TEST_P(ProofContract, NoPartOfAReceiptCanBeSwapped) {
  const auto one = store().receipt(3);
  const auto other = store().receipt(4);
  const std::vector<std::pair<std::string, std::function<void(Receipt&)>>> swaps{
      {"envelope", [&](Receipt& r) { r.statement = other.statement; }},
      {"envelope", [&](Receipt& r) { r.envelope = other.envelope; }},
      {"salt", [&](Receipt& r) { r.salt = other.salt; }},
      {"proof", [&](Receipt& r) { r.proof = other.proof; }},
      {"proof", [&](Receipt& r) { r.proof.pop_back(); }},
      {"proof", [&](Receipt& r) { r.proof.push_back(r.proof.front()); }},
      {"proof", [&](Receipt& r) { r.proof.resize(65, r.proof.front()); }},
      {"checkpoint", [&](Receipt& r) { r.checkpoint += "\n"; }}};
  for (const auto& [field, swap] : swaps) {
    auto receipt = one;
    swap(receipt);
    const auto event = verify_receipt(receipt, store().verifier());
    ASSERT_FALSE(event) << field;
    EXPECT_EQ(event.error().field, field);
    EXPECT_EQ(event.error().code, "receipt-invalid");
  }
}

}  // namespace
}  // namespace eventstore::testing
