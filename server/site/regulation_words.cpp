#include "server/site/regulation_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "domain/dossiers/sections.hpp"
#include "projections/ties.hpp"
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
  if (std::holds_alternative<regulation::Shared>(step)) return "Partilham o lugar e a distinção";
  if (std::holds_alternative<regulation::ByDraw>(step))
    return fmt::format("Sorteio público, com a semente cujo SHA-256 é {}",
                       rules.draw_commitment.value_or(""));
  return "Mais pontuações no máximo da escala";
}

std::string titles_of(const Regulation& rules, const std::vector<core::AwardId>& awards) {
  std::vector<std::string> titles;
  for (const auto& rule : rules.awards)
    if (std::ranges::count(awards, rule.id) > 0) titles.push_back("«" + rule.title + "»");
  return listed(titles, "ou");
}

std::string limited(const regulation::Limits& limits, std::string_view what,
                    std::string_view where = "") {
  return fmt::format("{}{}: {}", what, where, regulation::limits_in_words(limits).pt);
}

std::string categories_in_words(const std::vector<regulation::Category>& categories) {
  std::vector<std::string> names;
  for (const auto category : categories) names.emplace_back(name_of(category));
  return listed(names);
}

/// A comma may stand within a theme's title.
std::string themes_in_words(const regulation::ThemedCall& call) {
  std::vector<std::string> titles;
  for (const auto theme : call.themes)
    titles.push_back("«" + std::string(title_of(theme).pt) + "»");
  return listed(titles, "ou");
}

/// A condition as an item of a list.
struct ConditionInWords {
  const Regulation& rules;

  std::string operator()(const regulation::TotalPoints& condition) const {
    return limited(condition, "Pontos em 100");
  }
  std::string operator()(const regulation::SectionPoints& condition) const {
    return limited(condition, "Pontos em 100", " na " + section_in_words(condition.section));
  }
  std::string operator()(const regulation::InTerritory& condition) const {
    std::vector<std::string> places;
    for (const auto& code : condition.municipalities) places.push_back("município " + code.text());
    for (const auto& district : condition.districts) places.push_back("distrito " + district);
    for (const auto& code : condition.nuts) places.push_back("NUTS " + code);
    return "Território: " + listed(places, "ou");
  }
  std::string operator()(const regulation::Population& condition) const {
    return limited(condition, "Habitantes");
  }
  std::string operator()(const regulation::InARow& condition) const {
    return fmt::format("{}.ª edição seguida com {}", condition.editions,
                       titles_of(rules, condition.awards));
  }
  std::string operator()(const regulation::NotAwarded& condition) const {
    return fmt::format("Sem {} nas últimas edições ({})", titles_of(rules, condition.awards),
                       condition.editions);
  }
};

}  // namespace

std::int64_t weight_of(const regulation::SectionRules& section) {
  std::int64_t weight = 0;
  for (const auto& criterion : section.criteria) weight += criterion.weight;
  return weight;
}

std::string percent_of(std::int64_t weight, const regulation::Regulation& rules) {
  const auto tenths = 1000 * weight / regulation::sum_of_weights(rules);
  return tenths % 10 == 0 ? fmt::format("{} %", tenths / 10)
                          : fmt::format("{},{} %", tenths / 10, tenths % 10);
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
  if (rules.call)
    words.push_back(
        fmt::format("Todos os registos são de um destes temas: {}.", themes_in_words(*rules.call)));
  for (const auto& section : rules.sections)
    if (section.minimum_records > 0)
      words.push_back(
          fmt::format("A {} tem pelo menos {} {}.", section_in_words(section.section),
                      number_in_words(static_cast<std::size_t>(section.minimum_records)),
                      section.minimum_records == 1 ? "registo" : "registos"));
  for (const auto& admission : rules.admission)
    for (const auto& condition : admission.conditions)
      words.push_back(fmt::format("{}: {}.", categories_in_words(admission.categories),
                                  std::visit(ConditionInWords{rules}, condition)));
  return words;
}

std::string scale_in_words(const Regulation& rules) {
  return fmt::format(
      "Cada jurado pontua todos os critérios, na escala indicada. As pontuações passam para uma "
      "escala de 0 a 100 e contam com o peso da tabela. A pontuação da candidatura é {}.",
      panel_rule_in_words(rules.panel_rule));
}

