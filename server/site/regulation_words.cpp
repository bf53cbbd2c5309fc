#include "server/site/regulation_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/dossiers/sections.hpp"
#include "server/site/portuguese.hpp"

namespace server::site {
namespace {

using regulation::Regulation;

std::string section_in_words(regulation::Section section) {
  return fmt::format("secção {}, {}", numeral_of(section), dossiers::title_of(section).pt);
}

std::string_view panel_rule_in_words(regulation::PanelRule rule) {
  switch (rule) {
    case regulation::PanelRule::Mean:
      return "a média dos jurados";
    case regulation::PanelRule::TrimmedMean:
      return "a média dos jurados, sem a pontuação mais alta nem a mais baixa";
    case regulation::PanelRule::Median:
      return "a mediana dos jurados";
  }
  return "";
}

std::string step_in_words(const Regulation& rules, const regulation::TieBreak& step) {
  if (const auto* by_section = std::get_if<regulation::BySection>(&step))
    return "Maior pontuação na " + section_in_words(by_section->section);
  if (const auto* by_criterion = std::get_if<regulation::ByCriterion>(&step)) {
    const auto found = regulation::find_criterion(rules, by_criterion->criterion);
    return fmt::format("Maior pontuação no critério «{}»",
                       found ? found->criterion->title : by_criterion->criterion.text());
  }
  return "Mais pontuações no máximo da escala";
}

}  // namespace

std::int64_t weight_of(const regulation::SectionRules& section) {
  std::int64_t weight = 0;
  for (const auto& criterion : section.criteria) weight += criterion.weight;
  return weight;
}

std::string_view explanation_of(regulation::Category category) {
  switch (category) {
    case regulation::Category::Municipio:
      return "Qualquer município do continente ou das ilhas.";
    case regulation::Category::Freguesia:
      return "As freguesias que não resultam de uma união.";
    case regulation::Category::UniaoDeFreguesias:
      return "As freguesias que resultam de uma união.";
  }
  return "";
}

std::vector<std::string> eligibility_in_words(const Regulation& rules) {
  std::vector<std::string> words = {"Cada autarquia apresenta uma só candidatura.",
                                    "Todos os registos têm de caber no período do mandato."};
  for (const auto& section : rules.sections)
    if (section.minimum_records > 0)
      words.push_back(
          fmt::format("A {} tem pelo menos {} {}.", section_in_words(section.section),
                      number_in_words(static_cast<std::size_t>(section.minimum_records)),
                      section.minimum_records == 1 ? "registo" : "registos"));
  return words;
}

std::string scale_in_words(const Regulation& rules) {
  return fmt::format(
      "Cada jurado pontua todos os critérios, na escala indicada. As pontuações passam para uma "
      "escala de 0 a 100 e contam com o peso da tabela. A pontuação da candidatura é {}.",
      panel_rule_in_words(rules.panel_rule));
}

std::vector<std::string> jury_rules_in_words(const Regulation& rules) {
  return {
      fmt::format("Cada candidatura é avaliada por {} jurados, pelo menos. Com menos, fica sem "
                  "classificação.",
                  number_in_words(static_cast<std::size_t>(rules.minimum_jurors))),
      "Antes de avaliar, cada jurado declara se tem algum impedimento.",
      "Cada jurado avalia sozinho. As pontuações ficam seladas antes de se conhecer o resultado.",
      fmt::format("Publica-se a pontuação com {} casas decimais; a ordem decide-se sem "
                  "arredondar.",
                  number_in_words(static_cast<std::size_t>(rules.decimals), true))};
}

std::string award_in_words(const regulation::AwardRule& rule) {
  if (!rule.quota) return "Para todas as candidaturas que cumpram as condições.";
  if (*rule.quota == 1) return "Para a melhor candidatura de cada categoria.";
  return fmt::format("Para as {} melhores candidaturas de cada categoria.",
                     number_in_words(static_cast<std::size_t>(*rule.quota), true));
}

std::vector<std::string> conditions_in_words(const regulation::AwardRule& rule) {
  std::vector<std::string> words;
  if (rule.minimum_points > 0)
    words.push_back(fmt::format("Pelo menos {} pontos em 100", rule.minimum_points));
  for (const auto& minimum : rule.section_minimums)
    words.push_back(fmt::format("Pelo menos {} pontos em 100 na {}", minimum.points,
                                section_in_words(minimum.section)));
  return words;
}

std::vector<std::string> tie_break_in_words(const Regulation& rules) {
  std::vector<std::string> words;
  for (const auto& step : rules.tie_break) words.push_back(step_in_words(rules, step));
  words.emplace_back("Se mesmo assim ficarem iguais, partilham o lugar e a distinção");
  return words;
}

}  // namespace server::site
