#include "projections/field_changes.hpp"

#include <map>

#include "json/leaves.hpp"

namespace projections {
namespace {

using Texts = std::map<std::string, std::string>;

/// Every value that the record holds, by its path.
Texts texts_of(const std::optional<dossiers::DossierRecord>& record) {
  Texts texts;
  if (!record) return texts;
  for (auto& leaf : json::leaves(*record))
    if (leaf.kind == json::Leaf::Kind::Value) texts[leaf.path] = std::move(leaf.text);
  return texts;
}

}  // namespace

std::vector<FieldChange> field_changes(const std::optional<dossiers::DossierRecord>& before,
                                       const std::optional<dossiers::DossierRecord>& after) {
  std::map<std::string, FieldChange> fields;
  for (const auto& [field, text] : texts_of(before)) fields[field].before = text;
  for (const auto& [field, text] : texts_of(after)) fields[field].after = text;
  std::vector<FieldChange> changes;
  for (auto& [field, change] : fields) {
    if (change.before == change.after) continue;
    change.field = field;
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace projections
