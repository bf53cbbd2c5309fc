#include "eventstore/envelope.hpp"

#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"
#include "tests/fuzz/support/fuzz.hpp"

namespace {

constexpr std::size_t before_position = 5;  // the magic and the format

/// The position that an envelope claims to have.
eventstore::Position claimed(std::string_view body) {
  eventstore::ByteReader reader(body);
  reader.raw(before_position);
  return reader.number<std::uint64_t>();
}

}  // namespace

/// Whatever is taken for an envelope is the one way to write its event.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto body = fuzz::text_of(data, size);
  (void)eventstore::decode_envelope(claimed(body), body);
  const auto sealed = eventstore::ByteWriter().raw(body).seal();
  const auto event = eventstore::decode_envelope(claimed(body), sealed);
  core::ensure(!event || eventstore::encode_envelope(*event) == sealed, "one way to write it");
  return 0;
}
