#include "domain/dossiers/record_versions.hpp"

#include <algorithm>
#include <utility>

namespace dossiers {

void RecordVersions::add_version(const core::RecordId& id, std::optional<DossierRecord> record) {
  versions_[id].push_back(std::move(record));
}

std::size_t RecordVersions::size() const {
  return static_cast<std::size_t>(std::ranges::count_if(
      versions_, [](const auto& record) { return record.second.back().has_value(); }));
}

const DossierRecord* RecordVersions::find(const core::RecordId& id) const {
  return find(id, revision(id));
}

const DossierRecord* RecordVersions::find(const core::RecordId& id, std::int64_t revision) const {
  const auto found = versions_.find(id);
  if (found == versions_.end() || revision < 1) return nullptr;
  const auto place = static_cast<std::size_t>(revision) - 1;
  if (place >= found->second.size()) return nullptr;
  const auto& version = found->second[place];
  return version ? &*version : nullptr;
}

std::optional<regulation::Section> RecordVersions::section(const core::RecordId& id) const {
  for (auto last = revision(id); last > 0; --last)
    if (const auto* record = find(id, last)) return section_of(*record);
  return std::nullopt;
}

std::int64_t RecordVersions::revision(const core::RecordId& id) const {
  const auto found = versions_.find(id);
  return found == versions_.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

std::vector<RecordVersions::Standing> RecordVersions::standing() const {
  std::vector<Standing> all;
  for (const auto& [id, versions] : versions_)
    if (versions.back()) all.push_back({id, &*versions.back()});
  return all;
}

}  // namespace dossiers
