#include "projections/entities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "server/application.hpp"
#include "server/site/listing.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

struct EntityView {
  std::string entity_code;
  std::string entity_name;
  std::string entity_category;
  std::string entity_territory;
  FIELDS(entity_code, entity_name, entity_category, entity_territory)
};

struct EntitiesView {
  std::string search_text;
  std::vector<Option> categories;
  std::string found_text;
  bool filtered = false;
  std::vector<EntityView> entity_rows;
  std::optional<std::string> page_text;
  std::optional<std::string> previous_href;
  std::optional<std::string> next_href;
  FIELDS(search_text, categories, found_text, filtered, entity_rows, page_text, previous_href,
         next_href)
};

constexpr std::array all_categories = {regulation::Category::Municipio,
                                       regulation::Category::Freguesia,
                                       regulation::Category::UniaoDeFreguesias};

std::string value_of(regulation::Category category) {
  return std::string(choice_names(category)[static_cast<std::size_t>(category)]);
}

std::optional<regulation::Category> category_named(const std::string& name) {
  for (const auto category : all_categories)
    if (value_of(category) == name) return category;
  return std::nullopt;
}

EntityView entity_view(const eventstore::RowView& view, const entities::Profile& entity) {
  const auto named = projections::named_entity(view, entity.code);
  return {entity.code.text(), entity.display_name, std::string(name_of(entity.category)),
          (named.municipality ? *named.municipality : entity.district) + ", " + entity.nuts2};
}

}  // namespace

std::optional<Page> entities_page(const Visit& visit) {
  const auto text = visit.request.query_value("texto").value_or("");
  const auto category = visit.request.query_value("categoria").value_or("");
  projections::EntitySearch search;
  search.text = text;
  search.category = category_named(category);
  search.page = page_number(visit.request);
  const auto rows = visit.app.views().view("entities");
  const auto found = projections::search_entities(*rows, search);

  EntitiesView view;
  view.search_text = text;
  for (const auto each : all_categories)
    view.categories.push_back(
        {value_of(each), std::string(name_of(each)), value_of(each) == category});
  view.found_text = counted(found.total, "autarquia", "autarquias");
  view.filtered = !text.empty() || !category.empty();
  for (const auto& entity : found.entities) view.entity_rows.push_back(entity_view(*rows, entity));
  const Pager pager(visit.request, found.page, found.pages);
  view.page_text = pager.text();
  view.previous_href = pager.previous();
  view.next_href = pager.next();
  return Page{{.title = "Autarquias",
               .description = "Os municípios e as freguesias de Portugal, por nome e por código.",
               .menu_entry = "/autarquias",
               .trail = {{"Início", "/"}},
               .here = "Autarquias"},
              visit.templates.render("entities", view)};
}

}  // namespace server::site
