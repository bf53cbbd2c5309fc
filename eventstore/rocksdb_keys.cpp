#include "eventstore/rocksdb_keys.hpp"

#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"

namespace eventstore::keys {

std::string of_position(Position position) {
  return ByteWriter().number(position).take();
}

std::optional<Position> to_position(std::string_view bytes) {
  ByteReader reader(bytes);
  const auto position = reader.number<Position>();
  if (!reader.complete()) return std::nullopt;
  return position;
}

std::string of_stream(const StreamName& stream) {
  std::string key = stream.category;
  key += '\0';
  key += stream.id;
  key += '\0';
  return key;
}

std::string of_version(const StreamName& stream, Version version) {
  return of_stream(stream) + of_position(version);
}

std::optional<Version> version_in(std::string_view key) {
  if (key.size() < sizeof(Version)) return std::nullopt;
  return to_position(key.substr(key.size() - sizeof(Version)));
}

std::string of_category(const std::string& category, Position position) {
  std::string key = category;
  key += '\0';
  return key + of_position(position);
}

std::string of_node(unsigned height, std::uint64_t index) {
  return ByteWriter().number(static_cast<std::uint8_t>(height)).number(index).take();
}

std::string family_of(const ModelName& model) {
  core::ensure(core::is_identifier(model.name), "a read model is named by an identifier");
  return "p." + model.name + ".v" + std::to_string(model.version);
}

std::string of_row(std::string_view key) {
  return '\1' + std::string(key);
}

std::string of_checkpoint() {
  return std::string(1, '\0');
}

}  // namespace eventstore::keys
