#include "projections/observatory.hpp"

#include <algorithm>
#include <array>

#include "server/application.hpp"
#include "server/site/listing.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/practice_card.hpp"
#include "server/site/shown_edition.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

struct ObservatoryView {
  std::string search_text;
  std::vector<Option> themes;
  std::vector<Option> regions;
  std::string found_text;
  bool filtered = false;
  std::vector<PracticeCard> practices;
  std::optional<std::string> page_text;
  std::optional<std::string> previous_href;
  std::optional<std::string> next_href;
  FIELDS(search_text, themes, regions, found_text, filtered, practices, page_text, previous_href,
         next_href)
};

/// NUTS 2 of 2024.
constexpr std::array regions = {"Norte",
                                "Centro",
                                "Oeste e Vale do Tejo",
                                "Grande Lisboa",
                                "Península de Setúbal",
                                "Alentejo",
                                "Algarve",
                                "Região Autónoma dos Açores",
                                "Região Autónoma da Madeira"};

std::vector<Option> theme_options(const std::string& chosen) {
  std::vector<Option> options;
  const auto names = choice_names(regulation::Theme());
  for (std::size_t i = 0; i < names.size(); ++i)
    options.push_back({std::string(names[i]),
                       std::string(regulation::title_of(static_cast<regulation::Theme>(i)).pt),
                       names[i] == chosen});
  return options;
}

std::optional<regulation::Theme> theme_named(const std::string& name) {
  const auto names = choice_names(regulation::Theme());
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<regulation::Theme>(found - names.begin());
}

}  // namespace

std::optional<Page> observatory_page(const Visit& visit) {
  constexpr std::size_t page_size = 24;
  const auto text = visit.request.query_value("texto").value_or("");
  const auto theme = visit.request.query_value("tema").value_or("");
  const auto region = visit.request.query_value("regiao").value_or("");
  const auto found = practice_cards(visit.app, {text, theme_named(theme), region}, 10'000);
  const auto pages = (found.size() + page_size - 1) / page_size;
  const auto page = std::min(page_number(visit.request), std::max<std::size_t>(pages, 1));

  ObservatoryView view;
  view.search_text = text;
  view.themes = theme_options(theme);
  for (const auto* name : regions) view.regions.push_back({name, name, name == region});
  view.found_text = counted(found.size(), "boa prática", "boas práticas");
  view.filtered = !text.empty() || !theme.empty() || !region.empty();
  for (std::size_t i = (page - 1) * page_size; i < std::min(found.size(), page * page_size); ++i)
    view.practices.push_back(found[i]);
  const Pager pager(visit.request, page, pages);
  view.page_text = pager.text();
  view.previous_href = pager.previous();
  view.next_href = pager.next();
  return Page{{.title = "Observatório de boas práticas",
               .description = "Programas sociais de autarquias portuguesas que vale a pena "
                              "conhecer e adaptar.",
               .menu_entry = "/observatorio",
               .trail = {{"Início", "/"}},
               .here = "Observatório"},
              visit.templates.render("observatory", view)};
}

}  // namespace server::site
