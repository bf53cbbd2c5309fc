#include "projections/editions.hpp"

#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

struct Editions {
  std::vector<projections::EditionRow> editions;
  FIELDS(editions)
};

Reply list(const Call& call) {
  return json_response(Editions{projections::all_editions(*call.app.views().view("editions"))});
}

Reply show(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  const auto edition = projections::find_edition(*call.app.views().view("editions"), *id);
  if (!edition) return core::fail(not_found());
  return json_response(*edition);
}

Reply show_draft(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  const auto draft = projections::find_draft(*call.app.views().view("edition_drafts"), *id);
  if (!draft) return core::fail(not_found());
  return json_response(*draft);
}

}  // namespace

std::vector<Endpoint> edition_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/editions",
           "edition.list",
           "The editions with their regulations, the newest first.",
           Audience::Everyone,
           {},
           {},
           json::schema<Editions>,
           {},
           list},
          {http::Method::Get,
           "/editions/{edition}",
           "edition.show",
           "One edition with its regulation.",
           Audience::Everyone,
           {},
           {},
           json::schema<projections::EditionRow>,
           {},
           show},
          {http::Method::Get,
           "/editions/{edition}/draft",
           "edition.show-draft",
           "What is drafted of an edition that is not open yet.",
           Audience::Secretariat,
           {},
           {},
           json::schema<projections::DraftRow>,
           {},
           show_draft}};
}

}  // namespace server
