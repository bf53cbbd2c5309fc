#pragma once

#include <variant>

#include "domain/dossiers/action_records.hpp"
#include "domain/dossiers/cooperation_records.hpp"
#include "domain/dossiers/information_records.hpp"
#include "domain/dossiers/planning_records.hpp"

namespace dossiers {

/// Anything that stands in a dossier. Its kind says in which section.
using DossierRecord = std::variant<Diagnosis, Orientation, Programme, Activity, Support,
                                   Partnership, Link, PrintedMatter>;

[[nodiscard]] inline regulation::Section section_of(const DossierRecord& record) {
  return std::visit([](const auto& held) { return held.section; }, record);
}

[[nodiscard]] inline regulation::Theme theme_of(const DossierRecord& record) {
  return std::visit([](const auto& held) { return held.theme; }, record);
}

/// Whether a link shows what it tells; a file may do so too.
[[nodiscard]] inline bool links_evidence(const DossierRecord& record) {
  return std::visit([](const auto& held) { return !held.evidence.empty(); }, record);
}

/// What a list calls the record: its title, or whom it supports or works with.
[[nodiscard]] inline const std::string& title_of(const DossierRecord& record) {
  return std::visit(
      [](const auto& held) -> const std::string& {
        if constexpr (requires { held.title; })
          return held.title;
        else if constexpr (requires { held.beneficiary; })
          return held.beneficiary;
        else
          return held.partner;
      },
      record);
}

/// The days that a record tells of; one day alone is a period too.
[[nodiscard]] inline core::Period period_of(const DossierRecord& record) {
  return std::visit(
      [](const auto& held) {
        if constexpr (requires { held.period; })
          return held.period;
        else
          return core::Period{held.date, held.date};
      },
      record);
}

}  // namespace dossiers
