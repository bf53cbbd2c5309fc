#include "projections/rows.hpp"

namespace projections {

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
