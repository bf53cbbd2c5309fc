#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"

namespace json {

/// One value of a record and where it stands: "dossiers[2].points.exact" is "165/2". A list is
/// told by its length before its items; what is absent, and the kind of a variant, are told too.
struct Leaf {
  enum class Kind { Value, Length, Absent };

  std::string path;
  std::string text;
  Kind kind = Kind::Value;
  friend bool operator==(const Leaf&, const Leaf&) = default;
};

[[nodiscard]] std::vector<Leaf> leaves_visited(const Visit& visit);

/// Those of a record or a variant.
template <class T>
[[nodiscard]] std::vector<Leaf> leaves(const T& value) {
  return leaves_visited([&](core::FieldVisitor& visitor) {
    core::visit_value(visitor, const_cast<T&>(value));  // it only looks
  });
}

/// The first place where two records of one type differ, in the order of their fields.
struct Difference {
  std::string path;
  std::string expected;
  std::string found;
};
[[nodiscard]] std::optional<Difference> first_difference(const std::vector<Leaf>& expected,
                                                         const std::vector<Leaf>& found);

template <core::Record T>
[[nodiscard]] std::optional<Difference> first_difference(const T& expected, const T& found) {
  return first_difference(leaves(expected), leaves(found));
}

/// Compact JSON made readable: what fits into a line stays in one. Only blanks are added.
[[nodiscard]] std::string indented(std::string_view compact);

}  // namespace json
