#include "eventstore/envelope.hpp"

#include <chrono>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"
#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::string_view magic = "ASEV";
constexpr std::uint8_t format = 2;

void write_personal(ByteWriter& writer, const std::vector<SealedValue>& values) {
  core::ensure(values.size() <= 0xFFFF, "an event's personal values can be counted in 16 bits");
  writer.number(static_cast<std::uint16_t>(values.size()));
  for (const auto& value : values)
    writer.short_text(value.person).short_text(value.path).long_text(value.sealed);
}

std::vector<SealedValue> read_personal(ByteReader& reader) {
  std::vector<SealedValue> values;
  const auto count = reader.number<std::uint16_t>();
  for (int i = 0; i < count && !reader.failed(); ++i) {
    auto person = reader.short_text();
    auto path = reader.short_text();
    values.push_back({std::move(person), std::move(path), reader.long_text()});
  }
  return values;
}

StoredEvent read_body(ByteReader& reader) {
  StoredEvent event;
  event.position = reader.number<std::uint64_t>();
  event.version = reader.number<std::uint64_t>();
  event.recorded_at =
      core::Instant(core::Instant::Time(std::chrono::milliseconds(reader.number<std::int64_t>())));
  reader.raw(event.id);
  event.schema_version = reader.number<std::uint16_t>();
  reader.raw(event.salt);
  event.command_id = core::CommandId(reader.short_text());
  event.correlation = core::CommandId(reader.short_text());
  event.causation = reader.short_text();
  event.actor = reader.short_text();
  event.stream.category = reader.short_text();
  event.stream.id = reader.short_text();
  event.type = reader.short_text();
  event.personal = read_personal(reader);
  event.payload = reader.long_text();
  return event;
}

}  // namespace

std::string encode_envelope(const StoredEvent& event) {
  const std::int64_t recorded_at = event.recorded_at.time().time_since_epoch().count();
  ByteWriter writer;
  writer.raw(magic).number(format).number(event.position).number(event.version);
  writer.number(recorded_at).raw(event.id).number(event.schema_version).raw(event.salt);
  writer.short_text(event.command_id.text()).short_text(event.correlation.text());
  writer.short_text(event.causation).short_text(event.actor);
  writer.short_text(event.stream.category).short_text(event.stream.id).short_text(event.type);
  write_personal(writer, event.personal);
  writer.long_text(event.payload);
  return writer.seal();
}

core::Result<StoredEvent> decode_envelope(Position position, std::string_view bytes) {
  const auto body = unseal(bytes);
  if (body.empty())
    return core::fail(
        damaged_at(position, "a soma de controlo não confere.", "its checksum does not match."));
  ByteReader reader(body);
  if (reader.raw(magic.size()) != magic || reader.number<std::uint8_t>() != format)
    return core::fail(damaged_at(position, "formato desconhecido.", "unknown format."));
  auto event = read_body(reader);
  if (!reader.complete())
    return core::fail(damaged_at(position, "tamanho errado.", "wrong length."));
  if (event.position != position)
    return core::fail(
        damaged_at(position, "pertence a outra posição.", "it belongs to another position."));
  return event;
}

}  // namespace eventstore
