#include "domain/dossiers/completeness.hpp"

#include <algorithm>

#include "domain/dossiers/sections.hpp"

namespace dossiers {
namespace {

using core::Words;

void append_sentence(std::string& text, const std::string& sentence) {
  if (!text.empty()) text += ' ';
  text += sentence;
}

std::string numbered(const regulation::Section& section, std::string_view title) {
  const auto number = regulation::choice_names(section)[static_cast<std::size_t>(section)];
  return std::string(number) + " (" + std::string(title) + ")";
}

Words sentence(const SectionStatus& status) {
  const auto title = title_of(status.section);
  const auto number = std::to_string(status.missing);
  const bool one = status.missing == 1;
  return {"Secção " + numbered(status.section, title.pt) + ": " + (one ? "falta " : "faltam ") +
              number + (one ? " registo." : " registos."),
          "Section " + numbered(status.section, title.en) + ": " + number +
              (one ? " record is missing." : " records are missing.")};
}

Words without_evidence(regulation::Section section, std::ptrdiff_t records) {
  const auto title = title_of(section);
  const auto number = std::to_string(records);
  const bool one = records == 1;
  return {"Secção " + numbered(section, title.pt) + ": " + number +
              (one ? " registo sem comprovativo." : " registos sem comprovativo."),
          "Section " + numbered(section, title.en) + ": " + number +
              (one ? " record without evidence." : " records without evidence.")};
}

}  // namespace

std::vector<SectionStatus> completeness(const regulation::Regulation& rules,
                                        const std::vector<regulation::Section>& records) {
  std::vector<SectionStatus> sections;
  for (const auto& section : rules.sections) {
    const std::int64_t count = std::ranges::count(records, section.section);
    const std::int64_t needed = section.minimum_records;
    sections.push_back({section.section, count, needed, std::max<std::int64_t>(0, needed - count)});
  }
  return sections;
}

core::Words missing_words(const std::vector<SectionStatus>& sections) {
  Words words;
  for (const auto& status : sections) {
    if (status.missing == 0) continue;
    const auto [pt, en] = sentence(status);
    append_sentence(words.pt, pt);
    append_sentence(words.en, en);
  }
  return words;
}

core::Words without_evidence_words(std::vector<regulation::Section> records) {
  std::ranges::sort(records);
  Words words;
  for (auto first = records.begin(); first != records.end();) {
    const auto next = std::ranges::upper_bound(first, records.end(), *first);
    const auto [pt, en] = without_evidence(*first, next - first);
    append_sentence(words.pt, pt);
    append_sentence(words.en, en);
    first = next;
  }
  return words;
}

}  // namespace dossiers
