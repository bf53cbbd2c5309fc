#include "eventstore/command_record.hpp"

#include <chrono>

#include "eventstore/bytes.hpp"
#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::uint8_t format = 1;

}  // namespace

core::Result<Appended> repeat(const CommandRecord& record, const Digest& request_hash) {
  if (record.request_hash != request_hash) return core::fail(command_id_reused());
  auto again = record.applied;
  again.repeated = true;
  return again;
}

std::string encode_command(const CommandRecord& record) {
  const std::int64_t recorded_at = record.applied.recorded_at.time().time_since_epoch().count();
  ByteWriter writer;
  writer.number(format).number(record.applied.first).number(record.applied.count);
  writer.number(recorded_at).raw(record.request_hash).long_text(record.applied.answer);
  return writer.seal();
}

core::Result<CommandRecord> decode_command(const core::CommandId& id, std::string_view bytes) {
  ByteReader reader(unseal(bytes));
  const auto found_format = reader.number<std::uint8_t>();
  CommandRecord record;
  record.applied.first = reader.number<std::uint64_t>();
  record.applied.count = reader.number<std::uint32_t>();
  record.applied.recorded_at =
      core::Instant(core::Instant::Time(std::chrono::milliseconds(reader.number<std::int64_t>())));
  reader.raw(record.request_hash);
  record.applied.answer = reader.long_text();
  if (found_format != format || !reader.complete())
    return core::fail(damaged_store("command " + id.text()));
  return record;
}

}  // namespace eventstore
