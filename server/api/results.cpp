#include "projections/results.hpp"

#include "projections/complaints.hpp"
#include "projections/editions.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/bundle/export.hpp"

namespace server {
namespace {

core::Error not_published() {
  return core::error_of(core::ErrorKind::NotFound, "result-not-published",
                        "O resultado desta edição ainda não foi publicado.",
                        "The result of this edition has not been published yet.");
}

core::Error not_computed() {
  return core::error_of(core::ErrorKind::NotFound, "result-not-computed",
                        "O resultado desta edição ainda não foi calculado.",
                        "The result of this edition has not been computed yet.");
}

using Find = std::optional<projections::EditionResult> (*)(const projections::Views&,
                                                           const core::EditionId&);

/// `missing` says why an edition that exists has no such result.
Reply show(const Call& call, Find find, const core::Error& missing) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  if (const auto result = find(call.app.views(), *id)) return json_response(*result);
  const bool known = projections::find_edition(*call.app.views().view("editions"), *id).has_value();
  return core::fail(known ? missing : not_found());
}

Reply published(const Call& call) {
  return show(call, projections::published_result, not_published());
}

Reply draft(const Call& call) {
  return show(call, projections::draft_result, not_computed());
}

struct ComplaintList {
  std::vector<projections::ComplaintRow> complaints;
  FIELDS(complaints)
};

Reply complaints(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  if (!projections::find_edition(*call.app.views().view("editions"), *id))
    return core::fail(not_found());
  return json_response(
      ComplaintList{projections::complaints_of(*call.app.views().view("complaints"), *id)});
}

Reply complaints_of_dossier(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return core::fail(dossier.error());
  ComplaintList list{
      projections::complaints_of(*call.app.views().view("complaints"), core::edition_of(*dossier))};
  std::erase_if(list.complaints, [&](const auto& row) { return row.dossier != *dossier; });
  return json_response(list);
}

Reply bundle(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  if (!projections::find_edition(*call.app.views().view("editions"), *id))
    return core::fail(not_found());
  const auto found = bundle_of(call.app.store(), *id);
  if (!found) return core::fail(found.error());
  return file_response("application/json", "result-" + id->text() + ".json", text_of(*found));
}

}  // namespace

std::vector<Endpoint> result_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/editions/{edition}/results",
           "result.show",
           "The published result of an edition, with its time and position in the log.",
           Audience::Everyone,
           {},
           {},
           json::schema<projections::EditionResult>,
           {},
           published},
          {http::Method::Get,
           "/editions/{edition}/results/bundle",
           "result.bundle",
           "The published result with all that it follows from, as a file for `autarquia results "
           "verify`: anybody can compute it again.",
           Audience::Everyone,
           {},
           {},
           json::schema<ResultBundle>,
           {},
           bundle},
          {http::Method::Get,
           "/editions/{edition}/complaints",
           "complaint.list",
           "What entities said of an edition's result in the hearing and in complaints, and what "
           "was decided.",
           Audience::Secretariat,
           {},
           {},
           json::schema<ComplaintList>,
           {},
           complaints},
          {http::Method::Get,
           "/dossiers/{dossier}/complaints",
           "dossier.complaints",
           "What the entity said of its dossier's result, and what was decided.",
           Audience::Owner,
           dossier_in_path,
           {},
           json::schema<ComplaintList>,
           {},
           complaints_of_dossier},
          {http::Method::Get,
           "/editions/{edition}/results/draft",
           "result.draft",
           "The result last computed, published or not.",
           Audience::Secretariat,
           {},
           {},
           json::schema<projections::EditionResult>,
           {},
           draft}};
}

}  // namespace server
