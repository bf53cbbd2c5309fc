#include "server/api/dossier_access.hpp"

#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"
#include "server/application.hpp"

namespace server {

core::Result<permissions::Subject> dossier_in_path(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return core::fail(dossier.error());
  return permissions::Subject{
      core::entity_of(*dossier),
      projections::jurors_of(*call.app.views().view("jury_desk"), *dossier)};
}

bool reads_as_owner(const Call& call, const core::DossierId& dossier) {
  return permissions::permit_reading(call.actor, permissions::Audience::Owner,
                                     {core::entity_of(dossier), {}})
      .has_value();
}

bool sees_authors(const Call& call, const core::DossierId& dossier) {
  const auto edition =
      projections::find_edition(*call.app.views().view("editions"), core::edition_of(dossier));
  return reads_as_owner(call, dossier) ||
         (edition && regulation::seen_by_jurors(edition->regulation).authors);
}

Endpoint dossier_file_endpoint(std::string path, std::string id, std::string summary,
                               permissions::Audience audience, std::string media_type,
                               Reply (*handle)(const Call&)) {
  Endpoint endpoint{http::Method::Get,
                    std::move(path),
                    std::move(id),
                    std::move(summary),
                    audience,
                    dossier_in_path,
                    {},
                    schema_of_bytes,
                    {},
                    handle};
  endpoint.answer_type = std::move(media_type);
  return endpoint;
}

}  // namespace server
