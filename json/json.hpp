#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/core/personal.hpp"
#include "domain/core/record.hpp"
#include "domain/core/result.hpp"

namespace json {

using Visit = std::function<void(core::FieldVisitor&)>;

/// What the three doors below are made of, for records whose type is only known at run time.
[[nodiscard]] std::string write_visited(const Visit& visit);
[[nodiscard]] core::Result<void> read_visited(std::string_view text, const Visit& visit,
                                              std::span<const core::Personal> personal = {});
[[nodiscard]] std::string schema_visited(const Visit& visit);

/// What a record says of a person, and where: "responsible.name", "partners[2].name".
struct PersonalText {
  std::string path;
  std::string text;
};

/// Compact JSON with the fields in their declared order, so that equal records give equal bytes;
/// absent optional fields are left out.
template <core::Record T>
[[nodiscard]] std::string write(const T& record) {
  return write_visited([&](core::FieldVisitor& visitor) {
    core::visit_value(visitor, const_cast<T&>(record));  // a writer only looks
  });
}
[[nodiscard]] std::string write(const core::AnyRecord& record);

/// The same without the words of a person: in the place of each `core::Personal` stands its index
/// in `personal`, to which it is added.
[[nodiscard]] std::string write_apart(const core::AnyRecord& record,
                                      std::vector<PersonalText>& personal);

/// Reads a record from untrusted text. The whole text is checked as JSON and UTF-8; unknown and
/// missing fields are refused. Errors, each naming its field as a path ("criteria[2].weight"):
/// "invalid-json", "missing-field", "unknown-field", "repeated-field", "wrong-type",
/// "invalid-value".
template <core::Record T>
[[nodiscard]] core::Result<T> read(std::string_view text) {
  T record{};
  auto done = read_visited(text, [&](core::FieldVisitor& v) { core::visit_value(v, record); });
  if (!done) return core::fail(std::move(done.error()));
  return record;
}
/// `personal` holds the words whose index stands in the place of a `core::Personal`.
[[nodiscard]] core::Result<core::AnyRecord> read(const core::RecordType& type,
                                                 std::string_view text,
                                                 std::span<const core::Personal> personal = {});

/// JSON Schema (2020-12) of a record type, as OpenAPI 3.1 takes it.
template <core::Record T>
[[nodiscard]] std::string schema() {
  T sample{};
  return schema_visited([&](core::FieldVisitor& v) { core::visit_value(v, sample); });
}
[[nodiscard]] std::string schema(const core::RecordType& type);

}  // namespace json
