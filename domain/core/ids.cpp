#include "domain/core/ids.hpp"

#include <algorithm>

namespace core {
namespace {

bool is_identifier_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

}  // namespace

bool is_identifier(std::string_view text) {
  constexpr std::size_t longest = 96;
  return !text.empty() && text.size() <= longest &&
         std::ranges::all_of(text, is_identifier_character);
}

DossierId dossier_of(const EditionId& edition, const EntityCode& entity) {
  return DossierId(edition.text() + "-" + entity.text());
}

EditionId edition_of(const DossierId& dossier) {
  return EditionId(dossier.text().substr(0, dossier.text().rfind('-')));
}

EntityCode entity_of(const DossierId& dossier) {
  const auto dash = dossier.text().rfind('-');
  return EntityCode(dash == std::string::npos ? "" : dossier.text().substr(dash + 1));
}

}  // namespace core
