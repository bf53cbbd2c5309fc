#include <fmt/format.h>

#include "domain/core/text.hpp"
#include "projections/observatory.hpp"
#include "server/application.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/practice_card.hpp"
#include "server/site/shown_edition.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

struct Laureate {
  std::string laureate_entity;
  std::string laureate_category;
  std::string laureate_score;
  std::string laureate_out_of;
  FIELDS(laureate_entity, laureate_category, laureate_score, laureate_out_of)
};

struct Figure {
  std::string figure_label;
  std::string figure_value;
  FIELDS(figure_label, figure_value)
};

struct OtherEdition {
  std::string other_name;
  std::string other_href;
  std::string other_state;
  FIELDS(other_name, other_href, other_state)
};

struct HomeView {
  std::string primary_label;
  std::string primary_href;
  std::string edition_name;
  std::string edition_href;
  std::string edition_state;
  std::string edition_summary;
  std::vector<Moment> moments;
  bool several = false;
  std::vector<OtherEdition> others;
  std::vector<Laureate> laureates;
  std::vector<PracticeCard> practices;
  std::vector<Figure> figures;
  FIELDS(primary_label, primary_href, edition_name, edition_href, edition_state, edition_summary,
         moments, several, others, laureates, practices, figures)
};

std::vector<Laureate> laureates_of(const projections::EditionResult& result) {
  std::vector<Laureate> laureates;
  for (const auto& named : result.dossiers)
    for (const auto& decision : named.result.awards)
      if (decision.granted && decision.award == regulation::AwardKind::Galardao)
        laureates.push_back({named.entity.name, std::string(name_of(named.result.category)),
                             core::with_comma(named.result.points->shown), "100"});
  return laureates;
}

std::vector<Figure> figures_of(Application& app) {
  const auto view = app.views().view("entities");
  const auto count = [&](std::optional<regulation::Category> category) {
    projections::EntitySearch search;
    search.category = category;
    return std::to_string(projections::search_entities(*view, search).total);
  };
  return {{"municípios", count(regulation::Category::Municipio)},
          {"freguesias", count(regulation::Category::Freguesia)},
          {"uniões de freguesias", count(regulation::Category::UniaoDeFreguesias)}};
}

void describe_edition(HomeView& view, Application& app, const projections::EditionRow& edition) {
  view.edition_name = edition.title;
  view.edition_href = edition_href(edition.edition);
  view.edition_state = state_in_words(app, edition);
  view.edition_summary =
      fmt::format("Concorrem municípios e freguesias, com o trabalho social feito entre {} e {}.",
                  day_in_words(edition.regulation.mandate.first),
                  day_in_words(edition.regulation.mandate.last));
  view.moments = calendar_of(edition, app.now());
  view.primary_label = "Conhecer a edição";
  view.primary_href = view.edition_href;
}

void list_others(HomeView& view, Application& app, const core::EditionId& described) {
  for (const auto& edition : projections::all_editions(*app.views().view("editions")))
    if (edition.edition != described)
      view.others.push_back(
          {edition.title, edition_href(edition.edition), state_in_words(app, edition)});
  view.several = !view.others.empty();
}

}  // namespace

std::optional<Page> home_page(const Visit& visit) {
  HomeView view;
  if (const auto edition = current_edition(visit.app)) {
    describe_edition(view, visit.app, *edition);
    list_others(view, visit.app, edition->edition);
  }
  if (const auto edition = newest_with_results(visit.app)) {
    view.laureates = laureates_of(*published_result(visit.app, edition->edition));
    view.primary_label = "Ver os resultados";
    view.primary_href = results_href(edition->edition);
  }
  view.practices = practice_cards(visit.app, {}, 3);
  view.figures = figures_of(visit.app);
  return Page{{.title = "Início",
               .description = "O reconhecimento anual do trabalho social dos municípios e das "
                              "freguesias de Portugal."},
              visit.templates.render("home", view)};
}

}  // namespace server::site
