#include "eventstore/command_record.hpp"

#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"
#include "tests/fuzz/support/fuzz.hpp"

/// Whatever is taken for a command's record is the one way to write it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto body = fuzz::text_of(data, size);
  const core::CommandId id("c");
  (void)eventstore::decode_command(id, body);
  const auto sealed = eventstore::ByteWriter().raw(body).seal();
  const auto record = eventstore::decode_command(id, sealed);
  core::ensure(!record || eventstore::encode_command(*record) == sealed, "one way to write it");
  return 0;
}
