#include "tests/fuzz/support/honest_log.hpp"

#include <algorithm>
#include <map>
#include <spanstream>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/checkpoint.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/export_format.hpp"
#include "eventstore/merkle_proof.hpp"
#include "eventstore/statement.hpp"

namespace fuzz {
namespace {

using eventstore::Position;

constexpr Position events = 3;

class SameEntropy final : public eventstore::Entropy {
 public:
  void fill(std::span<unsigned char> bytes) override { std::ranges::fill(bytes, 7); }
};

eventstore::StoredEvent event_at(Position position) {
  eventstore::StoredEvent event;
  event.position = event.version = position;
  event.stream = {"dossier", "2021-1701"};
  event.type = "dossier.submitted";
  event.actor = "candidatura";
  event.command_id = event.correlation = core::CommandId("command-" + std::to_string(position));
  event.payload = R"({"by":0})";
  event.personal = {{"person", "by", "sealed"}};
  return event;
}

/// Every hash of a tree this small is a leaf's.
class Tree {
 public:
  Tree() {
    for (Position position = 1; position <= events; ++position) {
      const auto event = event_at(position);
      std::vector<eventstore::merkle::Node> kept;
      frontier_.append(eventstore::merkle::leaf_hash(
                           eventstore::statement_of(event, eventstore::encode_envelope(event))),
                       kept);
      for (const auto& [height, index, hash] : kept) nodes_[{height, index}] = hash;
    }
  }

  [[nodiscard]] eventstore::merkle::TreeHead head() const { return frontier_.head(); }
  [[nodiscard]] eventstore::merkle::Proof proof_of(Position position) const {
    const auto kept = [this](unsigned height,
                             std::uint64_t index) -> core::Result<eventstore::Digest> {
      return nodes_.at({height, index});
    };
    return *eventstore::merkle::inclusion_proof(eventstore::leaf_index(position), events, kept);
  }

 private:
  eventstore::merkle::Frontier frontier_;
  std::map<std::pair<unsigned, std::uint64_t>, eventstore::Digest> nodes_;
};

const Tree& tree() {
  static const Tree tree;
  return tree;
}

std::string export_all() {
  std::string bytes(4096, '\0');
  std::ospanstream out(bytes);
  eventstore::ExportWriter writer(out, honest_key());
  for (Position position = 1; position <= events; ++position)
    writer.event(eventstore::encode_envelope(event_at(position)));
  for (Position position = 1; position <= events; ++position) {
    eventstore::CommandRecord record;
    record.applied = {position, 1, "answer", {}};
    writer.command({event_at(position).command_id, record});
  }
  writer.end(tree().head());
  bytes.resize(out.span().size());
  return bytes;
}

}  // namespace

const eventstore::LogKey& honest_key() {
  static SameEntropy entropy;
  static const auto key = eventstore::LogKey::make("honest", entropy);
  return key;
}

const eventstore::Receipt& honest_receipt() {
  static const auto receipt = eventstore::make_receipt(
      event_at(2), tree().proof_of(2), eventstore::sign_checkpoint(honest_key(), tree().head()));
  return receipt;
}

const std::string& honest_export() {
  static const auto bytes = export_all();
  return bytes;
}

}  // namespace fuzz
