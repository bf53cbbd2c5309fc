#include "projections/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "domain/core/text.hpp"
#include "domain/dossiers/sections.hpp"
#include "projections/ties.hpp"
#include "projections/whole_dossier.hpp"
#include "server/application.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/regulation_words.hpp"
#include "server/site/shown_edition.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

using projections::EditionResult;
using projections::EditionRow;
using projections::NamedResult;
using regulation::AwardKind;

struct Honour {
  std::string honour_name;
  bool galardao = false;
  bool bandeira = false;
  FIELDS(honour_name, galardao, bandeira)
};

struct DecisionView {
  std::string decision_title;
  bool granted = false;
  std::string decision_reason;
  FIELDS(decision_title, granted, decision_reason)
};

struct SectionScore {
  std::string section_numeral;
  std::string section_name;
  std::string section_weight;
  std::string section_score;
  std::int64_t section_bar = 0;
  FIELDS(section_numeral, section_name, section_weight, section_score, section_bar)
};

struct RowView {
  std::string place;
  std::string row_entity;
  std::string row_territory;
  std::string row_score;
  std::int64_t row_bar = 0;
  std::vector<Honour> honours;
  std::vector<DecisionView> decisions;
  std::vector<std::string> ties_told;
  std::vector<SectionScore> section_scores;
  FIELDS(place, row_entity, row_territory, row_score, row_bar, honours, decisions, ties_told,
         section_scores)
};

struct CategoryView {
  std::string category_name;
  std::string category_anchor;
  std::string category_caption;
  std::vector<RowView> rows;
  FIELDS(category_name, category_anchor, category_caption, rows)
};

struct Unranked {
  std::string unranked_entity;
  std::string unranked_category;
  std::string unranked_status;
  std::string unranked_reason;
  FIELDS(unranked_entity, unranked_category, unranked_status, unranked_reason)
};

struct Check {
  std::string check_text;
  std::optional<std::string> check_href;
  std::optional<std::string> check_label;
  FIELDS(check_text, check_href, check_label)
};

struct ResultsView {
  std::string edition_name;
  std::string edition_href;
  std::string results_state;
  std::string results_summary;
  std::string published_text;
  std::string published_datetime;
  std::vector<CategoryView> categories;
  std::vector<Unranked> unranked;
  std::vector<Check> checks;
  FIELDS(edition_name, edition_href, results_state, results_summary, published_text,
         published_datetime, categories, unranked, checks)
};

/// For a bar only: the figure beside it is the exact one.
std::int64_t bar_of(const std::string& shown) {
  return std::lround(std::stod(shown));
}

std::string territory_of(Application& app, const projections::NamedEntity& named) {
  if (named.municipality) return "Concelho de " + *named.municipality;
  const auto entity = projections::find_entity(*app.views().view("entities"), named.code);
  return entity ? entity->district + ", " + entity->nuts2 : "";
}

std::vector<SectionScore> section_scores(const regulation::Regulation& rules,
                                         const std::vector<awards::SectionResult>& results) {
  std::vector<SectionScore> scores;
  for (const auto& section : rules.sections) {
    const auto found = std::ranges::find(results, section.section, &awards::SectionResult::section);
    const auto* points = found != results.end() && found->points ? &found->points->shown : nullptr;
    scores.push_back({std::string(numeral_of(section.section)),
                      std::string(dossiers::title_of(section.section).pt),
                      percent_of(weight_of(section), rules),
                      points == nullptr ? "não se aplica" : core::with_comma(*points),
                      points == nullptr ? 0 : bar_of(*points)});
  }
  return scores;
}

DecisionView decision_view(const awards::AwardDecision& decision) {
  const bool feminine =
      decision.award == AwardKind::Bandeira || decision.award == AwardKind::MencaoHonrosa;
  const auto* verdict = decision.granted ? (feminine ? "atribuída" : "atribuído")
                                         : (feminine ? "não atribuída" : "não atribuído");
  return {fmt::format("{} {}", decision.title, verdict), decision.granted, decision.reason.pt};
}

RowView row_view(Application& app, const EditionRow& edition,
                 const std::vector<NamedResult>& dossiers, std::size_t at) {
  const auto& named = dossiers[at];
  const auto& result = named.result;
  RowView row;
  row.place = fmt::format("{}.º", result.rank.value_or(0));
  row.row_entity = named.entity.name;
  row.row_territory = territory_of(app, named.entity);
  row.row_score = core::with_comma(result.points->shown);
  row.row_bar = bar_of(result.points->shown);
  for (const auto& decision : result.awards) {
    row.decisions.push_back(decision_view(decision));
    if (decision.granted)
      row.honours.push_back({std::string(name_of(decision.award)),
                             decision.award == AwardKind::Galardao,
                             decision.award == AwardKind::Bandeira});
  }
  for (const auto& tie : projections::ties_of(dossiers, at, edition.regulation))
    row.ties_told.push_back(tie_in_words(tie));
  row.section_scores = section_scores(edition.regulation, result.sections);
  return row;
}

std::vector<CategoryView> categories_of(Application& app, const EditionRow& edition,
                                        const EditionResult& result) {
  std::vector<CategoryView> categories;
  for (const auto category : edition.regulation.categories) {
    CategoryView view{
        std::string(name_of(category)),
        std::string(choice_names(category)[static_cast<std::size_t>(category)]),
        fmt::format("{}: pontuação de 0 a 100, da mais alta para a mais baixa", name_of(category)),
        {}};
    for (std::size_t at = 0; at < result.dossiers.size(); ++at)
      if (const auto& one = result.dossiers[at].result; one.category == category && one.rank)
        view.rows.push_back(row_view(app, edition, result.dossiers, at));
    if (!view.rows.empty()) categories.push_back(std::move(view));
  }
  return categories;
}

