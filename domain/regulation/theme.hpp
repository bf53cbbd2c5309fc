#pragma once

#include <vector>

#include "domain/core/fields.hpp"

namespace regulation {

/// What a piece of social work is about. Drawn from the problems of REF-AMP (a metropolitan
/// area's frame for social work) and from the domains of Alijó's action plan.
enum class Theme {
  Envelhecimento,
  Saude,
  SaudeMentalEDependencias,
  Deficiencia,
  EmpregoEQualificacao,
  PobrezaEExclusao,
  ViolenciaDomestica,
  Habitacao,
  Igualdade,
  InfanciaJuventudeEFamilias,
  Migracoes,
  EducacaoEConhecimento,
  Voluntariado,
  TrabalhoEmRede,
};
CHOICES(Theme, "envelhecimento", "saude", "saude-mental-e-dependencias", "deficiencia",
        "emprego-e-qualificacao", "pobreza-e-exclusao", "violencia-domestica", "habitacao",
        "igualdade", "infancia-juventude-e-familias", "migracoes", "educacao-e-conhecimento",
        "voluntariado", "trabalho-em-rede")

struct ThemeTitle {
  std::string_view pt;
  std::string_view en;
};

/// A theme as readers see it.
[[nodiscard]] inline ThemeTitle title_of(Theme theme) {
  static constexpr auto titles = std::to_array<ThemeTitle>({
      {"Envelhecimento", "Ageing"},
      {"Saúde", "Health"},
      {"Saúde mental e dependências", "Mental health and addictions"},
      {"Deficiência", "Disability"},
      {"Emprego e qualificação", "Employment and skills"},
      {"Pobreza e exclusão social", "Poverty and social exclusion"},
      {"Violência doméstica", "Domestic violence"},
      {"Habitação", "Housing"},
      {"Igualdade e não discriminação", "Equality and non-discrimination"},
      {"Infância, juventude e famílias", "Children, young people and families"},
      {"Migrações", "Migration"},
      {"Educação e conhecimento", "Education and knowledge"},
      {"Voluntariado e participação", "Volunteering and participation"},
      {"Trabalho em rede", "Working together"},
  });
  return titles.at(static_cast<std::size_t>(theme));
}

/// An edition that asks for some themes alone, where the annual one takes all of them.
struct ThemedCall {
  std::vector<Theme> themes;
  FIELDS(themes)
};

}  // namespace regulation
