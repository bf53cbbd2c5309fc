#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/result.hpp"
#include "domain/core/text.hpp"

namespace dossiers {

/// Looks at values one by one and keeps the first rule that one of them breaks.
/// Fields are named below `root`: "record" gives "record.period".
class Checks {
 public:
  Checks() = default;
  explicit Checks(const std::string& root) : root_(root + ".") {}

  /// 1 to `longest` characters, not all blank: "text-length", "text-unreadable".
  void text(const std::string& field, const std::string& value, std::size_t longest);
  void text(const std::string& field, const std::optional<std::string>& value, std::size_t longest);
  /// From 0 to a million million: "number-range".
  void number(const std::string& field, std::int64_t value);
  void number(const std::string& field, const std::optional<std::int64_t>& value);
  /// "outside-mandate".
  void day(const std::string& field, const core::Date& value, const core::Period& mandate);
  /// "period-order", "outside-mandate".
  void period(const std::string& field, const core::Period& value, const core::Period& mandate);
  /// "nipc".
  void nipc(const std::string& field, const std::string& value);
  /// "web-address".
  void web_address(const std::string& field, const std::string& value);
  /// A rule of its own: `code` unless `kept`.
  void rule(bool kept, const std::string& field, std::string code, std::string pt, std::string en);

  /// At most `most` items ("list-length"); `check(place, item)` looks at each, its place being
  /// "field[2]".
  template <class Item, class Check>
  void list(const std::string& field, const std::vector<Item>& items, std::size_t most,
            Check check) {
    list_length(field, items.size(), most);
    for (std::size_t i = 0; i < items.size() && !broken_; ++i)
      check(core::item(field, i), items[i]);
  }

  [[nodiscard]] core::Result<void> result() const;

 private:
  void list_length(const std::string& field, std::size_t size, std::size_t most);

  std::string root_;
  std::optional<core::Error> broken_;
};

}  // namespace dossiers
