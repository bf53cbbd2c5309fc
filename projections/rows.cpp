#include "projections/rows.hpp"

namespace projections {

std::string row_key(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const auto& part : parts) {
    if (&part != parts.begin()) key += '/';
    key += part;
  }
  return key;
}

std::string row_number(std::uint64_t number) {
  constexpr std::size_t digits = 20;
  auto text = std::to_string(number);
  return text.insert(0, digits - text.size(), '0');
}

std::optional<std::string> Rows::get(const std::string& key) const {
  const auto changed = changes_.find(key);
  return changed == changes_.end() ? standing_.get(key) : changed->second;
}

std::vector<eventstore::RowChange> Rows::changes() const {
  std::vector<eventstore::RowChange> changes;
  changes.reserve(changes_.size());
  for (const auto& [key, value] : changes_) changes.push_back({key, value});
  return changes;
}

}  // namespace projections
