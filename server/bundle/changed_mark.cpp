#include "server/bundle/changed_mark.hpp"

#include <algorithm>
#include <vector>

#include "domain/core/text.hpp"

namespace server {
namespace {

/// How many marks may be written in all the tries together: a few seconds.
constexpr std::size_t most_written = 20'000'000;

/// Every mark is tried with every value, and each time all marks are written.
std::size_t to_be_written(const awards::JudgedDossier& dossier,
                          const regulation::Regulation& rules) {
  std::size_t marks = 0;
  for (const auto& sheet : dossier.sheets) marks += sheet.size();
  std::int64_t widest = 0;
  for (const auto& section : rules.sections)
    widest = std::max(widest, section.scale.maximum - section.scale.minimum + 2);
  return marks * marks * static_cast<std::size_t>(widest);
}

/// What a mark on the criterion may be.
std::vector<std::optional<std::int64_t>> values_of(const regulation::PlacedCriterion& placed) {
  std::vector<std::optional<std::int64_t>> values;
  if (placed.criterion->may_not_apply) values.emplace_back();
  const auto& scale = placed.section->scale;
  for (auto value = scale.minimum; value <= scale.maximum; ++value) values.emplace_back(value);
  return values;
}

}  // namespace

std::optional<ChangedMark> changed_mark(const awards::JudgedDossier& dossier,
                                        const regulation::Regulation& rules,
                                        std::string_view sha256, const core::Writing& writing) {
  if (to_be_written(dossier, rules) > most_written) return std::nullopt;
  auto tried = dossier;
  for (std::size_t i = 0; i < tried.sheets.size(); ++i)
    for (std::size_t j = 0; j < tried.sheets[i].size(); ++j) {
      auto& mark = tried.sheets[i][j];
      const auto placed = regulation::find_criterion(rules, mark.criterion);
      if (!placed) continue;
      const auto found = mark.value;
      for (const auto& value : values_of(*placed)) {
        mark.value = value;
        if (core::digest_of(tried, writing) == sha256)
          return ChangedMark{core::item(core::item("sheets", i), j) + ".value", value, found};
      }
      mark.value = found;
    }
  return std::nullopt;
}

}  // namespace server
