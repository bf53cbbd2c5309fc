#include <fmt/format.h>

#include <algorithm>

#include "domain/dossiers/sections.hpp"
#include "server/application.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/regulation_words.hpp"
#include "server/site/shown_edition.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

struct CategoryView {
  std::string category_name;
  std::string category_text;
  FIELDS(category_name, category_text)
};

struct CriterionView {
  std::string criterion_name;
  std::string criterion_question;
  std::string criterion_weight;
  FIELDS(criterion_name, criterion_question, criterion_weight)
};

struct SectionView {
  std::string section_numeral;
  std::string section_name;
  std::string section_weight;
  std::int64_t section_bar = 0;
  std::string section_scale;
  std::vector<CriterionView> criteria;
  FIELDS(section_numeral, section_name, section_weight, section_bar, section_scale, criteria)
};

struct AwardView {
  std::string award_name;
  bool galardao = false;
  bool bandeira = false;
  std::string award_text;
  std::vector<std::string> conditions;
  FIELDS(award_name, galardao, bandeira, award_text, conditions)
};

struct EditionView {
  std::string edition_name;
  std::string edition_state;
  std::string edition_summary;
  std::optional<std::string> primary_label;
  std::optional<std::string> primary_href;
  std::string mandate_from_text;
  std::string mandate_from_datetime;
  std::string mandate_to_text;
  std::string mandate_to_datetime;
  std::vector<CategoryView> categories;
  std::vector<std::string> eligibility;
  std::string scale_text;
  std::vector<SectionView> sections;
  std::vector<Moment> moments;
  std::vector<std::string> jury_rules;
  std::vector<AwardView> awards;
  std::vector<std::string> tie_break;
  std::string frozen_text;
  std::string frozen_datetime;
  std::string regulation_href;
  FIELDS(edition_name, edition_state, edition_summary, primary_label, primary_href,
         mandate_from_text, mandate_from_datetime, mandate_to_text, mandate_to_datetime, categories,
         eligibility, scale_text, sections, moments, jury_rules, awards, tie_break, frozen_text,
         frozen_datetime, regulation_href)
};

std::vector<SectionView> sections_of(const regulation::Regulation& rules) {
  std::int64_t heaviest = 1;
  for (const auto& section : rules.sections) heaviest = std::max(heaviest, weight_of(section));
  std::vector<SectionView> views;
  for (const auto& section : rules.sections) {
    const auto weight = weight_of(section);
    SectionView view{std::string(numeral_of(section.section)),
                     std::string(dossiers::title_of(section.section).pt),
                     percent_of(weight, rules),
                     100 * weight / heaviest,
                     fmt::format("{} a {}", section.scale.minimum, section.scale.maximum),
                     {}};
    for (const auto& criterion : section.criteria)
      view.criteria.push_back(
          {criterion.title, criterion.guidance, percent_of(criterion.weight, rules)});
    views.push_back(std::move(view));
  }
  return views;
}

EditionView view_of(Application& app, const projections::EditionRow& edition) {
  const auto& rules = edition.regulation;
  EditionView view;
  view.edition_name = edition.title;
  view.edition_state = state_in_words(app, edition);
  view.edition_summary =
      fmt::format("Reconhece o trabalho social das autarquias entre {} e {}.",
                  day_in_words(rules.mandate.first), day_in_words(rules.mandate.last));
  if (published_result(app, edition.edition)) {
    view.primary_label = "Ver os resultados";
    view.primary_href = results_href(edition.edition);
  }
  view.mandate_from_text = day_in_words(rules.mandate.first);
  view.mandate_from_datetime = rules.mandate.first.text();
  view.mandate_to_text = day_in_words(rules.mandate.last);
  view.mandate_to_datetime = rules.mandate.last.text();
  for (const auto category : rules.categories)
    view.categories.push_back(
        {std::string(name_of(category)), std::string(explanation_of(category))});
  view.eligibility = eligibility_in_words(rules);
  view.scale_text = scale_in_words(rules);
  view.sections = sections_of(rules);
  view.moments = calendar_of(edition, app.now());
  view.jury_rules = jury_rules_in_words(rules);
  for (const auto& award : rules.awards)
    view.awards.push_back({award.title, award.award == regulation::AwardKind::Galardao,
                           award.award == regulation::AwardKind::Bandeira, award_in_words(award),
                           conditions_in_words(rules, award)});
  view.tie_break = tie_break_in_words(rules);
  view.frozen_text = moment_in_words(edition.opened_at);
  view.frozen_datetime = edition.opened_at.text();
  view.regulation_href = "/api/v1/editions/" + edition.edition.text();
  return view;
}

}  // namespace

std::optional<Page> edition_page(const Visit& visit) {
  const auto id = core::EditionId::parse(visit.request.parameter("edition"));
  if (!id) return std::nullopt;
  const auto edition = projections::find_edition(*visit.app.views().view("editions"), *id);
  if (!edition) return std::nullopt;
  return Page{{.title = edition->title,
               .description = "Quem pode concorrer, o que se avalia, o calendário e as distinções.",
               .menu_entry = edition_href(*id),
               .trail = {{"Início", "/"}},
               .here = edition->title},
              visit.templates.render("edition", view_of(visit.app, *edition))};
}

}  // namespace server::site
