#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/merkle_proof.hpp"

namespace eventstore {

/// That an event is in the log, for whoever has the log's public key and nothing else. Every part
/// hangs on the signature: the checkpoint signs the root, the proof leads from the statement to
/// the root, the statement commits to the salt and the envelope.
struct Receipt {
  std::string statement;           ///< as `statement_of` writes it
  std::string salt;                ///< base64
  std::string envelope;            ///< base64: the event as the log holds it
  std::vector<std::string> proof;  ///< base64: RFC 6962's audit path, from the leaf upwards
  std::string checkpoint;          ///< the signed note
  FIELDS(statement, salt, envelope, proof, checkpoint)
};

[[nodiscard]] Receipt make_receipt(const StoredEvent& event, const merkle::Proof& proof,
                                   const std::string& checkpoint);

/// The event that the receipt proves. Error: "receipt-invalid" on the part at fault.
[[nodiscard]] core::Result<StoredEvent> verify_receipt(const Receipt& receipt,
                                                       const LogVerifier& verifier);

}  // namespace eventstore
