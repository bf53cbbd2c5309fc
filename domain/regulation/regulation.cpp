#include "domain/regulation/regulation.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "domain/core/text.hpp"

namespace regulation {
namespace {

using core::fail;
using core::invalid;
using core::Result;

std::string at(const std::string& list, std::size_t index) {
  return "regulation." + list + "[" + std::to_string(index) + "]";
}

Result<void> check_title(const std::string& title, const std::string& place) {
  return core::check_length(title, place + ".title", 1, 300);
}

Result<void> check_categories(const Regulation& regulation) {
  const std::set<Category> unique(regulation.categories.begin(), regulation.categories.end());
  if (unique.empty() || unique.size() != regulation.categories.size())
    return fail(invalid("categories", "regulation.categories",
                        "Indique pelo menos uma categoria, cada uma uma só vez.",
                        "Name at least one category, each of them once."));
  return {};
}

Result<void> check_criterion(const Criterion& criterion, const std::string& place,
                             std::set<core::CriterionId>& seen) {
  if (!seen.insert(criterion.id).second)
    return fail(invalid("criterion-repeated", place + ".id", "Este critério já existe.",
                        "This criterion exists already."));
  if (auto checked = check_title(criterion.title, place); !checked) return checked;
  if (criterion.weight < 1 || criterion.weight > 100)
    return fail(invalid("weight-range", place + ".weight", "O peso vai de 1 a 100.",
                        "A weight goes from 1 to 100."));
  return {};
}

Result<void> check_section(const SectionRules& rules, const std::string& place,
                           std::set<core::CriterionId>& seen) {
  if (rules.scale.minimum >= rules.scale.maximum || rules.scale.minimum < 0 ||
      rules.scale.maximum > 1000)
    return fail(invalid("scale", place + ".scale",
                        "A escala começa em 0 ou mais, acaba em 1000 ou menos e tem de subir.",
                        "A scale starts at 0 or more, ends at 1000 or less and has to rise."));
  if (rules.minimum_records < 0 || rules.minimum_records > 100)
    return fail(invalid("minimum-records", place + ".minimum_records",
                        "O número mínimo de registos vai de 0 a 100.",
                        "The least number of records goes from 0 to 100."));
  for (std::size_t i = 0; i < rules.criteria.size(); ++i) {
    auto checked =
        check_criterion(rules.criteria[i], place + ".criteria[" + std::to_string(i) + "]", seen);
    if (!checked) return checked;
  }
  return {};
}

Result<void> check_sections(const Regulation& regulation) {
  std::set<Section> sections;
  std::set<core::CriterionId> criteria;
  std::int64_t weights = 0;
  for (std::size_t i = 0; i < regulation.sections.size(); ++i) {
    const auto& rules = regulation.sections[i];
    if (!sections.insert(rules.section).second)
      return fail(invalid("section-repeated", at("sections", i) + ".section",
                          "Esta secção já está descrita.", "This section is described already."));
    auto checked = check_section(rules, at("sections", i), criteria);
    if (!checked) return checked;
    for (const auto& criterion : rules.criteria) weights += criterion.weight;
  }
  if (weights != 100)
    return fail(
        invalid("weights-sum", "regulation.sections",
                "Os pesos dos critérios somam " + std::to_string(weights) + "; têm de somar 100.",
                "The weights of the criteria add up to " + std::to_string(weights) +
                    "; they have to add up to 100."));
  return {};
}

Result<void> check_panel(const Regulation& regulation) {
  const std::int64_t fewest = regulation.panel_rule == PanelRule::TrimmedMean ? 3 : 1;
  if (regulation.minimum_jurors < fewest || regulation.minimum_jurors > 30)
    return fail(
        invalid("minimum-jurors", "regulation.minimum_jurors",
                "O número mínimo de jurados vai de " + std::to_string(fewest) + " a 30.",
                "The least number of jurors goes from " + std::to_string(fewest) + " to 30."));
  if (regulation.decimals < 0 || regulation.decimals > 6)
    return fail(invalid("decimals", "regulation.decimals", "As casas decimais vão de 0 a 6.",
                        "Decimals go from 0 to 6."));
  return {};
}

bool is_points(std::int64_t points) {
  return points >= 0 && points <= 100;
}

Result<void> check_award(const Regulation& regulation, const AwardRule& rule,
                         const std::string& place) {
  if (auto checked = check_title(rule.title, place); !checked) return checked;
  const auto takes_part = [&](Category category) {
    return std::ranges::find(regulation.categories, category) != regulation.categories.end();
  };
  if (rule.categories.empty() || !std::ranges::all_of(rule.categories, takes_part))
    return fail(invalid("award-categories", place + ".categories",
                        "Indique categorias que existam nesta edição.",
                        "Name categories that take part in this edition."));
  if (!is_points(rule.minimum_points) ||
      !std::ranges::all_of(rule.section_minimums, is_points, &SectionMinimum::points))
    return fail(invalid("award-points", place, "Os mínimos vão de 0 a 100 pontos.",
                        "Minimums go from 0 to 100 points."));
  if (rule.quota && *rule.quota < 1)
    return fail(invalid("award-quota", place + ".quota", "O número de distinções é 1 ou mais.",
                        "The number of awards is 1 or more."));
  return {};
}

Result<void> check_tie_break(const Regulation& regulation, const TieBreak& step,
                             const std::string& place) {
  const auto* by_criterion = std::get_if<ByCriterion>(&step);
  if (by_criterion != nullptr && !find_criterion(regulation, by_criterion->criterion))
    return fail(invalid("unknown-criterion", place + ".criterion", "Este critério não existe.",
                        "There is no such criterion."));
  return {};
}

Result<void> check_dates(const Regulation& regulation) {
  if (!regulation.mandate.well_ordered())
    return fail(invalid("mandate", "regulation.mandate", "O mandato acaba antes de começar.",
                        "The mandate ends before it begins."));
  const auto& calendar = regulation.calendar;
  if (calendar.opens >= calendar.submission_deadline ||
      calendar.submission_deadline >= calendar.scoring_deadline ||
      calendar.scoring_deadline > calendar.results)
    return fail(invalid("calendar", "regulation.calendar",
                        "As datas têm de seguir a ordem: abertura, fim das candidaturas, fim da "
                        "avaliação, resultados.",
                        "The dates have to follow in order: opening, submission deadline, scoring "
                        "deadline, results."));
  return {};
}

Result<void> check_awards_and_ties(const Regulation& regulation) {
  for (std::size_t i = 0; i < regulation.awards.size(); ++i)
    if (auto checked = check_award(regulation, regulation.awards[i], at("awards", i)); !checked)
      return checked;
  for (std::size_t i = 0; i < regulation.tie_break.size(); ++i)
    if (auto checked = check_tie_break(regulation, regulation.tie_break[i], at("tie_break", i));
        !checked)
      return checked;
  return {};
}

}  // namespace

Result<void> check(const Regulation& regulation) {
  for (const auto& rule :
       {check_categories, check_dates, check_sections, check_panel, check_awards_and_ties})
    if (auto checked = rule(regulation); !checked) return checked;
  return {};
}

std::optional<PlacedCriterion> find_criterion(const Regulation& regulation,
                                              const core::CriterionId& id) {
  for (const auto& section : regulation.sections)
    for (const auto& criterion : section.criteria)
      if (criterion.id == id) return PlacedCriterion{&criterion, &section};
  return std::nullopt;
}

}  // namespace regulation
