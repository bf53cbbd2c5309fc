#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/fields.hpp"

/// Records that people write by hand, as TOML 1.0: a regulation, say. A record's FIELDS say what a
/// file may hold, as they do for JSON.
namespace handwritten {

/// Something that a file gets wrong.
struct Fault {
  std::size_t line = 0;  ///< from 1 on
  std::string field;     ///< "awards[1].quota"; empty where the file is no TOML
  std::string pt;
  std::string en;
};

/// Where a file says what.
class Lines {
 public:
  void put(const std::string& field, std::size_t line) { lines_[field] = line; }
  /// The line of the field, or of the nearest thing around it.
  [[nodiscard]] std::size_t of(std::string field) const;

 private:
  std::map<std::string, std::size_t> lines_;
};

/// What was read: as much of the record as could be, and everything that is wrong, by line.
template <core::Record T>
struct Reading {
  T record{};
  std::vector<Fault> faults;
  Lines lines;
};

using Visit = std::function<void(core::FieldVisitor&)>;
[[nodiscard]] std::vector<Fault> read_visited(std::string_view text, const Visit& visit,
                                              Lines& lines);

/// A list or a yes-or-no that is left out is empty or no, an optional value is absent; all else has
/// to be there, and nothing that the record does not know. Dates and instants may be TOML's own,
/// the latter with any offset.
template <core::Record T>
[[nodiscard]] Reading<T> read(std::string_view text) {
  Reading<T> reading;
  const auto visit = [&](core::FieldVisitor& visitor) {
    core::visit_value(visitor, reading.record);
  };
  reading.faults = read_visited(text, visit, reading.lines);
  return reading;
}

}  // namespace handwritten
