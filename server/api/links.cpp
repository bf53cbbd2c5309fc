#include "projections/links.hpp"

#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

struct Links {
  std::vector<projections::LinkRow> links;
  FIELDS(links)
};

Reply links(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  return json_response(Links{projections::links_of(*call.app.views().view("links"), *id)});
}

}  // namespace

std::vector<Endpoint> link_endpoints() {
  return {{http::Method::Get,
           "/dossiers/{dossier}/links",
           "dossier.links",
           "The links of a dossier's section VII, and whether and when the page answered that each "
           "names; without `checked_at` it has not been asked for.",
           permissions::Audience::Dossier,
           dossier_in_path,
           {},
           json::schema<Links>,
           {},
           links}};
}

}  // namespace server
