#include "projections/entities.hpp"

#include "server/api/query.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

core::Result<projections::EntitySearch> search_from_query(const http::Request& request) {
  auto category = choice_from_query<regulation::Category>(request, "category");
  if (!category) return core::fail(std::move(category.error()));
  auto municipality = id_from_query<core::EntityCode>(request, "municipality");
  if (!municipality) return core::fail(std::move(municipality.error()));
  const auto page = page_from_query(request);
  if (!page) return core::fail(page.error());
  return projections::EntitySearch{text_from_query(request, "text"), *category,
                                   *std::move(municipality), text_from_query(request, "region"),
                                   *page};
}

Reply search(const Call& call) {
  const auto search = search_from_query(call.request);
  if (!search) return core::fail(search.error());
  return json_response(projections::search_entities(*call.app.views().view("entities"), *search));
}

Reply show(const Call& call) {
  const auto code = id_from_path<core::EntityCode>(call.request, "entity");
  if (!code) return core::fail(code.error());
  const auto entity = projections::find_entity(*call.app.views().view("entities"), *code);
  if (!entity) return core::fail(not_found());
  return json_response(*entity);
}

}  // namespace

std::vector<Endpoint> entity_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/entities",
           "entity.search",
           "Municipalities and parishes by name, in pages of 50.",
           Audience::Everyone,
           {},
           {},
           json::schema<projections::EntityPage>,
           {{"text", "Words of the name, or the code; case and accents do not matter."},
            {"category", "municipio, freguesia or uniao-de-freguesias."},
            {"municipality", "Code of a municipality: itself and its parishes."},
            {"region", "Code or name of a NUTS 2 or NUTS 3 region, or name of a district."},
            {"page", "From 1 on."}},
           search},
          {http::Method::Get,
           "/entities/{entity}",
           "entity.show",
           "What the register says of one municipality or parish.",
           Audience::Everyone,
           {},
           {},
           json::schema<entities::Profile>,
           {},
           show}};
}

}  // namespace server
