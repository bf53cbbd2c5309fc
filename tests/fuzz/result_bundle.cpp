#include "domain/awards/compute.hpp"
#include "domain/core/assert.hpp"
#include "eventstore/hash.hpp"
#include "json/json.hpp"
#include "server/bundle/bundle.hpp"
#include "tests/fuzz/support/fuzz.hpp"

/// A bundle is refused with a reason, or it is computed again to its last digit; what was computed
/// from a basis that was taken is what the same basis gives the next time.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const core::Writing writing{
      [](std::string_view text) {
        return eventstore::to_hex(eventstore::view_of(eventstore::sha256({text})));
      },
      json::write_visited};
  auto bundle = server::read_bundle(fuzz::text_of(data, size));
  if (!bundle) {
    core::ensure(!bundle.error().pt.empty() && !bundle.error().en.empty(), "a refusal says why");
    return 0;
  }
  if (const auto same = server::recompute(*bundle, writing); !same)
    core::ensure(!same.error().field.empty(), "a difference names its field");
  const auto result = awards::result_of(bundle->basis, writing);
  if (!result) return 0;
  bundle->result = *result;
  const auto again = server::read_bundle(server::text_of(*bundle));
  core::ensure(again && server::recompute(*again, writing), "what was computed is computed again");
  return 0;
}
