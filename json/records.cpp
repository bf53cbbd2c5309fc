#include "json/json.hpp"

namespace json {

std::string write(const core::AnyRecord& record) {
  return write_visited([&](core::FieldVisitor& visitor) { record.describe(visitor); });
}

core::Result<core::AnyRecord> read(const core::RecordType& type, std::string_view text,
                                   std::span<const core::Personal> personal) {
  const auto record = type.make();
  auto done = read_visited(
      text, [&](core::FieldVisitor& visitor) { type.visit(record.get(), visitor); }, personal);
  if (!done) return core::fail(std::move(done.error()));
  return core::AnyRecord(type, record);
}

std::string schema(const core::RecordType& type) {
  const auto sample = type.make();
  return schema_visited([&](core::FieldVisitor& visitor) { type.visit(sample.get(), visitor); });
}

}  // namespace json
