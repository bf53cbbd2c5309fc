#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "domain/regulation/category.hpp"

namespace dossiers {

struct SectionTitle {
  std::string_view pt;
  std::string_view en;
};

/// A section of the caderno de candidatura as readers see it, without its number.
[[nodiscard]] inline SectionTitle title_of(regulation::Section section) {
  static constexpr auto titles = std::to_array<SectionTitle>({
      {"Conhecimento da realidade", "Knowledge of the territory"},
      {"Orientações estratégicas", "Strategic orientation"},
      {"Programas desenvolvidos", "Programmes"},
      {"Atividades e iniciativas pontuais", "Activities and single initiatives"},
      {"Apoio a entidades, organizações e eventos", "Support for organisations and events"},
      {"Parcerias e resultados", "Partnerships and results"},
      {"Informação online", "Information online"},
      {"Informação em formato físico", "Printed information"},
  });
  return titles.at(static_cast<std::size_t>(section));
}

}  // namespace dossiers
