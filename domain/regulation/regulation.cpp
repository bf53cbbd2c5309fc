#include "domain/regulation/regulation.hpp"

#include <algorithm>
#include <set>

#include "domain/core/text.hpp"
#include "domain/regulation/faults.hpp"

namespace regulation {
namespace {

constexpr std::int64_t most_jurors = 30;

void check_own_categories(const Regulation& regulation, Faults& faults) {
  const std::set<Category> unique(regulation.categories.begin(), regulation.categories.end());
  faults.unless(!unique.empty() && unique.size() == regulation.categories.size(), "categories",
                "categories", "Indique pelo menos uma categoria, cada uma uma só vez.",
                "Name at least one category, each of them once.");
}

void check_call(const Regulation& regulation, Faults& faults) {
  if (!regulation.call) return;
  const auto& themes = regulation.call->themes;
  const std::set<Theme> unique(themes.begin(), themes.end());
  faults.unless(!unique.empty() && unique.size() == themes.size(), "themes", "call.themes",
                "Indique pelo menos um tema, cada um uma só vez.",
                "Name at least one theme, each of them once.");
}

void check_follows(const Regulation& regulation, Faults& faults) {
  std::set<core::EditionId> seen;
  for (std::size_t i = 0; i < regulation.follows.size(); ++i)
    faults.unless(seen.insert(regulation.follows[i]).second, "edition-repeated",
                  core::item("follows", i), "Esta edição já foi indicada.",
                  "This edition has been named already.");
}

void check_criterion(const Criterion& criterion, const std::string& place,
                     std::set<core::CriterionId>& seen, Faults& faults) {
  faults.unless(seen.insert(criterion.id).second, "criterion-repeated", place + ".id",
                "Este critério já existe.", "This criterion exists already.");
  check_title(criterion.title, place, faults);
  faults.unless(criterion.weight >= 1 && criterion.weight <= 1000, "weight-range",
                place + ".weight", "O peso vai de 1 a 1000.", "A weight goes from 1 to 1000.");
}

void check_section(const SectionRules& rules, const std::string& place,
                   std::set<core::CriterionId>& seen, Faults& faults) {
  const auto [minimum, maximum] = rules.scale;
  faults.unless(0 <= minimum && minimum < maximum && maximum <= 1000, "scale", place + ".scale",
                "A escala começa em 0 ou mais, acaba em 1000 ou menos e tem de subir.",
                "A scale starts at 0 or more, ends at 1000 or less and has to rise.");
  faults.unless(rules.minimum_records >= 0 && rules.minimum_records <= 100, "minimum-records",
                place + ".minimum_records", "O número mínimo de registos vai de 0 a 100.",
                "The least number of records goes from 0 to 100.");
  for (std::size_t i = 0; i < rules.criteria.size(); ++i)
    check_criterion(rules.criteria[i], core::item(place + ".criteria", i), seen, faults);
}

void check_weights(const Regulation& regulation, Faults& faults) {
  const auto weights = sum_of_weights(regulation);
  const auto sum = std::to_string(weights);
  faults.unless(
      weights == 100 || weights == 1000, "weights-sum", "sections",
      "Os pesos dos critérios somam " + sum + "; têm de somar 100, ou 1000 se são mais finos.",
      "The weights of the criteria add up to " + sum +
          "; they have to add up to 100, or to 1000 where they are finer.");
}

void check_sections(const Regulation& regulation, Faults& faults) {
  std::set<Section> sections;
  std::set<core::CriterionId> criteria;
  for (std::size_t i = 0; i < regulation.sections.size(); ++i) {
    const auto& rules = regulation.sections[i];
    const auto place = core::item("sections", i);
    faults.unless(sections.insert(rules.section).second, "section-repeated", place + ".section",
                  "Esta secção já está descrita.", "This section is described already.");
    check_section(rules, place, criteria, faults);
  }
  check_weights(regulation, faults);
}

void check_composition(const Regulation& regulation, Faults& faults) {
  if (!regulation.panel) return;
  const auto [common, experts] = *regulation.panel;
  const auto fewest = std::to_string(regulation.minimum_jurors);
  const auto is_count = [](std::int64_t jurors) { return 0 <= jurors && jurors <= most_jurors; };
  faults.unless(is_count(common) && is_count(experts) && common + experts <= most_jurors &&
                    common + experts >= regulation.minimum_jurors,
                "panel-composition", "panel",
                "Os jurados comuns e os especialistas são, juntos, de " + fewest + " a 30.",
                "Common jurors and experts are, together, from " + fewest + " to 30.");
}

void check_rounding(const Regulation& regulation, Faults& faults) {
  if (!regulation.rounding) return;
  const auto& [jurors, panel] = *regulation.rounding;
  faults.unless(jurors || panel, "rounding", "rounding",
                "Diga em que passo se arredonda: jurors, panel ou os dois.",
                "Say at which step points are rounded: jurors, panel or both.");
  const auto check = [&](const char* field, const std::optional<std::int64_t>& decimals) {
    faults.unless(!decimals || (0 <= *decimals && *decimals <= 6), "decimals", field,
                  "As casas decimais vão de 0 a 6.", "Decimals go from 0 to 6.");
  };
  check("rounding.jurors", jurors);
  check("rounding.panel", panel);
}

void check_panel(const Regulation& regulation, Faults& faults) {
  const std::int64_t fewest = regulation.panel_rule == PanelRule::TrimmedMean ? 3 : 1;
  faults.unless(regulation.minimum_jurors >= fewest && regulation.minimum_jurors <= most_jurors,
                "minimum-jurors", "minimum_jurors",
                "O número mínimo de jurados vai de " + std::to_string(fewest) + " a 30.",
                "The least number of jurors goes from " + std::to_string(fewest) + " to 30.");
  faults.unless(regulation.decimals >= 0 && regulation.decimals <= 6, "decimals", "decimals",
                "As casas decimais vão de 0 a 6.", "Decimals go from 0 to 6.");
}

/// `later` comes after `earlier`, by the second; the names are those of calendar.hpp.
struct Order {
  core::Instant Calendar::* earlier;
  core::Instant Calendar::* later;
  const char* field;
  const char* pt;
  const char* en;
};
constexpr Order orders[] = {
    {&Calendar::opens, &Calendar::submission_deadline, "calendar.submission_deadline",
     "As candidaturas acabam depois de abrirem.", "Applications end after they open."},
    {&Calendar::submission_deadline, &Calendar::scoring_deadline, "calendar.scoring_deadline",
     "A avaliação acaba depois das candidaturas.", "Scoring ends after applications."},
    {&Calendar::scoring_deadline, &Calendar::results, "calendar.results",
     "Os resultados não vêm antes do fim da avaliação.",
     "The results do not come before the end of scoring."},
    {&Calendar::results, &Calendar::hearing_deadline, "calendar.hearing_deadline",
     "A audiência não acaba antes dos resultados.", "The hearing does not end before the results."},
    {&Calendar::hearing_deadline, &Calendar::complaints_deadline, "calendar.complaints_deadline",
     "As reclamações não acabam antes da audiência.", "Complaints do not end before the hearing."}};

void check_dates(const Regulation& regulation, Faults& faults) {
  faults.unless(regulation.mandate.well_ordered(), "mandate", "mandate",
                "O mandato acaba antes de começar.", "The mandate ends before it begins.");
  const auto& calendar = regulation.calendar;
  for (const auto& [earlier, later, field, pt, en] : orders) {
    const bool phase_between =
        later == &Calendar::submission_deadline || later == &Calendar::scoring_deadline;
    const bool sound = phase_between ? !core::in_time(calendar.*later, calendar.*earlier)
                                     : calendar.*earlier <= calendar.*later;
    faults.unless(sound, "calendar", field, pt, en);
  }
}

void check_terms(const Regulation& regulation, Faults& faults) {
  faults.take(check_hearing_days(regulation.calendar));
  faults.take(check_complaint_days(regulation.calendar));
}

/// Whether the register of entities can tell.
template <class... Ts>
bool is_of_entities(const std::variant<Ts...>& condition) {
  return std::holds_alternative<InTerritory>(condition) ||
         std::holds_alternative<Population>(condition);
}

}  // namespace

void check_title(const std::string& title, const std::string& place, Faults& faults) {
  faults.take(core::check_length(title, place + ".title", 1, 300));
}

std::vector<core::Error> faults(const Regulation& regulation) {
  Faults faults;
  for (const auto check : {check_call, check_own_categories, check_dates, check_terms,
                           check_sections, check_panel, check_rounding, check_composition,
                           check_conditions, check_awards, check_follows, check_tie_break})
    check(regulation, faults);
  return std::move(faults).found();
}

bool asks_of_entities(const Regulation& regulation) {
  const auto any_of = [](const auto& asking) {
    return std::ranges::any_of(asking.conditions,
                               [](const auto& condition) { return is_of_entities(condition); });
  };
  return std::ranges::any_of(regulation.awards, any_of) ||
         std::ranges::any_of(regulation.admission, any_of);
}

JurorsSee seen_by_jurors(const Regulation& regulation) {
  return regulation.jurors_see.value_or(JurorsSee());
}

bool has_draw(const Regulation& regulation) {
  return !regulation.tie_break.empty() &&
         std::holds_alternative<ByDraw>(regulation.tie_break.back());
}

std::int64_t sum_of_weights(const Regulation& regulation) {
  std::int64_t weights = 0;
  for (const auto& rules : regulation.sections)
    for (const auto& criterion : rules.criteria)
      weights += std::clamp<std::int64_t>(criterion.weight, -1000, 1000);
  return weights;
}

std::optional<PlacedCriterion> find_criterion(const Regulation& regulation,
                                              const core::CriterionId& id) {
  for (const auto& section : regulation.sections)
    for (const auto& criterion : section.criteria)
      if (criterion.id == id) return PlacedCriterion{&criterion, &section};
  return std::nullopt;
}

}  // namespace regulation
