#include "eventstore/receipt.hpp"

#include "domain/core/assert.hpp"
#include "json/json.hpp"
#include "tests/fuzz/support/fuzz.hpp"
#include "tests/fuzz/support/honest_log.hpp"

/// No receipt is taken for one of the log but the one that it gave. An empty input stands for it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto given = json::write(fuzz::honest_receipt());
  const auto receipt =
      json::read<eventstore::Receipt>(size == 0 ? given : fuzz::text_of(data, size));
  if (!receipt) return 0;
  const bool taken = verify_receipt(*receipt, fuzz::honest_key().verifier()).has_value();
  core::ensure(taken == (json::write(*receipt) == given),
               "a receipt is good if and only if the log gave it");
  return 0;
}
