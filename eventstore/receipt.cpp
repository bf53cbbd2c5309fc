#include "eventstore/receipt.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "eventstore/checkpoint.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/statement.hpp"

namespace eventstore {
namespace {

std::unexpected<core::Error> refused(std::string field, std::string pt, std::string en) {
  return core::fail(
      core::invalid("receipt-invalid", std::move(field), std::move(pt), std::move(en)));
}

/// The position in the second line of a statement; 0 where there is none.
Position position_in(std::string_view statement) {
  Position position = 0;
  const auto line = statement.find('\n');
  if (line == std::string_view::npos) return 0;
  std::from_chars(statement.data() + line + 1, statement.data() + statement.size(), position);
  return position;
}

/// More would be no path in a tree of 2^64 leaves.
std::optional<merkle::Proof> path_of(const std::vector<std::string>& encoded) {
  constexpr std::size_t longest = 64;
  if (encoded.size() > longest) return std::nullopt;
  merkle::Proof proof(encoded.size());
  for (std::size_t i = 0; i < proof.size(); ++i)
    if (!from_base64(encoded[i], proof[i])) return std::nullopt;
  return proof;
}

}  // namespace

Receipt make_receipt(const StoredEvent& event, const merkle::Proof& proof,
                     const std::string& checkpoint) {
  const auto envelope = encode_envelope(event);
  Receipt receipt{statement_of(event, envelope),
                  to_base64(view_of(event.salt)),
                  to_base64(envelope),
                  {},
                  checkpoint};
  for (const auto& hash : proof) receipt.proof.push_back(to_base64(view_of(hash)));
  return receipt;
}

core::Result<StoredEvent> verify_receipt(const Receipt& receipt, const LogVerifier& verifier) {
  const auto tree = open_checkpoint(verifier, receipt.checkpoint);
  if (!tree)
    return refused("checkpoint", "O ponto de controlo não foi assinado com esta chave.",
                   "The checkpoint was not signed with this key.");
  const auto position = position_in(receipt.statement);
  const auto envelope = from_base64(receipt.envelope);
  auto event = decode_envelope(position, envelope.value_or(""));
  if (!event)
    return refused("envelope", "O registo não é o da declaração.",
                   "The event is not the statement's.");
  if (to_base64(view_of(event->salt)) != receipt.salt)
    return refused("salt", "O sal não é o do registo.", "The salt is not the event's.");
  if (statement_of(*event, *envelope) != receipt.statement)
    return refused("statement", "A declaração não corresponde ao registo.",
                   "The statement does not match the event.");
  const auto proof = path_of(receipt.proof);
  const auto leaf = merkle::leaf_hash(receipt.statement);
  if (!proof || !merkle::verify_inclusion(leaf, leaf_index(position), *proof, *tree))
    return refused("proof", "A prova não leva da declaração ao ponto de controlo.",
                   "The proof does not lead from the statement to the checkpoint.");
  return event;
}

}  // namespace eventstore
