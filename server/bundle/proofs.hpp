#pragma once

#include "server/bundle/bundle.hpp"

namespace server {

/// When what a bundle's receipts prove was recorded.
struct ProvenTimes {
  core::Instant opened;
  core::Instant computed;
  core::Instant published;
  bool final = false;  ///< in the final list
};

/// Checks the receipts against the log's key, which has to be the one that the bundle names, and
/// that the bundle holds the regulation that was opened, with its deadline as it was extended, and
/// the result that was recorded and published. Errors: "receipt-invalid" on "receipts[1].proof";
/// "bundle-differs" on "log_key", or on the field that the log holds otherwise.
[[nodiscard]] core::Result<ProvenTimes> check_proofs(const ResultBundle& bundle,
                                                     const eventstore::LogVerifier& key);

}  // namespace server
