#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "domain/core/ids.hpp"
#include "domain/dossiers/records.hpp"

namespace dossiers {

/// What the records of a dossier are, and what each has been. A record's revision counts its
/// versions from 1 on; its removal is a version too, without content.
class RecordVersions {
 public:
  void add_version(const core::RecordId& id, std::optional<DossierRecord> record);

  /// How many records stand.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] bool contains(const core::RecordId& id) const { return find(id) != nullptr; }
  /// As it stands; nothing where it was removed or never was.
  [[nodiscard]] const DossierRecord* find(const core::RecordId& id) const;
  /// As that revision had it; nothing where there is no such revision, or it is a removal.
  [[nodiscard]] const DossierRecord* find(const core::RecordId& id, std::int64_t revision) const;
  /// In which it stands, or stood last; nothing where it never was.
  [[nodiscard]] std::optional<regulation::Section> section(const core::RecordId& id) const;
  /// 0 where it never was.
  [[nodiscard]] std::int64_t revision(const core::RecordId& id) const;

  struct Standing {
    core::RecordId id;
    const DossierRecord* record = nullptr;
  };
  /// All that stand, by id.
  [[nodiscard]] std::vector<Standing> standing() const;

 private:
  std::map<core::RecordId, std::vector<std::optional<DossierRecord>>> versions_;
};

}  // namespace dossiers
