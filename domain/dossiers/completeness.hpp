#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/core/words.hpp"
#include "domain/regulation/regulation.hpp"

namespace dossiers {

/// How far one section is filled.
struct SectionStatus {
  regulation::Section section = regulation::Section::I;
  std::int64_t records = 0;
  std::int64_t needed = 0;
  std::int64_t missing = 0;
  FIELDS(section, records, needed, missing)
};

/// One status for each section of the regulation, in its order, from the section of every record
/// in the dossier.
[[nodiscard]] std::vector<SectionStatus> completeness(
    const regulation::Regulation& rules, const std::vector<regulation::Section>& records);

/// What is missing, a sentence for each section that lacks something; empty where nothing is.
[[nodiscard]] core::Words missing_words(const std::vector<SectionStatus>& sections);

/// A sentence for each section that has records without evidence, from the section of each such
/// record. They keep no dossier from being submitted; the jury sees that nothing shows them.
[[nodiscard]] core::Words without_evidence_words(std::vector<regulation::Section> records);

}  // namespace dossiers