std::vector<Unranked> unranked_of(Application& app, const EditionResult& result) {
  std::vector<Unranked> unranked;
  for (const auto& named : result.dossiers)
    if (named.result.not_rankable)
      unranked.push_back({named.entity.name, std::string(name_of(named.result.category)),
                          "Sem classificação", named.result.not_rankable->pt});
  for (const auto& [entity, dossier] : projections::dossier_board(app.views(), result.edition)) {
    const auto category = std::string(name_of(dossier.category));
    if (dossier.state == projections::DossierState::NotEligible)
      unranked.push_back(
          {entity.name, category, "Não admitida", dossier.screening->reason.value_or("")});
    if (dossier.state == projections::DossierState::Withdrawn)
      unranked.push_back({entity.name, category, "Retirada", "A autarquia retirou a candidatura."});
  }
  return unranked;
}

std::size_t given(const EditionResult& result, AwardKind kind) {
  std::size_t count = 0;
  for (const auto& named : result.dossiers)
    count += static_cast<std::size_t>(
        std::ranges::count_if(named.result.awards, [&](const awards::AwardDecision& decision) {
          return decision.granted && decision.award == kind;
        }));
  return count;
}

struct AwardName {
  AwardKind kind;
  bool feminine;
  std::string_view one;
  std::string_view many;
};

/// "três Galardões", "duas Bandeiras"; of those that the regulation did not give, nothing.
std::vector<std::string> given_in_words(const EditionResult& result) {
  static constexpr std::array names = {
      AwardName{AwardKind::Galardao, false, "Galardão", "Galardões"},
      AwardName{AwardKind::Bandeira, true, "Bandeira", "Bandeiras"},
      AwardName{AwardKind::MencaoHonrosa, true, "menção honrosa", "menções honrosas"},
      AwardName{AwardKind::Premio, false, "prémio", "prémios"}};
  std::vector<std::string> words;
  for (const auto& [kind, feminine, one, many] : names)
    if (const auto count = given(result, kind); count > 0)
      words.push_back(
          fmt::format("{} {}", number_in_words(count, feminine), count == 1 ? one : many));
  if (words.empty()) words.emplace_back("nenhuma distinção");
  return words;
}

std::string summary_of(const EditionResult& result, std::size_t unranked) {
  const auto ranked = static_cast<std::size_t>(std::ranges::count_if(
      result.dossiers, [](const NamedResult& named) { return named.result.rank.has_value(); }));
  return fmt::format("O júri classificou {} {} e atribuiu {}.{}", number_in_words(ranked, true),
                     ranked == 1 ? "candidatura" : "candidaturas", listed(given_in_words(result)),
                     unranked == 0 ? ""
                                   : fmt::format(" {} sem classificação.",
                                                 unranked == 1 ? "Uma candidatura ficou"
                                                               : number_in_words(unranked, true) +
                                                                     " candidaturas ficaram"));
}

std::vector<Check> checks_of(const EditionResult& result) {
  std::vector<Check> checks = {
      {"Leia o regulamento: os critérios, os pesos e as regras das distinções não mudaram "
       "desde a abertura.",
       edition_href(result.edition), "Ler o regulamento"},
      {fmt::format("Obtenha o resultado como dados, com as pontuações exatas em fração. Está "
                   "na posição {} do registo.",
                   result.position),
       "/api/v1/editions/" + result.edition.text() + "/results", "Descarregar (JSON)"}};
  if (result.draw_seed)
    checks.push_back(
        {fmt::format(
             "Repita o sorteio: a semente é «{}», e o regulamento tem o seu SHA-256 desde a "
             "abertura. Entre iguais, vem primeiro o menor SHA-256 da semente seguida do "
             "código da candidatura.",
             *result.draw_seed),
         {},
         {}});
  return checks;
}

ResultsView view_of(Application& app, const EditionRow& edition, const EditionResult& result) {
  ResultsView view;
  view.edition_name = edition.title;
  view.edition_href = edition_href(edition.edition);
  view.results_state = "Resultados publicados";
  view.published_text = moment_in_words(result.published_at.value());
  view.published_datetime = result.published_at->text();
  view.categories = categories_of(app, edition, result);
  view.unranked = unranked_of(app, result);
  view.results_summary = summary_of(result, view.unranked.size());
  view.checks = checks_of(result);
  return view;
}

}  // namespace

std::optional<Page> results_page(const Visit& visit) {
  const auto id = core::EditionId::parse(visit.request.parameter("edition"));
  if (!id) return std::nullopt;
  const auto edition = projections::find_edition(*visit.app.views().view("editions"), *id);
  const auto result = published_result(visit.app, *id);
  if (!edition || !result) return std::nullopt;
  return Page{{.title = "Resultados da " + edition->title,
               .description = "Pontuações e distinções por categoria, com as razões de cada uma.",
               .menu_entry = results_href(*id),
               .trail = {{"Início", "/"}, {edition->title, edition_href(*id)}},
               .here = "Resultados"},
              visit.templates.render("results", view_of(visit.app, *edition, *result))};
}

}  // namespace server::site
