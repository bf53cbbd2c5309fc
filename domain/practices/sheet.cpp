#include "domain/practices/sheet.hpp"

#include <algorithm>
#include <set>

#include "domain/core/text.hpp"

namespace practices {
namespace {

using core::check_length;
using core::fail;
using core::invalid;
using core::Result;

/// What is asked of one part of a text.
struct TextRule {
  std::string_view name;
  std::string PracticeText::* part;
  std::size_t fewest;
  std::size_t most;
};

constexpr auto text_rules = std::to_array<TextRule>({
    {"title", &PracticeText::title, 1, 100},
    {"summary", &PracticeText::summary, 1, 160},
    {"about", &PracticeText::about, 1, 1500},
    {"resources", &PracticeText::resources, 0, 300},
    {"evidence", &PracticeText::evidence, 0, 500},
    {"difficulties", &PracticeText::difficulties, 0, 300},
    {"potential", &PracticeText::potential, 0, 1000},
});

Result<void> check_text(const PracticeText& text, const std::string& language) {
  for (const auto& rule : text_rules) {
    const auto field = "text." + language + "." + std::string(rule.name);
    if (auto checked = check_length(text.*rule.part, field, rule.fewest, rule.most); !checked)
      return checked;
  }
  return {};
}

Result<void> check_texts(const Sheet& sheet) {
  if (auto checked = check_text(sheet.text.pt, "pt"); !checked) return checked;
  return sheet.text.en ? check_text(*sheet.text.en, "en") : Result<void>();
}

Result<void> check_period_and_place(const Sheet& sheet) {
  const auto& [first, last] = sheet.period;
  if (first && last && *last < *first)
    return fail(invalid("period-order", "period", "O período acaba antes de começar.",
                        "The period ends before it begins."));
  return check_length(sheet.place, "place", 0, 200);
}

Result<void> check_size(std::size_t size, const std::string& field, std::size_t most) {
  const auto limit = std::to_string(most);
  if (size > most)
    return fail(invalid("list-length", field, "Indique no máximo " + limit + ".",
                        "Name " + limit + " at most."));
  return {};
}

template <class T>
Result<void> check_unique(const std::vector<T>& list, const std::string& field) {
  if (std::set<T>(list.begin(), list.end()).size() != list.size())
    return fail(
        invalid("repeated", field, "Indique cada um uma só vez.", "Name each of them once."));
  return {};
}

Result<void> check_partners(const Sheet& sheet) {
  if (auto checked = check_size(sheet.partners.size(), "partners", 50); !checked) return checked;
  for (std::size_t i = 0; i < sheet.partners.size(); ++i) {
    const auto field = core::item("partners", i) + ".name";
    if (auto checked = check_length(sheet.partners[i].name, field, 1, 200); !checked)
      return checked;
  }
  return {};
}

Result<void> check_ods(const Sheet& sheet) {
  const auto& ods = sheet.classification.ods;
  for (std::size_t i = 0; i < ods.size(); ++i)
    if (ods[i] < 1 || ods[i] > 17)
      return fail(invalid("ods", core::item("classification.ods", i),
                          "Os Objetivos de Desenvolvimento Sustentável vão de 1 a 17.",
                          "The Sustainable Development Goals go from 1 to 17."));
  return check_unique(ods, "classification.ods");
}

Result<void> check_keywords(const Sheet& sheet) {
  const auto& keywords = sheet.classification.keywords;
  if (auto checked = check_size(keywords.size(), "classification.keywords", 10); !checked)
    return checked;
  for (std::size_t i = 0; i < keywords.size(); ++i)
    if (auto checked = check_length(keywords[i], core::item("classification.keywords", i), 1, 50);
        !checked)
      return checked;
  return check_unique(keywords, "classification.keywords");
}

Result<void> check_contact(const Sheet& sheet) {
  const auto& contact = sheet.contact;
  if (auto checked = check_length(contact.name.text(), "contact.name", 1, 200); !checked)
    return checked;
  if (contact.email && !core::is_email(contact.email->text()))
    return fail(invalid("email", "contact.email", "Escreva um endereço como nome@exemplo.pt.",
                        "Write an address such as name@example.pt."));
  return contact.phone ? check_length(contact.phone->text(), "contact.phone", 1, 40)
                       : Result<void>();
}

}  // namespace

Result<void> check(const Sheet& sheet) {
  for (const auto& rule : {check_texts, check_period_and_place, check_partners, check_ods,
                           check_keywords, check_contact})
    if (auto checked = rule(sheet); !checked) return checked;
  return {};
}

}  // namespace practices
