#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/row_store.hpp"
#include "json/json.hpp"

namespace projections {

/// "dossier/2021-1701": the parts in order; an empty last one gives the prefix of all that follow.
[[nodiscard]] std::string row_key(std::initializer_list<std::string_view> parts);

/// A number as part of a key, so that rows stand in its order.
[[nodiscard]] std::string row_number(std::uint64_t number);

/// A read model's rows while events are folded in: what stands, and the changes on top of it.
class Rows {
 public:
  explicit Rows(const eventstore::RowView& standing) : standing_(standing) {}

  [[nodiscard]] std::optional<std::string> get(const std::string& key) const;
  void put(std::string key, std::string value) { changes_[std::move(key)] = std::move(value); }
  void erase(std::string key) { changes_[std::move(key)] = std::nullopt; }

  /// A row as its record; a row that does not read as one is a bug.
  template <core::Record T>
  [[nodiscard]] std::optional<T> find(const std::string& key) const;
  template <core::Record T>
  void put_record(std::string key, const T& record) {
    put(std::move(key), json::write(record));
  }

  [[nodiscard]] std::vector<eventstore::RowChange> changes() const;

 private:
  const eventstore::RowView& standing_;
  std::map<std::string, std::optional<std::string>> changes_;
};

/// A stored row as its record.
template <core::Record T>
T row_as(std::string_view value) {
  auto record = json::read<T>(value);
  core::ensure(record.has_value(), "a row reads as what was written");
  return *std::move(record);
}

template <core::Record T>
std::optional<T> Rows::find(const std::string& key) const {
  const auto value = get(key);
  if (!value) return std::nullopt;
  return row_as<T>(*value);
}

/// The same questions to rows at rest.
template <core::Record T>
std::optional<T> find_row(const eventstore::RowView& view, std::string_view key) {
  const auto value = view.get(key);
  if (!value) return std::nullopt;
  return row_as<T>(*value);
}

template <core::Record T>
std::vector<T> rows_under(const eventstore::RowView& view, std::string_view prefix) {
  std::vector<T> rows;
  view.scan(prefix, [&](std::string_view, std::string_view value) {
    rows.push_back(row_as<T>(value));
    return true;
  });
  return rows;
}

}  // namespace projections