namespace {

std::string decimals_in_words(std::int64_t decimals) {
  if (decimals == 0) return "números inteiros";
  return fmt::format("{} {}", number_in_words(static_cast<std::size_t>(decimals), true),
                     decimals == 1 ? "casa decimal" : "casas decimais");
}

std::string rounding_in_words(const Regulation& rules) {
  if (!rules.rounding) return "A ordem e as distinções decidem-se sem arredondar.";
  std::vector<std::string> steps;
  if (const auto& decimals = rules.rounding->jurors)
    steps.push_back("a pontuação de cada jurado, com " + decimals_in_words(*decimals));
  if (const auto& decimals = rules.rounding->panel)
    steps.push_back("a pontuação da candidatura, com " + decimals_in_words(*decimals));
  return "Antes de decidir a ordem e as distinções arredonda-se " + listed(steps) + ".";
}

std::string blindness_in_words(const Regulation& rules) {
  const auto [others, authors] = regulation::seen_by_jurors(rules);
  if (others && authors)
    return "Enquanto avaliam, os jurados sabem quem mais faz parte do júri e quem preparou a "
           "candidatura.";
  if (others)
    return "Enquanto avaliam, os jurados sabem quem mais faz parte do júri, mas não quem preparou "
           "a candidatura.";
  if (authors)
    return "Enquanto avaliam, os jurados sabem quem preparou a candidatura, mas não quem mais faz "
           "parte do júri.";
  return "Enquanto avaliam, os jurados não sabem quem mais faz parte do júri nem quem preparou a "
         "candidatura.";
}

}  // namespace

std::vector<std::string> jury_rules_in_words(const Regulation& rules) {
  std::vector<std::string> words = {
      fmt::format("Cada candidatura é avaliada por {} {}, pelo menos. Com menos, fica sem "
                  "classificação.",
                  number_in_words(static_cast<std::size_t>(rules.minimum_jurors)),
                  rules.minimum_jurors == 1 ? "jurado" : "jurados"),
      "Antes de avaliar, cada jurado declara se tem algum impedimento.",
      "Cada jurado avalia sozinho. As pontuações ficam seladas antes de se conhecer o resultado.",
      blindness_in_words(rules),
      fmt::format("Publica-se a pontuação com {}. {}", decimals_in_words(rules.decimals),
                  rounding_in_words(rules))};
  if (rules.panel)
    words.insert(
        words.begin(),
        fmt::format("Cada candidatura tem {} jurados: {} comuns a todas as áreas, {} da sua "
                    "área.",
                    rules.panel->jurors(), rules.panel->common, rules.panel->experts));
  return words;
}

std::string award_in_words(const regulation::AwardRule& rule) {
  const auto* of = rule.all_categories ? "de todas as categorias" : "de cada categoria";
  if (!rule.quota) return "Para todas as candidaturas que cumpram as condições.";
  if (*rule.quota == 1) return fmt::format("Para a melhor candidatura {}.", of);
  return fmt::format("Para as {} melhores candidaturas {}.",
                     number_in_words(static_cast<std::size_t>(*rule.quota), true), of);
}

std::vector<std::string> conditions_in_words(const Regulation& rules,
                                             const regulation::AwardRule& rule) {
  std::vector<std::string> words;
  for (const auto& condition : rule.conditions)
    words.push_back(std::visit(ConditionInWords{rules}, condition));
  if (!rule.among.empty()) words.push_back("Entre quem recebe " + titles_of(rules, rule.among));
  if (!rule.unless.empty())
    words.push_back("Só para quem não recebe " + titles_of(rules, rule.unless));
  if (rule.best_by)
    words.push_back(std::visit(
        [&](const auto& theme) { return step_in_words(rules, regulation::TieBreak(theme)); },
        *rule.best_by));
  return words;
}

std::vector<std::string> tie_break_in_words(const Regulation& rules) {
  std::vector<std::string> words;
  for (const auto& step : rules.tie_break) words.push_back(step_in_words(rules, step));
  const bool is_settled = !rules.tie_break.empty() &&
                          (regulation::has_draw(rules) ||
                           std::holds_alternative<regulation::Shared>(rules.tie_break.back()));
  if (!is_settled)
    words.emplace_back("Se mesmo assim ficarem iguais, partilham o lugar e a distinção");
  return words;
}

std::string tie_in_words(const projections::Tie& tie) {
  if (tie.shared)
    return fmt::format("{} e {} ficam iguais em todos os passos do desempate e partilham o lugar.",
                       tie.first.name, tie.second.name);
  return fmt::format("{} fica à frente de {} {}.", tie.first.name, tie.second.name,
                     tie.parted ? tie.parted->pt : "pelo desempate do regulamento");
}

}  // namespace server::site
